"""Reading a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from chat.models import Author, Conversation, Message, State
from chat.services.locking import ConversationGone
from chat.services.record import Recorded

_CHUNK = 500


@dataclass(frozen=True)
class Page:
    """Messages in their order. `more`: there are later ones."""

    messages: list[Message]
    more: bool
    closing: bool


def read_page(conversation_id: UUID, *, after: int, limit: int) -> Page:
    """The messages after a place.

    Raises:
        ConversationGone
    """
    conversation = existing(conversation_id)
    rows = list(conversation.messages.filter(place__gt=after).select_related("feedback").order_by("place")[: limit + 1])
    return Page(rows[:limit], more=len(rows) > limit, closing=conversation.closing_at is not None)


def existing(conversation_id: UUID) -> Conversation:
    """The conversation.

    Raises:
        ConversationGone
    """
    conversation = Conversation.objects.filter(pk=conversation_id).first()
    if conversation is None:
        raise ConversationGone
    return conversation


def places(conversation_ids: list[UUID]) -> dict[UUID, int]:
    """The newest place of each conversation that still exists."""
    found: dict[UUID, int] = {}
    for start in range(0, len(conversation_ids), _CHUNK):
        chunk = conversation_ids[start : start + _CHUNK]
        found.update(Conversation.objects.filter(pk__in=chunk).values_list("pk", "last_place"))
    return found


def settled(message_id: UUID) -> Recorded | None:
    """What became of a patient's message; None while it waits.

    Raises:
        ConversationGone: the message is erased.
    """
    message = Message.objects.select_related("conversation").filter(pk=message_id).first()
    if message is None:
        raise ConversationGone
    if message.state == State.WAITING:
        return None
    replies = {reply.author: reply for reply in message.replies.all()}
    return Recorded(
        reply=replies.get(Author.ASSISTANT),
        notice=replies.get(Author.DESK),
        closing=message.conversation.closing_at is not None,
    )
