"""Database work of async code: short synchronous functions, run in a few threads that keep their connections."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache, partial

from django.db import close_old_connections, connection, connections

_THREADS = {"sqlite": 1, "postgresql": 8}
"""SQLite has one writer at a time: within a process it is cheaper to queue for it than to collide and sleep."""

_MEETING_SECONDS = 5.0


async def in_database[**P, R](function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Runs a function that uses the database, without blocking the event loop.

    Not Django's sync_to_async: that gives every request a thread of its own, and every thread opens its connection.
    """
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_threads().pool, partial(_run, partial(function, *args, **kwargs)))


def _run[R](work: Callable[[], R]) -> R:
    close_old_connections()
    return work()


@dataclass
class _Threads:
    """The pool, and how many threads it has started: it starts them as they are needed."""

    started: list[int] = field(default_factory=list)
    pool: ThreadPoolExecutor = field(init=False)

    def __post_init__(self) -> None:
        self.pool = ThreadPoolExecutor(
            _THREADS.get(connection.vendor, 1),
            thread_name_prefix="database",
            initializer=self.started.append,
            initargs=(1,),
        )


@lru_cache(maxsize=1)
def _threads() -> _Threads:
    return _Threads()


def close_pool() -> None:
    """Ends the threads and their connections; the next call starts new ones."""
    threads = _threads()
    # Each thread has its own connections: all of them meet here, so that none takes the work of another.
    meeting = threading.Barrier(len(threads.started) or 1)
    for _ in threads.started:
        threads.pool.submit(_close_own, meeting)
    threads.pool.shutdown()
    _threads.cache_clear()


def _close_own(meeting: threading.Barrier) -> None:
    meeting.wait(_MEETING_SECONDS)
    connections.close_all()
