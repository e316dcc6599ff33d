"""The figures as they are kept: results.json, the table in the README, lines for the terminal."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Mapping, Sequence

from evaluation import words
from evaluation.asking import Run
from evaluation.floors import Checked
from evaluation.measures import ALL, MEASURES, WHERE, Figure, Figures, right_by_file

FILE = Path(__file__).parent / "results.json"
README = Path("README.md")
START, END = "<!-- evaluation:start -->", "<!-- evaluation:end -->"


class ReadmeError(ValueError):
    """The README lacks the marks between which the table belongs."""


def results(run: Run, figures: Figures) -> dict[str, Any]:
    """What results.json holds: figures only, no question."""
    return {
        "date": run.date,
        "model": run.model,
        "content": run.content,
        "figures": {where: _plain(row) for where, row in figures.items()},
        "right_by_file": _plain(right_by_file(run.answers)),
        "nlu": {name: round(number, 2) for name, number in asdict(run.times).items()} if run.times else None,
    }


def write_results(data: Mapping[str, Any], path: Path = FILE) -> None:
    path.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def lines(checked: Sequence[Checked]) -> list[str]:
    """One line a figure: set, measure, figure, floor, and whether it holds."""
    return [
        f"{c.where:<7} {c.measure.name:<24} {words.value(c.value, c.measure):>8}  "
        f"{words.bound(c.floor, c.measure):<16} {words.verdict(c)}"
        for c in checked
    ]


def markdown(run: Run, figures: Figures, checked: Sequence[Checked]) -> str:
    """The README's table: a row a measure, a column a set."""
    floors = {(c.measure.name, c.where): c.floor for c in checked}
    rows = [f"| measure | floor | {' | '.join(WHERE)} |", "|---|---" + "|---" * len(WHERE) + "|"]
    for measure in MEASURES:
        floor = next((f for where in (ALL, *WHERE) if (f := floors.get((measure.name, where))) is not None), None)
        cells = [_cell(figures.get(where, {}).get(measure.name), measure) for where in WHERE]
        rows.append(f"| {measure.title} | {words.bound(floor, measure)} | {' | '.join(cells)} |")
    asked = {where: sum(a.question.set == where for a in run.answers) for where in WHERE if where != ALL}
    counts = ", ".join(f"{number} questions of `{where}`" for where, number in asked.items())
    return "\n".join([f"Measured on {run.date} with {counts}, none of them in the training data.", "", *rows])


def write_readme(table: str, path: Path = README) -> None:
    """Puts the table between the two marks; the rest stays as it is.

    Raises:
        ReadmeError: a mark is missing.
    """
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ReadmeError(f"{path} needs a line '{START}' and after it a line '{END}': the table goes between them")
    path.write_text(f"{before}{START}\n{table}\n{END}{after}", encoding="utf-8")


def _cell(figure: Figure | None, measure: Any) -> str:
    return f"{words.value(figure.value, measure)} ({words.count(figure)})" if figure else words.NOTHING


def _plain(row: Mapping[str, Figure]) -> dict[str, Any]:
    return {
        name: {key: round(v, 4) for key, v in asdict(figure).items() if v is not None} for name, figure in row.items()
    }
