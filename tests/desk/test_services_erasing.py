"""Erasing, retention, and what the worker finds due."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from chat import tasks
from chat.models import AuditLine, Bucket, Conversation, Erasure, Message, Timer
from chat.services.accept import Said, accept
from chat.services.erase import PATIENT, assistant_erased, assistant_not_erased, erase, request_erasure
from chat.services.locking import ConversationGone
from chat.services.retention import erase_old, kept_until, tidy
from chat.worker import dispatch

pytestmark = pytest.mark.django_db


def _conversation(*, days_old: float = 0) -> Conversation:
    return Conversation.objects.create(active_at=timezone.now() - timedelta(days=days_old))


def _waiting(conversation: Conversation) -> None:
    accept(conversation.pk, Said(uuid.uuid4().hex, text="Is it hereditary?"), address="somebody")
    past = timezone.now() - timedelta(seconds=1)
    Conversation.objects.filter(pk=conversation.pk).update(due_at=past, lease_until=past)


def _jobs(task: str) -> list[str]:
    found = DBTaskResult.objects.filter(task_path=f"chat.tasks.{task}", status=TaskResultStatus.READY)
    return [row.args_kwargs["args"][0] for row in found]


# ---- erase ------------------------------------------------------------------------------------------------


def test_erase_orders_the_same_of_the_assistant() -> None:
    conversation = _conversation()
    assert erase(conversation.pk, origin=PATIENT)
    assert Erasure.objects.get().sender_id == conversation.pk
    assistant_erased(conversation.pk)
    assert not Erasure.objects.exists()


def test_erase_during_a_delivery_waits_for_its_end() -> None:
    conversation = _conversation()
    accept(conversation.pk, Said("12345678", text="a"), address="somebody")
    assert not erase(conversation.pk, origin=PATIENT)
    assert Erasure.objects.get().due_at > timezone.now() + timedelta(seconds=5)


def test_erase_removes_jobs_that_name_the_conversation() -> None:
    conversation, other = _conversation(), _conversation()
    for one in (conversation, other):
        tasks.deliver.enqueue(str(one.pk))
    erase(conversation.pk, origin=PATIENT)
    assert _jobs("deliver") == [str(other.pk)]


def test_erase_of_nothing_is_gone() -> None:
    with pytest.raises(ConversationGone):
        erase(uuid.uuid4(), origin=PATIENT)


def test_erasure_that_fails_is_tried_later_and_later() -> None:
    conversation = _conversation()
    erase(conversation.pk, origin=PATIENT)
    waits = []
    for _ in range(3):
        assistant_not_erased(conversation.pk)
        waits.append(round((Erasure.objects.get().due_at - timezone.now()).total_seconds()))
    assert waits == [5, 10, 15]


def test_confirming_twice_keeps_the_first_date() -> None:
    conversation = _conversation()
    request_erasure(conversation.pk, at_latest=timedelta(seconds=60))
    first = Conversation.objects.get().closing_at
    request_erasure(conversation.pk, at_latest=timedelta(seconds=90))
    assert Conversation.objects.get().closing_at == first


# ---- retention --------------------------------------------------------------------------------------------


def test_retention_erases_what_is_older_than_it_may_be() -> None:
    old, young = _conversation(days_old=30.01), _conversation(days_old=29.99)
    assert erase_old() == 1
    assert list(Conversation.objects.all()) == [young]
    assert Erasure.objects.get().sender_id == old.pk
    assert AuditLine.objects.get().origin == "retention"


def test_retention_counts_from_the_last_message() -> None:
    conversation = _conversation(days_old=31)
    accept(conversation.pk, Said("12345678", text="a"), address="somebody")
    assert erase_old() == 0


def test_retention_works_in_more_than_one_batch() -> None:
    Conversation.objects.bulk_create(Conversation(active_at=timezone.now() - timedelta(days=40)) for _ in range(230))
    assert erase_old() == 230
    assert Erasure.objects.count() == 230


def test_retention_follows_the_setting(settings: object) -> None:
    settings.RETENTION_DAYS = 7  # type: ignore[attr-defined]
    _conversation(days_old=8)
    assert erase_old() == 1
    now = timezone.now()
    assert kept_until(now) == now + timedelta(days=7)


def test_retention_command_says_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    _conversation(days_old=31)
    call_command("retention")
    assert capsys.readouterr().out == "1 conversations erased\n"


def test_tidying_drops_what_has_served_its_purpose() -> None:
    now = timezone.now()
    for name in ("done", "fresh", "lost", "running"):
        tasks.deliver.enqueue(name)
    rows = {row.args_kwargs["args"][0]: row for row in DBTaskResult.objects.all()}
    for name, started, finished in (
        ("done", now, now - timedelta(hours=2)),
        ("fresh", now, now),
        ("lost", now - timedelta(days=2), None),
        ("running", now, None),
    ):
        rows[name].started_at, rows[name].finished_at = started, finished
        rows[name].save()
    Bucket.objects.create(key="used", used_until=4e9)
    Bucket.objects.create(key="unused", used_until=1)
    tidy()
    assert {row.args_kwargs["args"][0] for row in DBTaskResult.objects.all()} == {"fresh", "running"}
    assert list(Bucket.objects.values_list("key", flat=True)) == ["used"]


# ---- dispatch ---------------------------------------------------------------------------------------------


def test_due_delivery_is_queued_once() -> None:
    conversation = _conversation()
    assert not dispatch.deliveries_due()
    _waiting(conversation)
    assert dispatch.deliveries_due()
    assert dispatch.dispatch_deliveries() == 1
    assert dispatch.dispatch_deliveries() == 0
    assert _jobs("deliver") == [str(conversation.pk)]


def test_delivery_whose_worker_was_killed_is_queued_again() -> None:
    _waiting(_conversation())
    dispatch.dispatch_deliveries()
    Conversation.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    assert dispatch.dispatch_deliveries() == 1


def test_leased_conversation_is_left_to_its_holder() -> None:
    conversation = _conversation()
    _waiting(conversation)
    Conversation.objects.update(lease_until=timezone.now() + timedelta(seconds=5))
    assert dispatch.dispatch_deliveries() == 0


def test_closing_and_erasures_are_queued_when_due() -> None:
    conversation = _conversation()
    request_erasure(conversation.pk, at_latest=timedelta())
    assert dispatch.erasures_due()
    assert dispatch.dispatch_closings() == 1
    tasks.erase_closed.func(str(conversation.pk))
    tasks.erase_closed.func(str(conversation.pk))
    assert not Conversation.objects.exists()
    assert AuditLine.objects.get().origin == "chat"
    assert dispatch.dispatch_erasures() == 1
    assert dispatch.dispatch_erasures() == 0
    assert _jobs("erase_at_assistant") == [str(conversation.pk)]


def test_timer_starts_its_job_once_an_hour() -> None:
    assert dispatch.timers_due()
    assert dispatch.dispatch_timers() == 1
    assert not dispatch.timers_due()
    assert dispatch.dispatch_timers() == 0
    Timer.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    assert dispatch.timers_due()
    assert dispatch.dispatch_timers() == 1


def test_retention_job_erases() -> None:
    _conversation(days_old=31)
    tasks.retention.func()
    assert not Conversation.objects.exists()
    assert not Message.objects.exists()
