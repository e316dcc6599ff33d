"""From the worker's threads into its event loop, where the connection to the assistant lives."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from chat.running import close

_loops: list[asyncio.AbstractEventLoop] = []


def use_loop(loop: asyncio.AbstractEventLoop) -> None:
    """From now on jobs run their async part in this loop; before that, each in one of its own."""
    _loops[:] = [loop]


def run_async[R](work: Coroutine[Any, Any, R]) -> R:
    """Runs async work from a thread without a loop, and returns its result or raises what it raised."""
    if _loops:
        return asyncio.run_coroutine_threadsafe(work, _loops[0]).result()
    return asyncio.run(_alone(work))


async def _alone[R](work: Coroutine[Any, Any, R]) -> R:
    try:
        return await work
    finally:
        await close()
