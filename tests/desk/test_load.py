"""A hundred conversations at once: every message is accepted and answered, and the benchmark runs."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_killing import UNLIMITED

from benchmarks.load import measure, straight, through_desk
from processes import Stack, stack, until

CONVERSATIONS = 100
MESSAGES = 2


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Stack]:
    with stack(tmp_path, more=UNLIMITED) as found:
        yield found


def test_hundred_conversations_at_once_without_an_error(parts: Stack) -> None:
    parts.assistant()
    _, url = parts.desk()
    parts.worker()
    measured = asyncio.run(measure(lambda: through_desk(url, MESSAGES), CONVERSATIONS))
    assert measured["messages"] == CONVERSATIONS * MESSAGES
    assert measured["errors"] == 0

    def answered() -> int:
        with sqlite3.connect(parts.folder / "assistant.sqlite3") as memory:
            return int(memory.execute("SELECT count(*) FROM work").fetchone()[0])

    until(lambda: answered() == CONVERSATIONS * MESSAGES, what="the last reply")
    secret = parts.environment["LEMS_DESK_SECRET"]
    alone = asyncio.run(measure(lambda: straight(parts.environment["LEMS_ASSISTANT_URL"], secret, 2), 3))
    assert alone["errors"] == 0
