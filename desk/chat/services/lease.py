"""Leases: at most one process at a time delivers a conversation's messages, in their order, and none for ever."""

from __future__ import annotations

import secrets
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from chat.models import Conversation, Message, State
from chat.services.locking import ConversationGone, locked

LENGTH = timedelta(seconds=6)
RENEW_AFTER = 2.0
"""Seconds. A holder that is still at work renews its lease this often, so that a lease which ends has lost its holder,
and what a killed process was delivering goes on after a few seconds."""


def grant(conversation: Conversation) -> str:
    """Gives out the lease of a locked conversation, and saves nothing. Empty where somebody else holds it."""
    now = timezone.now()
    if conversation.lease_until and conversation.lease_until > now:
        return ""
    conversation.lease_key = secrets.token_hex(16)
    extend(conversation)
    return conversation.lease_key


def extend(conversation: Conversation) -> None:
    """For one more try, in a locked conversation. `due_at` is when the worker looks after it, should the holder die."""
    conversation.lease_until = timezone.now() + LENGTH
    conversation.due_at = conversation.lease_until


def renew(conversation_id: UUID, key: str) -> None:
    """For a try that is still going on. Does nothing where the lease has passed to somebody else."""
    until = timezone.now() + LENGTH
    Conversation.objects.filter(pk=conversation_id, lease_key=key).update(lease_until=until, due_at=until)


def release(conversation: Conversation) -> None:
    conversation.lease_key = ""
    conversation.lease_until = None


def oldest_waiting(conversation_id: UUID) -> Message | None:
    waiting = Message.objects.filter(conversation_id=conversation_id, state=State.WAITING)
    return waiting.order_by("place").first()


@transaction.atomic
def claim(conversation_id: UUID) -> tuple[str, Message] | None:
    """The lease and the first message to deliver; None where nothing waits or somebody else delivers."""
    try:
        conversation = locked(conversation_id)
    except ConversationGone:
        return None
    first = oldest_waiting(conversation_id)
    if first is None:
        if not conversation.lease_until:
            conversation.due_at = None
            conversation.save(update_fields=["due_at"])
        return None
    key = grant(conversation)
    if not key:
        return None
    conversation.save(update_fields=["lease_key", "lease_until", "due_at"])
    return key, first
