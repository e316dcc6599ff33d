"""Whether the assistant is ready, as this process last saw it."""

from __future__ import annotations

import time
from typing import Literal

from django.conf import settings

AssistantState = Literal["ready", "waking_up", "unreachable"]


class Watch:
    """Remembers since when the assistant is away: a short while counts as waking up, a long one as an outage."""

    def __init__(self) -> None:
        self._away_since: float | None = time.monotonic()
        self.known = False
        """Whether it was looked at at all; before that it counts as waking up."""

    def seen(self, *, ready: bool) -> None:
        self.known = True
        if ready:
            self._away_since = None
        elif self._away_since is None:
            self._away_since = time.monotonic()

    @property
    def state(self) -> AssistantState:
        if self._away_since is None:
            return "ready"
        return "waking_up" if time.monotonic() - self._away_since < settings.WAKING_SECONDS else "unreachable"

    @property
    def delay(self) -> str:
        """The notice for a message that could not be delivered just now."""
        return "unreachable" if self.state == "unreachable" else "waking_up"
