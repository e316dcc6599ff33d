"""How a turn looks in a terminal."""

from __future__ import annotations

from typing import Any

import pytest

from lems_faq.cli.screen import show


def turn(outcome: str = "answered", **message: Any) -> dict[str, Any]:
    whole = {"body": "An answer.", "disclaimer": "A disclaimer.", "suggestions": [], **message}
    return {"outcome": outcome, "messages": [whole]}


OFFERED = [{"title": "What next?", "payload": "/next"}, {"title": "Why?", "payload": "/why"}]


def test_screen_shows_body_links_and_disclaimer() -> None:
    links = [{"title": "Call 112", "url": "tel:112"}, {"title": "Call 911", "url": "tel:911"}]
    shown = show(turn(links=links, suggestions=OFFERED))
    assert shown.splitlines() == ["An answer.", "Call 112: tel:112  Call 911: tel:911", "A disclaimer."]


@pytest.mark.parametrize("links", [{}, {"links": []}])
def test_screen_without_links_has_no_line_for_them(links: dict[str, Any]) -> None:
    assert show(turn(**links)).splitlines() == ["An answer.", "A disclaimer."]


def test_screen_numbers_the_suggestions() -> None:
    lines = show(turn(suggestions=OFFERED), numbered=True).splitlines()
    assert lines[-3:] == ["", "  1. What next?", "  2. Why?"]


@pytest.mark.parametrize(
    ("outcome", "suggestions"),
    [("clarify", OFFERED), ("answered", [])],
    ids=["the body numbers them", "there are none"],
)
def test_screen_numbers_nothing_twice(outcome: str, suggestions: list[dict[str, str]]) -> None:
    lines = show(turn(outcome, suggestions=suggestions), numbered=True).splitlines()
    assert lines == ["An answer.", "A disclaimer."]


@pytest.mark.parametrize(("columns", "widest"), [("20", 20), ("60", 60), ("400", 100)])
def test_screen_wraps_at_the_terminal_and_never_wider_than_100(
    monkeypatch: pytest.MonkeyPatch, columns: str, widest: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    body = "word " * 100
    shown = show(turn(body=body))
    assert widest - 5 < max(map(len, shown.splitlines())) <= widest
    assert " ".join(shown.split()) == f"{body.strip()} A disclaimer."


def test_screen_keeps_the_lines_of_the_body() -> None:
    assert show(turn(body="One.\nTwo.")).splitlines() == ["One.", "Two.", "A disclaimer."]


def test_screen_never_breaks_an_address() -> None:
    url = "https://desk.example/data/" + "a-b_c" * 30
    shown = show(turn(links=[{"title": "See my data", "url": url}]))
    assert url in shown.splitlines()
