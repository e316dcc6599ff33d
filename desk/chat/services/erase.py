"""Erasing a conversation: the desk's rows at once, the assistant's as soon as it can be reached."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from chat.addresses import digest
from chat.models import AuditLine, Erasure
from chat.services.locking import locked

PATIENT, CHAT, RETENTION = "patient", "chat", "retention"
"""Who asked: the patient by the API, the patient in the chat, the clock."""

_RETRY = timedelta(seconds=5)
_LONGEST_RETRY = timedelta(minutes=5)


def audit_subject(conversation_id: UUID) -> str:
    """Under what the audit log knows a conversation."""
    return digest(conversation_id.hex, purpose="audit")


@transaction.atomic
def erase(conversation_id: UUID, *, origin: str) -> bool:
    """Erases the conversation and all that hangs on it, notes that, and orders the same of the assistant.

    Returns whether the assistant can be told at once: not while it is at work on a last message, since it would store
    that after it had forgotten.

    Raises:
        ConversationGone
    """
    conversation = locked(conversation_id)
    now = timezone.now()
    at_work = conversation.lease_until is not None and conversation.lease_until > now
    AuditLine.objects.create(
        event="conversation.erased",
        origin=origin,
        subject=audit_subject(conversation_id),
        messages=conversation.messages.count(),
    )
    due_at = max(conversation.lease_until or now, now) + (_RETRY if at_work else timedelta())
    Erasure.objects.get_or_create(sender_id=conversation_id, defaults={"due_at": due_at})
    # Jobs name the conversation too. One that runs just now belongs to its worker; it goes with the next tidying.
    named = DBTaskResult.objects.filter(args_kwargs__args__0=str(conversation_id))
    named.exclude(status=TaskResultStatus.RUNNING).delete()
    conversation.delete()
    return not at_work


def assistant_erased(sender_id: UUID) -> None:
    """The assistant has forgotten it too."""
    Erasure.objects.filter(sender_id=sender_id).delete()


def assistant_not_erased(sender_id: UUID) -> None:
    """The assistant could not be told: it is tried again, at longer and longer intervals."""
    row = Erasure.objects.filter(sender_id=sender_id).first()
    if row:
        row.tries += 1
        row.due_at = timezone.now() + min(_RETRY * row.tries, _LONGEST_RETRY)
        row.save(update_fields=["tries", "due_at"])


def request_erasure(conversation_id: UUID, *, at_latest: timedelta) -> None:
    """The patient has confirmed in the chat: no further message is taken, and after the reply that says so (or at the
    latest after so long) all is erased.

    Raises:
        ConversationGone
    """
    with transaction.atomic():
        conversation = locked(conversation_id)
        if conversation.closing_at is None:
            conversation.closing_at = timezone.now() + at_latest
            conversation.save(update_fields=["closing_at"])
