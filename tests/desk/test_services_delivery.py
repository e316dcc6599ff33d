"""Accepting, leasing, recording: what makes sure that a message is answered once."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from chat.assistant.turn import Turn, read_turn
from chat.limits import TooMany
from chat.models import Author, Conversation, Message, State
from chat.services.accept import Accepted, ClientIdReused, PayloadNotOffered, Said, accept
from chat.services.history import settled
from chat.services.lease import claim, renew
from chat.services.locking import ConversationGone
from chat.services.record import note_slowness, record_delay, record_refusal, record_turn
from config.environment import Rate
from stand_in_assistant import make_turn

pytestmark = pytest.mark.django_db


@pytest.fixture
def conversation() -> Conversation:
    return Conversation.objects.create()


def _say(conversation: Conversation, text: str = "Is it hereditary?", **more: Any) -> Accepted:
    said = Said(more.pop("client_message_id", None) or uuid.uuid4().hex, text=text, **more)
    return accept(conversation.pk, said, address="somebody")


def _turn(text: str = "Is it hereditary?") -> Turn:
    return read_turn(make_turn("id", text))


def _end_lease(conversation: Conversation) -> None:
    Conversation.objects.filter(pk=conversation.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


# ---- accept -----------------------------------------------------------------------------------------------


def test_accept_stores_and_leases_before_anything_is_sent(conversation: Conversation) -> None:
    accepted = _say(conversation)
    conversation.refresh_from_db()
    assert accepted.message.state == State.WAITING
    assert accepted.lease == conversation.lease_key != ""
    assert accepted.first == accepted.message
    assert conversation.due_at == conversation.lease_until


def test_accept_gives_no_second_lease(conversation: Conversation) -> None:
    _say(conversation)
    second = _say(conversation)
    assert second.lease == ""
    assert second.first is None


def test_accept_delivers_older_messages_first(conversation: Conversation) -> None:
    first = _say(conversation)
    _end_lease(conversation)
    assert _say(conversation).first == first.message


def test_accept_refuses_another_content_under_one_client_id(conversation: Conversation) -> None:
    _say(conversation, client_message_id="x" * 8)
    with pytest.raises(ClientIdReused):
        _say(conversation, "another", client_message_id="x" * 8)


def test_accept_refuses_a_payload_that_was_never_offered(conversation: Conversation) -> None:
    with pytest.raises(PayloadNotOffered):
        _say(conversation, "", payload="/forget_me")
    conversation.refresh_from_db()
    assert conversation.last_place == 0


def test_accept_counts_by_conversation_and_by_address(conversation: Conversation, settings: Any) -> None:
    settings.LIMIT_CONVERSATION, settings.LIMIT_ADDRESS = Rate(2, 60), Rate(3, 60)
    _say(conversation)
    _say(conversation)
    with pytest.raises(TooMany):
        _say(conversation)
    other = Conversation.objects.create()
    _say(other)
    with pytest.raises(TooMany):
        _say(other)
    assert Message.objects.count() == 3


def test_accept_after_erasing_or_closing_is_gone(conversation: Conversation) -> None:
    conversation.closing_at = timezone.now()
    conversation.save()
    with pytest.raises(ConversationGone):
        _say(conversation)
    conversation.delete()
    with pytest.raises(ConversationGone):
        accept(uuid.uuid4(), Said("12345678", text="a"), address="somebody")


def test_database_refuses_what_the_code_must_not_do(conversation: Conversation) -> None:
    message = _say(conversation).message
    common = {"conversation": conversation, "author": Author.ASSISTANT, "text": "a"}
    Message.objects.create(place=7, reply_to=message, **common)
    for wrong in ({"place": 8, "reply_to": message}, {"place": 7}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Message.objects.create(**common, **wrong)


# ---- record -----------------------------------------------------------------------------------------------


def test_record_turn_answers_and_ends_the_lease(conversation: Conversation) -> None:
    accepted = _say(conversation)
    recorded = record_turn(accepted.message, _turn(), lease=accepted.lease)
    conversation.refresh_from_db()
    assert recorded.reply and recorded.next is None
    assert (conversation.lease_key, conversation.lease_until, conversation.due_at) == ("", None, None)
    assert Message.objects.get(pk=accepted.message.pk).state == State.ANSWERED


def test_record_turn_twice_stores_one_reply(conversation: Conversation) -> None:
    accepted = _say(conversation)
    first = record_turn(accepted.message, _turn(), lease=accepted.lease)
    again = record_turn(accepted.message, _turn(), lease="of somebody else")
    assert again.reply == first.reply
    assert Message.objects.filter(author=Author.ASSISTANT).count() == 1


def test_record_turn_hands_on_the_next_message(conversation: Conversation) -> None:
    first, second = _say(conversation), _say(conversation)
    recorded = record_turn(first.message, _turn(), lease=first.lease)
    assert recorded.next == second.message
    conversation.refresh_from_db()
    assert conversation.lease_key == first.lease
    last = record_turn(second.message, _turn(), lease=first.lease)
    assert last.next is None


def test_record_turn_by_a_late_holder_leaves_the_lease_of_the_new_one(conversation: Conversation) -> None:
    first, _ = _say(conversation), _say(conversation)
    _end_lease(conversation)
    claimed = claim(conversation.pk)
    assert claimed
    recorded = record_turn(first.message, _turn(), lease=first.lease)
    assert recorded.reply and recorded.next is None
    conversation.refresh_from_db()
    assert conversation.lease_key == claimed[0]


def test_record_turn_of_an_erased_conversation_is_dropped(conversation: Conversation) -> None:
    accepted = _say(conversation)
    conversation.delete()
    with pytest.raises(ConversationGone):
        record_turn(accepted.message, _turn(), lease=accepted.lease)
    assert not Message.objects.exists()


def test_one_outage_gives_one_notice(conversation: Conversation) -> None:
    first = _say(conversation)
    told = record_delay(conversation.pk, first.message.pk, kind="waking_up", lease=first.lease, tries=None)
    assert told.notice and told.notice.outcome == "waking_up"
    second = _say(conversation)
    again = record_delay(conversation.pk, first.message.pk, kind="unreachable", lease=second.lease, tries=None)
    assert again.notice is None
    claimed = claim(conversation.pk)
    assert claimed
    recorded = record_turn(first.message, _turn(), lease=claimed[0])
    assert recorded.next == second.message
    # The next outage gives the next notice.
    told = record_delay(conversation.pk, second.message.pk, kind="unreachable", lease=claimed[0], tries=None)
    assert told.notice and told.notice.outcome == "unreachable"


def test_message_out_of_reach_is_tried_for_ever(conversation: Conversation) -> None:
    message = _say(conversation).message
    for _ in range(30):
        _end_lease(conversation)
        claimed = claim(conversation.pk)
        assert claimed
        record_delay(conversation.pk, message.pk, kind="waking_up", lease=claimed[0], tries=None)
    message.refresh_from_db()
    assert message.state == State.WAITING


def test_message_that_is_never_answered_is_given_up_and_told_of(conversation: Conversation) -> None:
    message, behind = _say(conversation).message, _say(conversation).message
    for number in range(3):
        _end_lease(conversation)
        claimed = claim(conversation.pk)
        assert claimed
        recorded = record_delay(conversation.pk, message.pk, kind="slow", lease=claimed[0], tries=3)
        assert (recorded.next == behind) is (number == 2)
    message.refresh_from_db()
    assert message.state == State.FAILED
    assert recorded.notice and recorded.notice.outcome == "undeliverable"
    assert recorded.notice.reply_to == message


def test_last_resort_is_the_reply_when_trying_again_did_not_help(conversation: Conversation) -> None:
    message = _say(conversation).message
    for _ in range(3):
        _end_lease(conversation)
        claimed = claim(conversation.pk)
        assert claimed
        recorded = record_delay(
            conversation.pk, message.pk, kind="slow", lease=claimed[0], tries=3, last_resort=_turn("unavailable")
        )
    assert recorded.reply and recorded.reply.outcome == "unavailable"


def test_tries_are_further_and_further_apart(conversation: Conversation) -> None:
    message = _say(conversation).message
    waits = []
    for _ in range(6):
        _end_lease(conversation)
        claimed = claim(conversation.pk)
        assert claimed
        record_delay(conversation.pk, message.pk, kind="slow", lease=claimed[0], tries=10)
        conversation.refresh_from_db()
        assert conversation.due_at
        waits.append(round((conversation.due_at - timezone.now()).total_seconds()))
    assert waits == [1, 2, 4, 8, 15, 15]


def test_delay_of_a_late_holder_changes_nothing(conversation: Conversation) -> None:
    first = _say(conversation)
    _end_lease(conversation)
    claim(conversation.pk)
    recorded = record_delay(conversation.pk, first.message.pk, kind="slow", lease=first.lease, tries=1)
    assert recorded.notice is None
    first.message.refresh_from_db()
    assert first.message.state == State.WAITING


def test_refused_message_is_told_of_and_the_next_is_delivered(conversation: Conversation) -> None:
    first, second = _say(conversation), _say(conversation)
    recorded = record_refusal(conversation.pk, first.message.pk, lease=first.lease)
    assert recorded.notice and recorded.next == second.message
    found = settled(first.message.pk)
    assert found and found.notice == recorded.notice


def test_slowness_is_noted_only_while_the_reply_is_missing(conversation: Conversation) -> None:
    accepted = _say(conversation)
    noted = note_slowness(conversation.pk, accepted.message.pk)
    assert noted.notice and noted.notice.outcome == "slow"
    assert settled(accepted.message.pk) is None
    recorded = record_turn(accepted.message, _turn(), lease=accepted.lease)
    assert note_slowness(conversation.pk, accepted.message.pk).reply == recorded.reply


# ---- leases -----------------------------------------------------------------------------------------------


def test_claim_waits_for_the_end_of_a_lease(conversation: Conversation) -> None:
    accepted = _say(conversation)
    assert claim(conversation.pk) is None
    _end_lease(conversation)
    claimed = claim(conversation.pk)
    assert claimed and claimed[1] == accepted.message
    assert claimed[0] != accepted.lease


def test_claim_of_nothing_is_none_and_no_longer_due(conversation: Conversation) -> None:
    conversation.due_at = timezone.now()
    conversation.save()
    assert claim(conversation.pk) is None
    conversation.refresh_from_db()
    assert conversation.due_at is None
    assert claim(uuid.uuid4()) is None


def test_renewing_needs_the_lease(conversation: Conversation) -> None:
    accepted = _say(conversation)
    _end_lease(conversation)
    renew(conversation.pk, "of somebody else")
    conversation.refresh_from_db()
    assert conversation.lease_until and conversation.lease_until < timezone.now()
    renew(conversation.pk, accepted.lease)
    conversation.refresh_from_db()
    assert conversation.lease_until > timezone.now()


def test_places_rise_by_one_whoever_writes(conversation: Conversation) -> None:
    from chat.services.handoff import ask_for_person
    from chat.services.staff import say

    accepted = _say(conversation)
    say(conversation.pk, "Hello")
    record_turn(accepted.message, _turn(), lease=accepted.lease)
    ask_for_person(conversation.pk, note="")
    assert list(conversation.messages.values_list("place", flat=True)) == [1, 2, 3, 4]
