"""The event streams of this process: one look at the database for all of them, some times a second."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import DatabaseError

from chat.assistant.client import Assistant
from chat.assistant.watch import Watch
from chat.database import in_database
from chat.services.history import places

logger = logging.getLogger("desk.hub")

LOOK_EVERY = 0.4
"""Seconds between two looks at the database: what another process wrote is seen within this time."""

PROBE_EVERY = 2.0


class Listener:
    """One stream. `place`: the conversation's newest place as far as the hub knows; None when it is gone."""

    def __init__(self) -> None:
        self.place: int | None = 0
        self._changed = asyncio.Event()

    def wake(self) -> None:
        self._changed.set()

    async def changed(self, *, seconds: float) -> bool:
        """Returns when something is new, or after so many seconds; and which of the two it was."""
        try:
            async with asyncio.timeout(max(0.0, seconds)):
                await self._changed.wait()
        except TimeoutError:
            return False
        self._changed.clear()
        return True


class Hub:
    """Wakes the streams whose conversation moved on, by whatever process that was."""

    def __init__(self, assistant: Assistant, watch: Watch) -> None:
        self._assistant = assistant
        self._watch = watch
        self._listeners: dict[UUID, set[Listener]] = defaultdict(set)
        self._tasks: list[asyncio.Task[None]] = []
        self.closed = False

    def count(self, conversation_id: UUID) -> int:
        return len(self._listeners.get(conversation_id, ()))

    @contextmanager
    def listen(self, conversation_id: UUID) -> Iterator[Listener]:
        listener = Listener()
        self._listeners[conversation_id].add(listener)
        self._start()
        try:
            yield listener
        finally:
            listeners = self._listeners[conversation_id]
            listeners.discard(listener)
            if not listeners:
                del self._listeners[conversation_id]

    def moved(self, conversation_id: UUID) -> None:
        """Something of this process was stored: no need to wait for the next look."""
        for listener in self._listeners.get(conversation_id, ()):
            listener.wake()

    def close(self) -> None:
        """Ends the looking, and wakes all streams so that they end."""
        self.closed = True
        for task in self._tasks:
            task.cancel()
        for listener in self._all():
            listener.wake()

    def _start(self) -> None:
        if not self._tasks and not self.closed:
            self._tasks = [asyncio.create_task(self._look()), asyncio.create_task(self._probe())]

    def _all(self) -> list[Listener]:
        return [listener for listeners in self._listeners.values() for listener in listeners]

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            if not self._listeners:
                continue
            try:
                found = await in_database(places, list(self._listeners))
            except DatabaseError:
                logger.exception("hub.look_failed")
                continue
            for conversation_id, listeners in list(self._listeners.items()):
                place = found.get(conversation_id)
                for listener in listeners:
                    if listener.place != place:
                        listener.place = place
                        listener.wake()

    async def _probe(self) -> None:
        """Keeps the word on the assistant fresh for as long as somebody listens."""
        while True:
            if self._listeners:
                before = (self._watch.known, self._watch.state)
                self._watch.seen(ready=(await self._assistant.health()).ready)
                if (self._watch.known, self._watch.state) != before:
                    for listener in self._all():
                        listener.wake()
            await asyncio.sleep(PROBE_EVERY)
