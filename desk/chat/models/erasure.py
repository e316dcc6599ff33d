"""What the assistant still has to forget."""

from __future__ import annotations

from django.db import models


class Erasure(models.Model):
    """A conversation that is erased here and not yet in the assistant. The row goes when that is done too."""

    sender_id = models.UUIDField(unique=True)
    due_at = models.DateTimeField(db_index=True)
    tries = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"erasure {self.pk}"
