"""A conversation: who may deliver its messages, and when it was last active."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone


class Conversation(models.Model):
    """One patient's conversation. Its row is the lock under which its messages get their places.

    `last_place`: place of the newest message. `due_at`: when the worker is to look after messages that wait for a
    reply; null when none waits. `lease_key`, `lease_until`: who delivers at present, and until when nobody else may.
    `failures`: tries since the last reply. `closing_at`: when it is erased, since the patient confirmed that in the
    chat.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    started_at = models.DateTimeField(default=timezone.now)
    active_at = models.DateTimeField(default=timezone.now, db_index=True)
    last_place = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField(null=True, db_index=True)
    lease_key = models.CharField(max_length=32, default="", blank=True)
    lease_until = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    closing_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.id)
