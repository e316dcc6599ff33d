"""The conversation's row as the lock under which its messages get their places."""

from __future__ import annotations

from uuid import UUID

from chat.models import Conversation


class ConversationGone(Exception):
    """It was erased, or is about to be."""


def locked(conversation_id: UUID) -> Conversation:
    """The conversation, locked until the end of the transaction (which is locked as a whole on SQLite).

    Raises:
        ConversationGone: there is none.
    """
    conversation = Conversation.objects.select_for_update().filter(pk=conversation_id).first()
    if conversation is None:
        raise ConversationGone
    return conversation


def next_place(conversation: Conversation) -> int:
    """The place of a new message. The caller holds the lock and saves `last_place`."""
    conversation.last_place += 1
    return conversation.last_place
