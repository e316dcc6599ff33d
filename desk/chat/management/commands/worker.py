"""`python manage.py worker`: delivers what waits, erases what is due. Several may run at a time."""

from __future__ import annotations

import asyncio
import logging
import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from chat.bridge import use_loop
from chat.database import close_pool
from chat.running import close
from chat.worker.jobs import JobThread
from chat.worker.sweep import sweep

logger = logging.getLogger("desk.worker")

_FINISH = 8.0


class Command(BaseCommand):
    help = "Delivers messages that wait for a reply, and runs the jobs of the queue."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--threads", type=int, default=3, help="jobs at a time")

    def handle(self, *args: Any, threads: int, **options: Any) -> None:
        asyncio.run(_work(threads))


async def _work(threads: int) -> None:
    loop = asyncio.get_running_loop()
    stopping = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stopping.set)
    use_loop(loop)
    jobs = [JobThread() for _ in range(threads)]
    for job in jobs:
        job.start()
    logger.info("worker.ready", extra={"threads": threads})
    await sweep(stopping)
    for job in jobs:
        job.stop()
    # In a thread: the jobs need this loop to finish.
    await asyncio.gather(*(asyncio.to_thread(job.join, _FINISH) for job in jobs))
    await close()
    close_pool()
    logger.info("worker.stopped")
