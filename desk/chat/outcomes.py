"""Who waits in this process for what became of a message."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from chat.services.record import Recorded


class Outcomes:
    """Requests wait here for the delivery that runs beside them."""

    def __init__(self) -> None:
        self._waiting: dict[UUID, dict[asyncio.Future[Recorded], UUID]] = defaultdict(dict)

    @contextmanager
    def expect(self, conversation_id: UUID, message_id: UUID) -> Iterator[asyncio.Future[Recorded]]:
        """A future of what becomes of a message, if it is delivered in this process while the block lasts."""
        future: asyncio.Future[Recorded] = asyncio.get_running_loop().create_future()
        self._waiting[conversation_id][future] = message_id
        try:
            yield future
        finally:
            waiting = self._waiting[conversation_id]
            del waiting[future]
            if not waiting:
                del self._waiting[conversation_id]

    def report(self, conversation_id: UUID, message_id: UUID, recorded: Recorded) -> None:
        """Tells those who wait for this message; and, where the delivery stops here, those who wait for later ones
        of the conversation: none of them comes now."""
        stops = recorded.next is None
        for future, awaited in self._waiting.get(conversation_id, {}).items():
            if not future.done() and (awaited == message_id or stops):
                future.set_result(recorded if awaited == message_id else Recorded(notice=recorded.notice))

    def stopped(self, conversation_id: UUID) -> None:
        """The delivery broke off without a word."""
        for future in self._waiting.get(conversation_id, {}):
            if not future.done():
                future.set_result(Recorded())
