"""What lives as long as an event loop: the connection to the assistant, deliveries, event streams."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass, field
from uuid import UUID
from weakref import WeakKeyDictionary

from chat.assistant.client import Assistant
from chat.assistant.watch import AssistantState, Watch
from chat.delivery import Courier
from chat.hub import Hub
from chat.models import Message
from chat.outcomes import Outcomes
from chat.services.locking import ConversationGone
from chat.services.record import Recorded

logger = logging.getLogger("desk.running")

_FRESH = 1.0
_FINISH = 3.0


@dataclass
class Running:
    """Built by `running()`, once a loop."""

    assistant: Assistant
    watch: Watch
    hub: Hub
    outcomes: Outcomes
    courier: Courier = field(init=False)
    _deliveries: set[asyncio.Task[None]] = field(default_factory=set)
    _probed_at: float = -_FRESH

    def __post_init__(self) -> None:
        self.courier = Courier(self.assistant, self.watch, report=self._report)

    def start_delivery(self, conversation_id: UUID, lease: str, first: Message) -> asyncio.Task[None]:
        """Delivers beside the request: it goes on when the client does not wait any longer."""
        task = asyncio.create_task(self.courier.deliver(conversation_id, lease, first))
        self._deliveries.add(task)

        def done(task: asyncio.Task[None]) -> None:
            self._deliveries.discard(task)
            error = None if task.cancelled() else task.exception()
            if error and not isinstance(error, ConversationGone):
                logger.error("delivery.broke_off", exc_info=error)
            if error or task.cancelled():
                self.outcomes.stopped(conversation_id)

        task.add_done_callback(done)
        return task

    async def assistant_state(self) -> AssistantState:
        """The assistant's state, asked at most once a second."""
        if time.monotonic() - self._probed_at >= _FRESH:
            self._probed_at = time.monotonic()
            self.watch.seen(ready=(await self.assistant.health()).ready)
        return self.watch.state

    async def close(self) -> None:
        """Lets deliveries finish for a moment, then ends everything. What is cut off is still due in the database."""
        self.hub.close()
        if self._deliveries:
            await asyncio.wait(self._deliveries, timeout=_FINISH)
        for task in self._deliveries:
            task.cancel()
        await self.assistant.close()

    def _report(self, conversation_id: UUID, message_id: UUID, recorded: Recorded) -> None:
        self.outcomes.report(conversation_id, message_id, recorded)
        self.hub.moved(conversation_id)


_running: WeakKeyDictionary[asyncio.AbstractEventLoop, Running] = WeakKeyDictionary()


def running() -> Running:
    """What lives as long as the present event loop; built at the first call."""
    loop = asyncio.get_running_loop()
    if loop not in _running:
        assistant, watch = Assistant(), Watch()
        _running[loop] = Running(assistant, watch, Hub(assistant, watch), Outcomes())
    return _running[loop]


def end_streams() -> None:
    """Lets the event streams of the present event loop say goodbye."""
    found = _running.get(asyncio.get_running_loop())
    if found:
        found.hub.close()


async def close() -> None:
    """Ends what the present event loop has running, if anything."""
    found = _running.pop(asyncio.get_running_loop(), None)
    if found:
        await found.close()
