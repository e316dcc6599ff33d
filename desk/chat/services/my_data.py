"""Everything that the desk stores about a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from chat.models import Conversation, Feedback, Handoff, Message
from chat.services.history import existing


@dataclass(frozen=True)
class Stored:
    """The rows of one conversation. `comments`: feedback on the whole of it."""

    conversation: Conversation
    messages: list[Message]
    comments: list[Feedback]
    handoff: Handoff | None


def stored(conversation_id: UUID) -> Stored:
    """All rows.

    Raises:
        ConversationGone
    """
    conversation = existing(conversation_id)
    return Stored(
        conversation=conversation,
        messages=list(conversation.messages.select_related("feedback").order_by("place")),
        comments=list(conversation.feedback.filter(message=None).order_by("given_at")),
        handoff=Handoff.objects.filter(conversation=conversation).first(),
    )
