"""The report as one page."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest

from evaluation import floors, page
from evaluation.beside import Curve, Default
from evaluation.measures import Figure
from tests.unit.evaluation.made import CHECKED, FOUND, RUN, answer


class _Reader(HTMLParser):
    """Collects tags, and what a browser would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.fetched += [str(value) for name, value in attrs if name in ("src", "href")]


def _page(**more: Any) -> str:
    return page.render(RUN, FOUND, CHECKED, labels=["cause", "help"], **more)


def test_page_needs_nothing_else_and_escapes_questions() -> None:
    reader = _Reader()
    reader.feed(_page())
    assert reader.fetched == []
    assert "script" not in reader.tags
    assert "&lt;script&gt;" in _page()
    assert reader.tags.count("svg") == 5
    assert "url(" not in _page()


def test_page_shows_what_others_measured_where_it_exists() -> None:
    assert _page().count("Not measured yet") == 2
    default = Default("2026-01-02", "DIET", {"own": {"right": Figure(0.321, 2)}})
    shown = _page(default=default, curve=Curve("2026-01-02", "", {"right": [(10, 0.5), (20, 0.6)]}))
    assert "Not measured yet" not in shown
    assert "32.1 %" in shown
    assert shown.count("<svg") == 6


def test_page_says_whether_the_floors_hold() -> None:
    assert "1 of 2 floors are broken" in _page()
    held = floors.check(FOUND, {"own": {"right": 0.4}})
    assert "All 1 floors hold" in page.render(RUN, FOUND, held, labels=["cause"])


def test_page_working_point() -> None:
    answers = [answer("cause", "cause"), answer("cause", "overview"), answer("cause", "clarify")]
    assert page.working_point(answers, over=lambda a: True) == pytest.approx((2 / 3, 0.5))
    assert page.working_point([], over=lambda a: True) == (0.0, 0.0)
