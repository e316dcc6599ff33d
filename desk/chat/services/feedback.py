"""Feedback: a thumb for one message, or a comment on the conversation."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from chat.addresses import digest
from chat.limits import take
from chat.models import Author, Feedback
from chat.services.locking import locked

REASONS = ("wrong", "unclear", "incomplete", "off_topic", "tone", "other")
THUMBS = ("up", "down")


class MessageUnknown(Exception):
    """The conversation has no message of the assistant with that id."""


@transaction.atomic
def rate(conversation_id: UUID, message_id: UUID, *, thumb: str, reason: str, comment: str) -> Feedback:
    """Stores feedback for one message of the assistant; the last word counts.

    Raises:
        ConversationGone, MessageUnknown, TooMany
    """
    conversation = locked(conversation_id)
    take({digest(conversation_id.hex, purpose="feedback"): settings.LIMIT_CONVERSATION})
    message = conversation.messages.filter(pk=message_id, author=Author.ASSISTANT).first()
    if message is None:
        raise MessageUnknown
    return Feedback.objects.update_or_create(
        message=message,
        defaults={
            "conversation": conversation,
            "thumb": thumb,
            "reason": reason,
            "comment": comment,
            "given_at": timezone.now(),
        },
    )[0]


@transaction.atomic
def comment_on(conversation_id: UUID, *, comment: str) -> None:
    """Stores what a patient said about the whole conversation, in the chat itself.

    Raises:
        ConversationGone
    """
    Feedback.objects.create(conversation=locked(conversation_id), comment=comment)
