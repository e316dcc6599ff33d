"""Messages of a person to a patient."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from chat.models import Author, Message
from chat.services.locking import locked, next_place


@transaction.atomic
def say(conversation_id: UUID, text: str) -> Message:
    """Stores a message of staff; all streams of the conversation send it within a second.

    Raises:
        ConversationGone
    """
    conversation = locked(conversation_id)
    message = Message.objects.create(
        conversation=conversation, place=next_place(conversation), author=Author.STAFF, text=text, body=text
    )
    conversation.active_at = timezone.now()
    conversation.save(update_fields=["last_place", "active_at"])
    return message
