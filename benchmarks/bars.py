"""The figures that have a bar: each may be at most it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Mapping

Result = Mapping[str, Any]


@dataclass(frozen=True)
class Bar:
    """`figure` reads the measured value from a result."""

    name: str
    most: float
    figure: Callable[[Result], float]


def ratio(*path: str) -> Callable[[Result], float]:
    """Ours by the peer's, of the value that lies at `path` in both."""

    def figure(result: Result) -> float:
        ours, peer = (_value(result[path[0]][name], path[1:]) for name in ("ours", "peer"))
        return ours / peer

    return figure


def at(*path: str) -> Callable[[Result], float]:
    """The value at `path`."""
    return lambda result: _value(result, path)


def _value(found: Any, path: tuple[str, ...]) -> float:
    for key in path:
        found = found[key]
    return float(found)


BARS: tuple[Bar, ...] = (
    Bar("message p50 over HTTP, ours by the peer's", 1 / 3, ratio("serving", "p50_ms")),
    Bar("resident memory after 200 messages, ours by the peer's", 0.45, ratio("serving", "memory_mb")),
    Bar("start to first answer, ours by the peer's", 1 / 4, ratio("serving", "start_s")),
    Bar("training, processor time, ours by the peer's", 1 / 4, ratio("training", "full_cpu_s")),
    Bar("training, wall time, ours by the peer's", 1 / 4, ratio("training", "full_wall_s")),
    Bar("installed environment, ours by the peer's", 0.40, ratio("installed_mb")),
    Bar("memory growth over 1,000 messages", 0.10, at("row", "growth")),
    Bar("errors in 1,000 messages", 0.0, at("row", "errors")),
    Bar("a message at turn 500 by one at turn 5", 1.2, at("conversation", "ratio")),
    Bar("tracker store on SQLite, milliseconds a message", 3.0, at("store_ms")),
)


def full_training(cost: Mapping[str, Any], *, epochs: int, full: int) -> dict[str, float]:
    """The cost of `full` epochs of DIET and half as many of TED, from that of `epochs`.

    What is missing is added at the price of the later epochs that were timed; where none was, nothing is added, and
    the training is counted as cheaper than it is.
    """
    done, wanted = (epochs, max(1, epochs // 2)), (full, full // 2)
    missing = sum(max(0, goal - had) * price for goal, had, price in zip(wanted, done, cost["later_epoch_s"]))
    wall = float(cost["wall_s"])
    return {
        "full_wall_s": round(wall + missing, 1),
        "full_cpu_s": round(float(cost["cpu_s"]) * (wall + missing) / wall, 1),
    }
