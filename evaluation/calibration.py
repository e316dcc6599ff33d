"""Can the confidence be believed? Bins of equal size, the expected calibration error, risk against coverage."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Sequence

BINS = 10

Judged = Sequence[tuple[float, bool]]
"""(confidence, right), one a question, in any order."""


@dataclass(frozen=True)
class Bin:
    """`confidence` and `right` are means over the `size` questions of the bin."""

    confidence: float
    right: float
    size: int


def bins(judged: Judged, *, count: int = BINS) -> list[Bin]:
    """At most `count` bins of as equal a size as possible, the least confident first; none is empty."""
    ordered = sorted(judged, key=lambda item: item[0])
    edges = [round(place * len(ordered) / count) for place in range(count + 1)]
    found = []
    for start, end in pairwise(edges):
        part = ordered[start:end]
        if part:
            confidence = sum(item[0] for item in part) / len(part)
            found.append(Bin(confidence, sum(item[1] for item in part) / len(part), len(part)))
    return found


def expected_error(judged: Judged, *, count: int = BINS) -> float:
    """How far the mean confidence of a bin is from its share of right ones, over all bins by size; 0 of nothing."""
    if not judged:
        return 0.0
    return sum(b.size * abs(b.confidence - b.right) for b in bins(judged, count=count)) / len(judged)


def risk_coverage(judged: Judged) -> list[tuple[float, float]]:
    """(coverage, risk): of the most confident share of the questions, the share that is wrong.

    Questions of one confidence come in together: a threshold cannot part them.
    """
    ordered = sorted(judged, key=lambda item: -item[0])
    points, wrong = [], 0
    for place, (confidence, right) in enumerate(ordered, 1):
        wrong += not right
        if place == len(ordered) or ordered[place][0] != confidence:
            points.append((place / len(ordered), wrong / place))
    return points
