"""The least, or for a ceiling the most, that each figure may be: floors.toml."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Collection, Mapping

import tomli

from evaluation.measures import MEASURES, WHERE, Figures, Measure

FILE = Path(__file__).parent / "floors.toml"

Floors = Mapping[str, Mapping[str, float]]
"""Set to measure to floor."""


class FloorError(ValueError):
    """floors.toml names a set or a measure that does not exist, or a floor that is no number."""


@dataclass(frozen=True)
class Checked:
    """A figure beside its floor; `floor` is None where none is set, `value` where nothing was measured."""

    where: str
    measure: Measure
    value: float | None
    floor: float | None

    @property
    def holds(self) -> bool:
        """Whether the floor is kept. What has a floor has to be measured."""
        if self.floor is None:
            return True
        if self.value is None:
            return False
        return self.value <= self.floor if self.measure.ceiling else self.value >= self.floor


def read(path: Path = FILE) -> Floors:
    """
    Raises:
        FloorError: a name is unknown.
    """
    try:
        tables = tomli.loads(path.read_text(encoding="utf-8"))
    except tomli.TOMLDecodeError as problem:
        raise FloorError(f"{path}: {problem}") from None
    names = [measure.name for measure in MEASURES]
    for where, floors in tables.items():
        _known(where, WHERE, what="set", path=path)
        if not isinstance(floors, dict):
            raise FloorError(f"{path}: '{where}' must be a table")
        for name, floor in floors.items():
            _known(name, names, what="measure", path=path)
            if isinstance(floor, bool) or not isinstance(floor, (int, float)):
                raise FloorError(f"{path}: the floor of '{name}' must be a number")
    return tables


def check(figures: Figures, floors: Floors) -> list[Checked]:
    """Every figure and every floor, measure by measure."""
    found = []
    for measure in MEASURES:
        for where in WHERE:
            figure = figures.get(where, {}).get(measure.name)
            floor = floors.get(where, {}).get(measure.name)
            if figure or floor is not None:
                found.append(Checked(where, measure, figure.value if figure else None, floor))
    return found


def _known(name: str, names: Collection[str], *, what: str, path: Path) -> None:
    if name not in names:
        near = difflib.get_close_matches(name, names, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(names)}"
        raise FloorError(f"{path}: unknown {what} '{name}'; {hint}")
