"""Asking for a person."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from chat.addresses import digest
from chat.limits import take
from chat.models import Author, Handoff, Message
from chat.notices import notice
from chat.services.locking import locked
from chat.services.record import add_notice


def on_duty() -> bool:
    """Whether a person would see a request now. There are no staff accounts yet, so nobody is ever on duty."""
    return False


@transaction.atomic
def ask_for_person(conversation_id: UUID, *, note: str) -> Message:
    """Stores the wish once, with the first note that holds something, and the desk's honest answer to it.

    Raises:
        ConversationGone, TooMany
    """
    conversation = locked(conversation_id)
    take({digest(conversation_id.hex, purpose="handoff"): settings.LIMIT_CONVERSATION})
    _store(conversation_id, note=note)
    answer = conversation.messages.filter(author=Author.DESK, outcome="human_handoff").first()
    if answer is None:
        answer = add_notice(conversation, notice("handoff_on_duty" if on_duty() else "human_handoff"))
        conversation.active_at = timezone.now()
        conversation.save(update_fields=["last_place", "active_at"])
    return answer


@transaction.atomic
def store_handoff(conversation_id: UUID, *, note: str) -> None:
    """For a wish said in the chat itself, where the assistant's own reply answers it.

    Raises:
        ConversationGone
    """
    locked(conversation_id)
    _store(conversation_id, note=note)


def _store(conversation_id: UUID, *, note: str) -> None:
    handoff, _ = Handoff.objects.get_or_create(conversation_id=conversation_id)
    if note and not handoff.note:
        handoff.note = note
        handoff.save(update_fields=["note"])
