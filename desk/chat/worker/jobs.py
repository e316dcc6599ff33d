"""Running the jobs of the queue: the worker of django_tasks_db, in threads, kept alive."""

from __future__ import annotations

import logging
import threading
import time

from django.db import DatabaseError, connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

logger = logging.getLogger("desk.jobs")

_INTERVAL = 0.5
_PAUSE = 1.0


class JobThread(threading.Thread):
    """One job at a time, until it is told to stop; what it is at then is finished first."""

    def __init__(self) -> None:
        super().__init__(name="jobs", daemon=True)
        self._worker = Worker(
            queue_names=["default"],
            interval=_INTERVAL,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )

    def stop(self) -> None:
        self._worker.running = False

    def run(self) -> None:
        while self._worker.running:
            try:
                self._worker.run()
            except DatabaseError:
                # A job's own failure is noted in its row; this is the database itself, which comes back.
                logger.exception("jobs.database_failed")
                time.sleep(_PAUSE)
        connections.close_all()
