"""Rate limits that all desk processes share."""

from __future__ import annotations

from django.db import models


class Bucket(models.Model):
    """How far ahead one key has used its rate up. `key` is a keyed digest: no address is stored.

    `used_until`: seconds of the epoch at which the key is as fresh as if it had never been used.
    """

    key = models.CharField(max_length=64, primary_key=True)
    used_until = models.FloatField(db_index=True)

    def __str__(self) -> str:
        return self.key[:8]
