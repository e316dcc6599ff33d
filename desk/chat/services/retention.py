"""Retention: nothing is kept longer than the operator has set."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from chat.limits import drop_unused
from chat.models import Conversation
from chat.services.erase import RETENTION, erase
from chat.services.locking import ConversationGone

_BATCH = 100
_TASKS_KEPT = timedelta(hours=1)
_TASKS_LOST = timedelta(days=1)


def kept_until(active_at: datetime) -> datetime:
    """When a conversation with this last activity is to be erased."""
    return active_at + timedelta(days=settings.RETENTION_DAYS)


def erase_old() -> int:
    """Erases what is older than it may be, in desk and assistant. Returns how many conversations.

    One transaction a conversation, so that no patient waits for the lock longer than for one of them.
    """
    before = timezone.now() - timedelta(days=settings.RETENTION_DAYS)
    erased = 0
    while True:
        old = list(Conversation.objects.filter(active_at__lt=before).values_list("pk", flat=True)[:_BATCH])
        if not old:
            return erased
        for conversation_id in old:
            try:
                erase(conversation_id, origin=RETENTION)
                erased += 1
            except ConversationGone:
                # The patient was faster.
                continue


def tidy() -> None:
    """Deletes what has served its purpose: finished jobs, jobs whose worker was killed, unused rate limits."""
    now = timezone.now()
    DBTaskResult.objects.filter(finished_at__lt=now - _TASKS_KEPT).delete()
    DBTaskResult.objects.filter(Q(started_at__lt=now - _TASKS_LOST), finished_at=None).delete()
    drop_unused()
