"""How long messages take over HTTP: both by turns, a thousand in a row, and one long conversation."""

from __future__ import annotations

import math
from statistics import median
from typing import Any, Mapping, Sequence

from benchmarks.places import BenchmarkError
from benchmarks.servers import REFUSED, Server

BLOCK = 20
ROW = 1000
EARLY, LATE = 5, 500
NEIGHBOURS = 20
PLAIN = "is it hereditary?"
"""Asked all along a conversation, so that only its length differs."""


def alternate(servers: Mapping[str, Server], asked: Sequence[str]) -> dict[str, dict[str, Any]]:
    """All asked the same questions, in blocks by turns, each in a conversation of its own: p50 and p95 in
    milliseconds, then memory and start. Before it each answers one block that does not count."""
    times: dict[str, list[float]] = {name: [] for name in servers}
    for name, server in servers.items():
        _block(server, asked[:BLOCK], f"warm-{name}")
    for start in range(0, len(asked), BLOCK):
        for name, server in servers.items():
            times[name] += _block(server, asked[start : start + BLOCK], f"{name}-{start}")
    return {
        name: {
            "messages": len(times[name]),
            "p50_ms": round(median(times[name]), 2),
            "p95_ms": round(percentile(times[name], 95), 2),
            "memory_mb": round(server.memory_mb(), 1),
            "start_s": server.start_s,
        }
        for name, server in servers.items()
    }


def _block(server: Server, texts: Sequence[str], name: str) -> list[float]:
    server.connect()
    return [server.ask(text, f"{name}-{number}")[0] * 1000 for number, text in enumerate(texts)]


def row(server: Server, asked: Sequence[str], *, messages: int = ROW) -> dict[str, Any]:
    """Messages in a row, ten a conversation: memory before and after, and how many went without an answer."""
    before, errors = server.memory_mb(), 0
    server.connect()
    for number in range(messages):
        try:
            errors += not server.ask(asked[number % len(asked)], f"row-{number // 10}")[1]
        except (*REFUSED, BenchmarkError):
            errors += 1
            server.connect()
    after = server.memory_mb()
    return {
        "messages": messages,
        "errors": errors,
        "before_mb": round(before, 1),
        "after_mb": round(after, 1),
        "growth": round(after / before - 1, 4),
    }


def conversation(server: Server) -> dict[str, Any]:
    """What a message costs late in a conversation by what it costs early in one.

    The late ones are neighbours in one conversation; between two of them another conversation has its early one, so
    that whatever else the machine does meets both.
    """
    server.connect()
    before = LATE - NEIGHBOURS // 2
    for _ in range(before):
        server.ask(PLAIN, "long")
    early, late = [], []
    for number in range(NEIGHBOURS):
        for _ in range(EARLY - 1):
            server.ask(PLAIN, f"short-{number}")
        early.append(server.ask(PLAIN, f"short-{number}")[0] * 1000)
        late.append(server.ask(PLAIN, "long")[0] * 1000)
    return {
        "early_turn": EARLY,
        "late_turns": [before + 1, before + NEIGHBOURS],
        "early_ms": round(median(early), 2),
        "late_ms": round(median(late), 2),
        "ratio": round(median(late) / median(early), 3),
    }


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that `share` per cent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share / 100) - 1)]
