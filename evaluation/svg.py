"""The few pieces that the charts are drawn with. Colours are classes of page.css, so that they follow the theme."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Sequence

WIDTH = 360
"""Of a chart, in its own units: the width of a phone, so that its letters can be read there."""

Points = Sequence[tuple[float, float]]


def element(name: str, *children: str, **attributes: str | float) -> str:
    """A tag; `class_` stands for class, `text_anchor` for text-anchor. Children are markup already."""
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{_value(v)}"' for key, v in attributes.items())
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def words(text: str, x: float, y: float, **attributes: str | float) -> str:
    """Text at a place; the text is escaped here."""
    return element("text", escape(text), x=x, y=y, **attributes)


def hint(text: str) -> str:
    """What is shown on hovering, as a child of an element."""
    return element("title", escape(text))


def chart(*parts: str, height: float, label: str, width: float = WIDTH) -> str:
    """A picture; `label` says what it shows to those who do not see it."""
    return element(
        "svg",
        *parts,
        viewBox=f"0 0 {width:g} {height:g}",
        style=f"max-width:{width * 1.5:g}px",
        role="img",
        aria_label=label,
    )


@dataclass(frozen=True)
class Frame:
    """A plot with an axis on two sides. `x` and `y`: the least and the greatest value shown."""

    x: tuple[float, float] = (0.0, 1.0)
    y: tuple[float, float] = (0.0, 1.0)
    left: float = 46
    top: float = 38
    width: float = 290
    height: float = 230

    @property
    def total(self) -> float:
        """Height of the whole chart."""
        return self.top + self.height + 44

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a point lies; what is out of range lies on the edge."""
        across = min(max((x - self.x[0]) / (self.x[1] - self.x[0]), 0.0), 1.0)
        up = min(max((y - self.y[0]) / (self.y[1] - self.y[0]), 0.0), 1.0)
        return self.left + across * self.width, self.top + (1 - up) * self.height

    def axes(
        self, x_marks: Sequence[tuple[float, str]], y_marks: Sequence[tuple[float, str]], *, x_title: str, y_title: str
    ) -> str:
        """Grid, numbers and titles; a mark is (value, what is written)."""
        right, bottom = self.left + self.width, self.top + self.height
        parts = []
        for value, text in x_marks:
            x = self.at(value, self.y[0])[0]
            parts.append(element("line", class_="grid", x1=x, x2=x, y1=self.top, y2=bottom))
            parts.append(words(text, x, bottom + 16, text_anchor="middle"))
        for value, text in y_marks:
            y = self.at(self.x[0], value)[1]
            parts.append(element("line", class_="grid", x1=self.left, x2=right, y1=y, y2=y))
            parts.append(words(text, self.left - 6, y + 4, text_anchor="end"))
        parts.append(words(x_title, self.left + self.width / 2, bottom + 36, text_anchor="middle", class_="quiet"))
        parts.append(words(y_title, 2, 14, class_="quiet"))
        return "".join(parts)

    def path(self, points: Points, *, class_: str) -> str:
        """A line through the points."""
        places = [self.at(x, y) for x, y in points]
        return element("polyline", class_=class_, points=" ".join(f"{x:.1f},{y:.1f}" for x, y in places))

    def dot(self, x: float, y: float, *, class_: str, title: str) -> str:
        across, down = self.at(x, y)
        return element("circle", hint(title), class_=class_, cx=across, cy=down, r=4)


def percent_marks(*, most: float = 1.0, step: float = 0.2) -> list[tuple[float, str]]:
    """Marks from 0 to `most`."""
    return [(place * step, f"{100 * place * step:.0f} %") for place in range(round(most / step) + 1)]


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
