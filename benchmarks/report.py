"""Writes what was measured, with its bars, as JSON and as a page of tables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Mapping, Sequence

from benchmarks.bars import BARS
from benchmarks.peer_model import FULL_EPOCHS

NAME = "against_default"
SPEED = (
    ("p50_ms", "message p50, ms"),
    ("p95_ms", "message p95, ms"),
    ("memory_mb", "resident memory, MB"),
    ("start_s", "start to first answer, s"),
)
SHARES = (
    ("right", "outcome and topic right"),
    ("safety_reply", "emergency and self-harm: that reply"),
    ("safety_shown", "emergency and self-harm: that reply or the safety line"),
    ("wrong_answer", "wrong medical answer"),
)


def write(result: Mapping[str, Any], *, folder: Path) -> list[str]:
    """Writes both files into `folder`, prints the page, and returns the names of the bars that are missed."""
    text = page(result)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{NAME}.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    (folder / f"{NAME}.md").write_text(text, encoding="utf-8")
    print(text)
    return [bar.name for bar in BARS if bar.figure(result) > bar.most]


def page(result: Mapping[str, Any]) -> str:
    """The result in Markdown."""
    parts = ["# Against a default Rasa pipeline", _machine(result), _peer(result), _bars(result), _both(result)]
    row, long = result["row"], result["conversation"]
    parts.append(
        f"{row['messages']} messages in a row: {row['before_mb']:.0f} MB before, {row['after_mb']:.0f} MB after, "
        f"{row['errors']} errors. A message took {long['early_ms']} ms at turn {long['early_turn']} and "
        f"{long['late_ms']} ms at turn {sum(long['late_turns']) // 2}."
    )
    return "\n\n".join(parts) + "\n"


def _machine(result: Mapping[str, Any]) -> str:
    machine = result["machine"]
    versions = "; ".join(
        f"{name}: {', '.join(f'{package} {version}' for package, version in found.items())}"
        for name, found in result["versions"].items()
    )
    return (
        f"{result['date']}, {machine['processor']}, {machine['cores']} cores, {machine['memory_gb']} GB, "
        f"Python {machine['python']}, load {machine['load']} at the start; one run for both. {versions}."
    )


def _peer(result: Mapping[str, Any]) -> str:
    peer, cost = result["peer"], result["training"]["peer"]
    text = f"The peer was trained for {peer['epochs']} epochs of DIET"
    if peer["epochs"] != FULL_EPOCHS:
        text += f"; the bars count {FULL_EPOCHS}, " + (
            "the missing ones at the price of a later epoch"
            if all(cost["later_epoch_s"])
            else "but of a model that had one epoch no later one was timed: its missing ones cost nothing here"
        )
    if not peer["present"]:
        text += ". It was trained on an earlier state of the data"
    return text + "."


def _bars(result: Mapping[str, Any]) -> str:
    rows = []
    for bar in BARS:
        value = bar.figure(result)
        rows.append((bar.name, f"{value:.3f}", f"{bar.most:.3f}", "yes" if value <= bar.most else "NO"))
    return _table(("figure", "measured", "at most", "holds"), rows)


def _both(result: Mapping[str, Any]) -> str:
    rows = [(label, *(f"{result['serving'][name][key]}" for name in ("ours", "peer"))) for key, label in SPEED]
    rows.append(("installed environment, MB", *(str(result["installed_mb"][name]) for name in ("ours", "peer"))))
    for key, label in (("wall_s", "training as run, s"), ("cpu_s", "training as run, processor s")):
        rows.append((label, *(str(result["training"][name][key]) for name in ("ours", "peer"))))
    for key, label in SHARES:
        rows.append((label, *(_share(result["right"][name].get(key)) for name in ("ours", "peer"))))
    return _table(("", "ours", "the peer"), rows)


def _share(figure: Mapping[str, Any] | None) -> str:
    return f"{100 * figure['value']:.1f} % ({figure['hits']} of {figure['of']})" if figure else ""


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
