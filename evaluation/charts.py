"""The charts of the report, drawn as SVG."""

from __future__ import annotations

import math
from typing import Mapping, Sequence

from evaluation.breakdown import Confusion
from evaluation.calibration import Bin
from evaluation.measures import Figure
from evaluation.svg import Frame, Points, chart, element, hint, percent_marks, words

_ROW = 22
_NAMES = 132
_BAR = 138
_CELL = 21
_SERIES = ("first", "second", "third")
_MOST_POINTS = 240


def bars(figures: Mapping[str, Figure], *, floor: float | None, label: str) -> str:
    """A bar a name from 0 to 100 %; a line where the floor is."""
    parts = []
    for place, (name, figure) in enumerate(figures.items()):
        top = place * _ROW + 4
        low = " low" if floor is not None and figure.value < floor else ""
        parts.append(words(name, _NAMES - 6, top + 13, text_anchor="end"))
        parts.append(element("rect", class_="back", x=_NAMES, y=top + 2, width=_BAR, height=_ROW - 8))
        parts.append(
            element("rect", class_=f"bar{low}", x=_NAMES, y=top + 2, width=_BAR * figure.value, height=_ROW - 8)
        )
        amount = f"{100 * figure.value:.0f} % of {figure.of}"
        parts.append(words(amount, _NAMES + _BAR + 6, top + 13, class_="quiet"))
    height = len(figures) * _ROW + 8
    if floor is not None:
        at = _NAMES + _BAR * floor
        parts.append(element("line", class_="limit", x1=at, x2=at, y1=2, y2=height - 4))
    return chart(*parts, height=height, label=label)


def matrix(confusion: Confusion, *, label: str) -> str:
    """Rows are labels, columns what was got; the fuller a cell, the larger the share of its row."""
    parts = []
    left, top = 140, 128
    for column, got in enumerate(confusion.gots):
        x, y = left + column * _CELL + 14, top - 6
        parts.append(words(got, x, y, transform=f"rotate(-60 {x:.0f} {y:.0f})"))
    for row, name in enumerate(confusion.labels):
        y = top + row * _CELL
        counts = confusion.counts[name]
        parts.append(words(name, left - 6, y + 14, text_anchor="end"))
        for column, got in enumerate(confusion.gots):
            x, count = left + column * _CELL, counts[got]
            parts.append(element("rect", class_="cell", x=x, y=y, width=_CELL - 1, height=_CELL - 1))
            if count:
                share = count / counts.total()
                kind = "hit" if got == name else "miss"
                title = hint(f"{name} taken for {got}: {count} of {counts.total()}")
                fill = f"{0.15 + 0.6 * share:.2f}"
                size = _CELL - 1
                parts.append(element("rect", title, class_=kind, fill_opacity=fill, x=x, y=y, width=size, height=size))
                parts.append(words(str(count), x + size / 2, y + 14, text_anchor="middle", class_="count"))
    width = left + len(confusion.gots) * _CELL + 70
    return chart(*parts, width=width, height=top + len(confusion.labels) * _CELL + 6, label=label)


def reliability(series: Mapping[str, Sequence[Bin]], *, label: str) -> str:
    """Share right against confidence, a dot a bin; on the diagonal the confidence can be believed."""
    frame = Frame()
    parts = [
        frame.axes(percent_marks(), percent_marks(), x_title="mean confidence of the bin", y_title="share right"),
        frame.path([(0, 0), (1, 1)], class_="limit"),
    ]
    for style, (name, found) in zip(_SERIES, series.items()):
        parts.append(frame.path([(b.confidence, b.right) for b in found], class_=f"line {style}"))
        for b in found:
            title = f"{name}: confidence {b.confidence:.2f}, right {b.right:.2f}, {b.size} questions"
            parts.append(frame.dot(b.confidence, b.right, class_=f"dot {style}", title=title))
    parts.append(_legend(list(series), frame))
    return chart(*parts, height=frame.total, label=label)


def risk_coverage(series: Mapping[str, Points], *, now: Mapping[str, tuple[float, float]], label: str) -> str:
    """Wrong among the most confident share of the questions. `now`: (coverage, risk) of the decision in use."""
    values = [y for points in (*series.values(), list(now.values())) for x, y in points if x > 0.02]
    step = next((s for s in (0.01, 0.02, 0.05, 0.1, 0.2) if max(values, default=0) <= 5 * s), 0.2)
    frame = Frame(y=(0.0, 5 * step))
    y_marks = percent_marks(most=5 * step, step=step)
    parts = [frame.axes(percent_marks(), y_marks, x_title="share of the questions kept", y_title="wrong among them")]
    for style, (name, points) in zip(_SERIES, series.items()):
        parts.append(frame.path(_thin(points), class_=f"line {style}"))
        if name in now:
            coverage, risk = now[name]
            title = f"{name}, as decided now: {100 * coverage:.0f} % kept, {100 * risk:.1f} % of them wrong"
            parts.append(frame.dot(coverage, risk, class_=f"dot {style}", title=title))
    parts.append(_legend(list(series), frame))
    return chart(*parts, height=frame.total, label=label)


def learning(lines: Mapping[str, Points], *, label: str) -> str:
    """Share right by examples a label; each step to the right that is as wide doubles them."""
    amounts = sorted({x for points in lines.values() for x, _ in points})
    lowest = min((y for points in lines.values() for _, y in points), default=0.0)
    bottom = math.floor(lowest * 10) / 10 if lowest < 1 else 0.9
    first, last = math.log2(amounts[0]), math.log2(amounts[-1])
    frame = Frame(x=(first, last if last > first else first + 1), y=(bottom, 1.0))
    step = 0.1 if bottom < 0.8 else 0.05
    y_marks = [(v, f"{100 * v:.0f} %") for v in (bottom + place * step for place in range(20)) if v < 1.001]
    x_marks = [(math.log2(amount), f"{amount:g}") for amount in amounts]
    parts = [frame.axes(x_marks, y_marks, x_title="training examples a label", y_title="share right")]
    for style, (name, points) in zip(_SERIES, lines.items()):
        logs = [(math.log2(x), y) for x, y in points]
        parts.append(frame.path(logs, class_=f"line {style}"))
        parts += [
            frame.dot(math.log2(x), y, class_=f"dot {style}", title=f"{name}: {x:g} examples, {100 * y:.1f} %")
            for x, y in points
        ]
    parts.append(_legend(list(lines), frame))
    return chart(*parts, height=frame.total, label=label)


def _legend(names: Sequence[str], frame: Frame) -> str:
    parts = []
    right = frame.left + frame.width
    for place, (style, name) in enumerate(zip(_SERIES, names)):
        y = 10 + place * 13
        parts.append(words(name, right - 22, y + 4, text_anchor="end"))
        parts.append(element("line", class_=f"line {style}", x1=right - 16, x2=right, y1=y, y2=y))
    return "".join(parts)


def _thin(points: Points) -> Points:
    """Few enough points for a picture; the last one stays."""
    step = max(1, len(points) // _MOST_POINTS)
    return [*points[::step], points[-1]] if points else []
