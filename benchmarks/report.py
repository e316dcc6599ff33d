"""Writes what was measured, with its bars, as JSON and as a table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Callable, Mapping, Sequence

RESULTS = Path("benchmarks/results")
Figure = Callable[[Mapping[str, Any]], float]


def _ratio(*path: str) -> Figure:
    """Ours by the peer's."""

    def figure(result: Mapping[str, Any]) -> float:
        ours, peer = (_value(result[path[0]][name], path[1:]) for name in ("ours", "peer"))
        return ours / peer

    return figure


def _value(found: Any, path: Sequence[str]) -> float:
    for key in path:
        found = found[key]
    return float(found)


def _training(result: Mapping[str, Any]) -> float:
    """By processor time; the peer's is scaled to the full number of epochs where it was trained for fewer."""
    training = result["training"]
    return float(training["ours"]["cpu_s"]) / (float(training["peer"]["cpu_s"]) * 100 / float(result["peer_epochs"]))


BARS: dict[str, tuple[Figure, float]] = {
    "message p50 over HTTP, ours by the peer's": (_ratio("serving", "p50_ms"), 1 / 3),
    "resident memory": (_ratio("serving", "memory_mb"), 0.45),
    "start to first answer": (_ratio("serving", "start_s"), 1 / 4),
    "training, processor seconds (the peer's for 100 epochs)": (_training, 1 / 4),
    "installed environment": (_ratio("installed_mb"), 0.40),
    "memory growth over 1,000 messages": (lambda r: float(r["endurance"]["memory_growth"]), 0.10),
    "errors in 1,000 messages": (lambda r: float(r["endurance"]["errors"]), 0.0),
    "a message at turn 500 by one at turn 5": (lambda r: float(r["endurance"]["turn_500_to_5"]), 1.2),
    "tracker store, milliseconds a message": (lambda r: float(r["store_ms"]), 3.0),
}
"""Each figure may be at most its bar."""


def write(result: Mapping[str, Any], bars: Mapping[str, tuple[Figure, float]]) -> int:
    """Writes both files, prints the table, and returns 1 where a bar is missed."""
    rows = [(name, figure(result), bar) for name, (figure, bar) in bars.items()]
    lines = [
        "# Against a default Rasa pipeline",
        "",
        f"{result['date']}, {result['machine']['processor']}, {result['machine']['cores']} cores, one run for both.",
        f"The peer was trained for {result['peer_epochs']} epochs of DIET (the bar's training time is scaled to 100).",
        "",
        "| figure | measured | at most | |",
        "|---|---|---|---|",
    ]
    lines += [f"| {name} | {value:.3f} | {bar:.3f} | {'yes' if value <= bar else 'NO'} |" for name, value, bar in rows]
    lines += ["", "| | ours | the peer |", "|---|---|---|"]
    for key, label in (
        ("p50_ms", "message p50, ms"),
        ("p95_ms", "message p95, ms"),
        ("memory_mb", "memory, MB"),
        ("start_s", "start, s"),
    ):
        lines.append(f"| {label} | {result['serving']['ours'][key]} | {result['serving']['peer'][key]} |")
    lines.append(f"| installed, MB | {result['installed_mb']['ours']:.0f} | {result['installed_mb']['peer']:.0f} |")
    for key, label in (("wall_s", "training, s"), ("cpu_s", "training, processor s")):
        lines.append(f"| {label} | {result['training']['ours'][key]} | {result['training']['peer'][key]} |")
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "speed.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    (RESULTS / "against_default.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))
    return 0 if all(value <= bar for _, value, bar in rows) else 1
