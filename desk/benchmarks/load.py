"""Load on desk and assistant: `python -m benchmarks.load --url ... --assistant ... --conversations 100 --messages 5`.

Measures, one after the other and on the same machine, messages straight to the assistant and messages through the
desk, and prints one JSON object: per way the number of conversations at once, p50, p95, errors, and how many replies
came later than the request waits (202); and the ratio of the two p50. The desk's rate limits must allow it
(LEMS_LIMIT_ADDRESS, LEMS_LIMIT_STARTS).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import sys
import time
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

from benchmarks.http import Connection

_QUESTIONS = (
    "Is it hereditary?",
    "What causes LEMS?",
    "Does it have to do with cancer?",
    "Why am I so weak?",
    "What is being researched?",
)

LATE, FAILED = -1.0, -2.0
"""In place of the seconds: the reply was put off to the event stream; there was no good answer."""


async def straight(url: str, secret: str, messages: int) -> list[float]:
    """One conversation with the assistant: seconds a message."""
    connection, sender = Connection(url), str(uuid.uuid4())
    headers = {"X-Desk-Secret": secret}
    times: list[float] = []
    for number in range(messages):
        body = {"sender_id": sender, "message_id": str(uuid.uuid4()), "text": _QUESTIONS[number % len(_QUESTIONS)]}
        times.append(await _timed(connection, "/webhooks/desk", body, headers))
    await connection.close()
    return times


async def through_desk(url: str, messages: int) -> list[float]:
    """The same conversation by the chat API."""
    connection = Connection(url)
    _, started = await connection.post("/api/v1/conversations", {}, {})
    headers = {"Authorization": f"Bearer {started['token']}"}
    times: list[float] = []
    for number in range(messages):
        body = {"client_message_id": str(uuid.uuid4()), "text": _QUESTIONS[number % len(_QUESTIONS)]}
        times.append(await _timed(connection, "/api/v1/messages", body, headers))
    await connection.close()
    return times


async def _timed(connection: Connection, path: str, body: dict[str, Any], headers: dict[str, str]) -> float:
    started = time.perf_counter()
    status, _ = await connection.post(path, body, headers)
    if status == 200:
        return time.perf_counter() - started
    return LATE if status == 202 else FAILED


async def measure(talk: Callable[[], Awaitable[list[float]]], conversations: int) -> dict[str, Any]:
    started = time.perf_counter()
    results = await asyncio.gather(*(talk() for _ in range(conversations)))
    seconds = time.perf_counter() - started
    times = [one for result in results for one in result]
    good = sorted(one for one in times if one >= 0)
    return {
        "conversations": conversations,
        "messages": len(times),
        "errors": times.count(FAILED),
        "late": times.count(LATE),
        "p50_ms": round(1000 * statistics.median(good), 1),
        "p95_ms": round(1000 * good[int(0.95 * (len(good) - 1))], 1),
        "a_second": round(len(good) / seconds, 1),
    }


async def run(options: argparse.Namespace) -> dict[str, Any]:
    secret = os.environ.get("LEMS_DESK_SECRET", "")
    rows = []
    for conversations in options.conversations:
        await measure(lambda: straight(options.assistant, secret, 2), 1)
        await measure(lambda: through_desk(options.url, 2), 1)
        alone = await measure(lambda: straight(options.assistant, secret, options.messages), conversations)
        desk = await measure(lambda: through_desk(options.url, options.messages), conversations)
        rows.append({"assistant": alone, "desk": desk, "ratio_p50": round(desk["p50_ms"] / alone["p50_ms"], 2)})
    return {"runs": rows}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--assistant", default="http://127.0.0.1:5005")
    parser.add_argument("--conversations", type=int, nargs="+", default=[1, 100])
    parser.add_argument("--messages", type=int, default=10)
    json.dump(asyncio.run(run(parser.parse_args())), sys.stdout, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
