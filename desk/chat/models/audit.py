"""The audit log: that something was done, never what was said."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class AuditLine(models.Model):
    """One deed. `subject`: a keyed digest of the conversation's id, so that whoever has the id can find the line, and
    nobody can find the id from the line. `messages`: how many there were."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    event = models.CharField(max_length=40)
    origin = models.CharField(max_length=20)
    subject = models.CharField(max_length=64, db_index=True)
    messages = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event}"
