"""Figures in words: in the terminal, in the README and in the report alike."""

from __future__ import annotations

from evaluation.floors import Checked
from evaluation.measures import ERROR, MILLISECONDS, Figure, Measure

NOTHING = "-"


def value(number: float | None, measure: Measure) -> str:
    """'93.4 %', '0.031' or '6.3 ms'."""
    if number is None:
        return NOTHING
    if measure.unit == MILLISECONDS:
        return f"{number:.1f} ms"
    if measure.unit == ERROR:
        return f"{number:.3f}"
    return f"{100 * number:.1f} %"


def bound(floor: float | None, measure: Measure) -> str:
    """'at least 90 %' or 'at most 0.05'; a dash without a floor."""
    if floor is None:
        return NOTHING
    if measure.unit == MILLISECONDS:
        number = f"{floor:g} ms"
    elif measure.unit == ERROR:
        number = f"{floor:g}"
    else:
        number = f"{round(100 * floor, 2):g} %"
    return f"{'at most' if measure.ceiling else 'at least'} {number}"


def count(figure: Figure) -> str:
    """'1164 of 1432', or '1432 questions' where nothing was counted."""
    return f"{figure.of} questions" if figure.hits is None else f"{figure.hits} of {figure.of}"


def verdict(checked: Checked) -> str:
    if checked.floor is None:
        return "no floor"
    if checked.value is None:
        return "not measured"
    if checked.holds:
        return "holds"
    return "above" if checked.measure.ceiling else "below"
