"""From rows that are due to jobs in the queue: in one transaction, so that none is lost between the two."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from chat import tasks
from chat.models import Conversation, Erasure, Timer

_BATCH = 50
_QUEUED_FOR = timedelta(seconds=30)
"""After this a row that is still due gets another job: the one before was lost with its worker."""

_TIMERS = {"retention": timedelta(hours=1)}


def deliveries_due() -> bool:
    """Looked at without a transaction, as the next one is: on SQLite that would take the writers' lock."""
    return _due_deliveries().exists()


def erasures_due() -> bool:
    now = timezone.now()
    return Conversation.objects.filter(closing_at__lte=now).exists() or Erasure.objects.filter(due_at__lte=now).exists()


def timers_due() -> bool:
    kept = Timer.objects.filter(name__in=_TIMERS, due_at__gt=timezone.now()).count()
    return kept < len(_TIMERS)


@transaction.atomic
def dispatch_deliveries() -> int:
    """Queues a job for each conversation with something to deliver. Returns how many."""
    due = list(_due_deliveries().select_for_update(skip_locked=True).values_list("pk", flat=True)[:_BATCH])
    Conversation.objects.filter(pk__in=due).update(due_at=timezone.now() + _QUEUED_FOR)
    for conversation_id in due:
        tasks.deliver.enqueue(str(conversation_id))
    return len(due)


@transaction.atomic
def dispatch_closings() -> int:
    """Queues a job for each conversation that is to be erased by its patient's word in the chat."""
    due = _pks(Conversation.objects.filter(closing_at__lte=timezone.now()))
    Conversation.objects.filter(pk__in=due).update(closing_at=timezone.now() + _QUEUED_FOR)
    for conversation_id in due:
        tasks.erase_closed.enqueue(str(conversation_id))
    return len(due)


@transaction.atomic
def dispatch_erasures() -> int:
    """Queues a job for each conversation that the assistant still has to forget."""
    found = Erasure.objects.filter(due_at__lte=timezone.now()).select_for_update(skip_locked=True)
    due = list(found.values_list("sender_id", flat=True)[:_BATCH])
    Erasure.objects.filter(sender_id__in=due).update(due_at=timezone.now() + _QUEUED_FOR)
    for sender_id in due:
        tasks.erase_at_assistant.enqueue(str(sender_id))
    return len(due)


@transaction.atomic
def dispatch_timers() -> int:
    """Queues the jobs that come round by the clock: the first of all workers that sees one due."""
    now, started = timezone.now(), 0
    for name, every in _TIMERS.items():
        Timer.objects.get_or_create(name=name, defaults={"due_at": now})
        if Timer.objects.filter(name=name, due_at__lte=now).update(due_at=now + every):
            getattr(tasks, name).enqueue()
            started += 1
    return started


def _due_deliveries() -> QuerySet[Conversation]:
    now = timezone.now()
    free = Q(lease_until=None) | Q(lease_until__lte=now)
    return Conversation.objects.filter(free, due_at__lte=now).order_by("due_at")


def _pks(rows: QuerySet[Conversation]) -> list[UUID]:
    return list(rows.select_for_update(skip_locked=True).values_list("pk", flat=True)[:_BATCH])
