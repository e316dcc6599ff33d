"""Recording what became of a delivery: a reply, a delay, or the end of trying."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from chat.assistant.turn import Turn
from chat.models import Author, Conversation, Message, State
from chat.notices import DELAYS, Notice, notice
from chat.services.lease import extend, oldest_waiting, release
from chat.services.locking import ConversationGone, locked, next_place

FORGET_GRACE = timedelta(seconds=5)
"""Between a reply that says that all will be deleted, and the deletion: time for the reply to arrive."""

_BACKOFF = (1, 2, 4, 8, 15)


@dataclass(frozen=True)
class Recorded:
    """What is stored now. `next`: the message to deliver next under the same lease."""

    reply: Message | None = None
    notice: Message | None = None
    next: Message | None = None
    closing: bool = False


@transaction.atomic
def record_turn(message: Message, turn: Turn, *, lease: str) -> Recorded:
    """Stores the reply to a message, unless somebody did it before.

    Raises:
        ConversationGone: erased while the assistant was at work; the turn is dropped.
    """
    return _answer(locked(message.conversation_id), message.pk, turn, lease=lease, place=message.place)


@transaction.atomic
def record_delay(
    conversation_id: UUID,
    message_id: UUID,
    *,
    kind: str,
    lease: str,
    tries: int | None,
    last_resort: Turn | None = None,
) -> Recorded:
    """Puts the message off. One outage gives one notice a conversation, however much is written meanwhile.

    `tries`: how often in all; None: until it works. A message that no program can take must neither kill the assistant
    for ever nor hold up all that come after it: at the end it gets the last resort, or is given up.

    Raises:
        ConversationGone
    """
    conversation = locked(conversation_id)
    if lease != conversation.lease_key:
        # Somebody else delivers by now; what they find counts.
        return Recorded()
    conversation.failures += tries is not None
    if tries is not None and conversation.failures >= tries:
        if last_resort:
            return _answer(conversation, message_id, last_resort, lease=lease)
        return _give_up(conversation, message_id, lease=lease)
    said = _delay_notice(conversation, kind)
    release(conversation)
    wait = _BACKOFF[min(max(conversation.failures, 1), len(_BACKOFF)) - 1]
    conversation.due_at = timezone.now() + timedelta(seconds=wait)
    _save(conversation)
    return Recorded(notice=said)


@transaction.atomic
def record_refusal(conversation_id: UUID, message_id: UUID, *, lease: str) -> Recorded:
    """The assistant will never take it: the patient is told, and the next message gets its turn.

    Raises:
        ConversationGone
    """
    return _give_up(locked(conversation_id), message_id, lease=lease)


@transaction.atomic
def note_slowness(conversation_id: UUID, message_id: UUID) -> Recorded:
    """For a patient who has waited long enough: the reply where it has come by now, else the notice.

    Raises:
        ConversationGone
    """
    conversation = locked(conversation_id)
    message = conversation.messages.filter(pk=message_id).first()
    if message is None:
        raise ConversationGone
    if message.state == State.WAITING:
        said = _delay_notice(conversation, "slow")
        _save(conversation)
        return Recorded(notice=said)
    return Recorded(
        reply=message.replies.filter(author=Author.ASSISTANT).first(),
        notice=message.replies.filter(author=Author.DESK).first(),
        closing=conversation.closing_at is not None,
    )


def add_notice(conversation: Conversation, said: Notice, *, about: Message | None = None) -> Message:
    """Stores a message of the desk in a locked conversation. The caller saves the conversation."""
    return Message.objects.create(
        conversation=conversation,
        place=next_place(conversation),
        author=Author.DESK,
        text=said.text,
        body=said.body,
        disclaimer=said.disclaimer,
        outcome=said.outcome,
        safety="line",
        reply_to=about,
        turn={"messages": [{"links": list(said.links)}]},
    )


def _answer(
    conversation: Conversation, message_id: UUID, turn: Turn, *, lease: str, place: int | None = None
) -> Recorded:
    """`place`: of the message, where it is known. Messages are delivered in their order, so that only later ones can
    wait; most often the reply is the next after its message, and none does."""
    messages = conversation.messages.filter(pk=message_id)
    reply: Message | None
    if messages.filter(state=State.WAITING).update(state=State.ANSWERED):
        reply = Message.objects.create(
            conversation=conversation,
            place=next_place(conversation),
            author=Author.ASSISTANT,
            text=turn.text,
            body=turn.body,
            disclaimer=turn.disclaimer,
            outcome=turn.outcome,
            safety=turn.safety,
            reply_to_id=message_id,
            turn=turn.record,
        )
    elif (message := messages.first()) is not None:
        reply = message.replies.filter(author=Author.ASSISTANT).first()
    else:
        raise ConversationGone
    if conversation.closing_at:
        conversation.closing_at = min(conversation.closing_at, timezone.now() + FORGET_GRACE)
    last = place is not None and conversation.last_place == place + 1
    return _go_on(conversation, lease, reply=reply, last=last)


def _give_up(conversation: Conversation, message_id: UUID, *, lease: str) -> Recorded:
    message = conversation.messages.filter(pk=message_id).first()
    if message is None:
        raise ConversationGone
    said = None
    if message.state == State.WAITING:
        said = add_notice(conversation, notice("undeliverable"), about=message)
        _mark(message, State.FAILED)
    return _go_on(conversation, lease, notice=said)


def _go_on(
    conversation: Conversation,
    lease: str,
    *,
    reply: Message | None = None,
    notice: Message | None = None,
    last: bool = False,
) -> Recorded:
    """Hands the next waiting message to the holder of the lease, or takes the lease back when none is left."""
    following = None if last or conversation.closing_at else oldest_waiting(conversation.pk)
    conversation.failures = 0
    if following is None:
        release(conversation)
        conversation.due_at = None
    elif lease == conversation.lease_key:
        extend(conversation)
    else:
        following = None
    _save(conversation)
    return Recorded(reply=reply, notice=notice, next=following, closing=conversation.closing_at is not None)


def _delay_notice(conversation: Conversation, kind: str) -> Message | None:
    last = conversation.messages.exclude(author=Author.PATIENT).order_by("-place").first()
    if last and last.author == Author.DESK and last.outcome in DELAYS:
        return None
    return add_notice(conversation, notice(kind))


def _mark(message: Message, state: State) -> None:
    message.state = state
    message.save(update_fields=["state"])


def _save(conversation: Conversation) -> None:
    """Not by the model's save, which costs twice as much; this is on the way of every message."""
    fields = ("last_place", "due_at", "lease_key", "lease_until", "failures", "closing_at")
    Conversation.objects.filter(pk=conversation.pk).update(**{name: getattr(conversation, name) for name in fields})
