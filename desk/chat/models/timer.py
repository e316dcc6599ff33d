"""Jobs that come round by the clock, once for all workers."""

from __future__ import annotations

from django.db import models


class Timer(models.Model):
    """When a job is due next. Whoever moves `due_at` on first is the one to start it."""

    name = models.CharField(max_length=40, primary_key=True)
    due_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
