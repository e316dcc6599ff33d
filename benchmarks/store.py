"""What the tracker store adds to a message on SQLite."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered

from lems_faq.adapters.tracker_store import RecentTrackerStore

TURNS = 300


def store_cost_ms() -> float:
    """Median milliseconds of reading and saving the tracker for one message, in a conversation of many turns."""
    return asyncio.run(_measure())


async def _measure() -> float:
    with tempfile.TemporaryDirectory() as folder:
        domain = Domain.empty()
        store = RecentTrackerStore(domain, f"sqlite:///{Path(folder) / 'benchmark.db'}")
        times = []
        for number in range(TURNS):
            started = time.perf_counter()
            tracker = await store.get_or_create_tracker("benchmark", append_action_listen=False)
            read = time.perf_counter() - started
            tracker.update(UserUttered(f"question {number}", {"name": "cause"}), domain)
            tracker.update(ActionExecuted("utter_cause"), domain)
            tracker.update(BotUttered("answer " * 100, metadata={"turn": {"text": "answer " * 200}}), domain)
            tracker.update(ActionExecuted("action_listen"), domain)
            started = time.perf_counter()
            await store.save(tracker)
            times.append((read + time.perf_counter() - started) * 1000)
        return sorted(times)[TURNS // 2]
