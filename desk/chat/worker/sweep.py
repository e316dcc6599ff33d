"""Looking for what is due, twice a second."""

from __future__ import annotations

import asyncio
import logging

from django.db import DatabaseError

from chat.database import in_database
from chat.running import running
from chat.worker.dispatch import (
    deliveries_due,
    dispatch_closings,
    dispatch_deliveries,
    dispatch_erasures,
    dispatch_timers,
    erasures_due,
    timers_due,
)

logger = logging.getLogger("desk.sweep")

LOOK_EVERY = 0.5


async def sweep(stopping: asyncio.Event) -> None:
    """Queues jobs for what is due until it is told to stop."""
    while not stopping.is_set():
        try:
            await _once()
        except DatabaseError:
            logger.exception("sweep.failed")
        try:
            async with asyncio.timeout(LOOK_EVERY):
                await stopping.wait()
        except TimeoutError:
            continue


async def _once() -> None:
    # While the assistant is away, what waits stays due: one question a look, instead of one a conversation.
    if await in_database(deliveries_due) and await _assistant_ready():
        queued = await in_database(dispatch_deliveries)
        logger.info("sweep.deliveries", extra={"conversations": queued})
    if await in_database(erasures_due):
        await in_database(dispatch_closings)
        await in_database(dispatch_erasures)
    if await in_database(timers_due):
        await in_database(dispatch_timers)


async def _assistant_ready() -> bool:
    here = running()
    before = here.watch.state
    health = await here.assistant.health()
    here.watch.seen(ready=health.ready)
    if here.watch.state != before:
        logger.info("assistant.state", extra={"state": here.watch.state})
    return health.ready
