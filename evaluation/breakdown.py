"""The single questions taken apart: by topic, by style of question, and label against what was got."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Callable, Iterable, Sequence

from evaluation.answers import NO_LABEL, Answer
from evaluation.measures import Figure

SEVERAL = "several"
"""What was got where the turn has more than one part."""
FEWEST = 8
"""Questions from which a style has a bar of its own."""


@dataclass(frozen=True)
class Confusion:
    """`counts[label][got]`; `labels` are the rows, `gots` the columns, both in one order."""

    labels: list[str]
    gots: list[str]
    counts: dict[str, Counter[str]]


def by_label(answers: Sequence[Answer]) -> dict[str, Figure]:
    """Share right of each label, the worst first."""
    return _shares(answers, lambda answer: (answer.question.label,))


def by_style(answers: Sequence[Answer]) -> dict[str, Figure]:
    """Share right of each style that has enough questions, the worst first. A question can have several."""
    shares = _shares(answers, lambda answer: answer.question.styles)
    return {style: figure for style, figure in shares.items() if figure.of >= FEWEST}


def confusion(answers: Sequence[Answer], *, order: Sequence[str]) -> Confusion:
    """Counts of the single questions. What is right by `also_ok` counts as the label."""
    counts: dict[str, Counter[str]] = {}
    for answer in answers:
        if answer.question.single:
            counts.setdefault(answer.question.label, Counter())[_got(answer)] += 1
    seen = {got for row in counts.values() for got in row}
    places = {label: place for place, label in enumerate([*order, *sorted(NO_LABEL), SEVERAL])}
    labels = sorted(counts, key=lambda label: places.get(label, len(places)))
    gots = sorted(seen | set(labels), key=lambda label: places.get(label, len(places)))
    return Confusion(labels, gots, counts)


def _got(answer: Answer) -> str:
    if answer.right:
        return answer.question.label
    return next(iter(answer.got)) if len(answer.got) == 1 else SEVERAL


def _shares(answers: Sequence[Answer], groups: Callable[[Answer], Iterable[str]]) -> dict[str, Figure]:
    of: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for answer in answers:
        if answer.question.single:
            for group in groups(answer):
                of[group] += 1
                hits[group] += answer.right
    figures = {group: Figure(hits[group] / of[group], of[group], hits[group]) for group in of}
    return dict(sorted(figures.items(), key=lambda item: (item[1].value, item[0])))
