"""Rate limits: so many at once, and as many again in so many seconds, counted in the database for all processes."""

from __future__ import annotations

import math
import time

from chat.models import Bucket
from config.environment import Rate


class TooMany(Exception):
    """A limit is used up. `retry_after`: whole seconds until one more is allowed."""

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"try again in {math.ceil(retry_after)} s")
        self.retry_after = max(1, math.ceil(retry_after))


def take(limits: dict[str, Rate]) -> None:
    """Takes one from each key's rate, or none of any. Call it inside a transaction.

    Each key has one number: the time until which its rate is used up. One use moves it on by the time that one use
    needs to be regained; more than the whole rate ahead of now is refused. So nothing is counted or reset.

    Raises:
        TooMany: one of the keys has used its rate up; nothing was written.
    """
    now = time.time()
    stored = {row.key: row.used_until for row in Bucket.objects.select_for_update().filter(key__in=limits)}
    moved = []
    for key, rate in limits.items():
        used_until = max(stored.get(key, now), now) + rate.seconds / rate.amount
        # A hair's breadth for the rounding of the additions before.
        if (ahead := used_until - now - rate.seconds) > 1e-6:
            raise TooMany(ahead)
        moved.append(Bucket(key=key, used_until=used_until))
    Bucket.objects.bulk_create(moved, update_conflicts=True, update_fields=["used_until"], unique_fields=["key"])


def drop_unused() -> int:
    """Deletes the keys that are as fresh as new. Returns how many."""
    return Bucket.objects.filter(used_until__lt=time.time()).delete()[0]
