"""What others have measured and the report shows where it exists: the default pipeline, the learning curve."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Mapping

from evaluation.measures import Figure

AGAINST_DEFAULT = Path("benchmarks/results/against_default.json")
LEARNING_CURVE = Path(__file__).parent / "learning_curve.json"


class BesideError(ValueError):
    """A file is not as README.md describes it."""


@dataclass(frozen=True)
class Default:
    """A default Rasa pipeline, trained on the same examples and asked the same questions."""

    date: str
    pipeline: str
    figures: Mapping[str, Mapping[str, Figure]]


@dataclass(frozen=True)
class Curve:
    """Share right by the number of training examples a label: `lines[name]` is a list of (examples, share)."""

    date: str
    note: str
    lines: Mapping[str, list[tuple[float, float]]]


def default_pipeline(path: Path = AGAINST_DEFAULT) -> Default | None:
    """None where it was not measured yet.

    Raises:
        BesideError: the file cannot be read.
    """
    data = _read(path)
    if data is None:
        return None
    try:
        figures = {
            where: {name: Figure(f["value"], f["of"], f.get("hits")) for name, f in row.items()}
            for where, row in data["figures"].items()
        }
        return Default(data["date"], data.get("pipeline", "default"), figures)
    except (KeyError, TypeError, AttributeError) as problem:
        raise BesideError(f"{path} lacks what evaluation/README.md describes: {problem}") from None


def learning_curve(path: Path = LEARNING_CURVE) -> Curve | None:
    """None where it was not measured yet.

    Raises:
        BesideError: the file cannot be read.
    """
    data = _read(path)
    if data is None:
        return None
    lines: dict[str, list[tuple[float, float]]] = {}
    try:
        for point in sorted(data["points"], key=lambda p: float(p["examples"])):
            for name, value in point.items():
                if name != "examples":
                    lines.setdefault(name, []).append((float(point["examples"]), float(value)))
        return Curve(data["date"], data.get("note", ""), lines)
    except (KeyError, TypeError, ValueError) as problem:
        raise BesideError(f"{path} lacks what evaluation/README.md describes: {problem}") from None


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except json.JSONDecodeError as problem:
        raise BesideError(f"{path} is not JSON: {problem}") from None
