"""Lines of a batch, and how a turn looks in a terminal."""

from __future__ import annotations

import pytest

from lems_faq.cli.ask import Asked, BrokenLine, read_line
from lems_faq.cli.screen import show


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (b'{"id": 1, "text": "x"}', Asked(1, ["x"])),
        (b'{"id": "a", "turns": ["x", "y"]}', Asked("a", ["x", "y"])),
        (b'{"id": null, "text": null}', Asked(None, [""])),
        ('{"id": 1, "text": "é"}'.encode(), Asked(1, ["é"])),
    ],
)
def test_ask_reads_a_line(line: bytes, asked: Asked) -> None:
    assert read_line(line) == asked


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"x", "not JSON"),
        (b"\xff", "not UTF-8"),
        (b"[]", "not a JSON object"),
        (b'{"text": "x"}', "id is missing"),
        (b'{"id": 1}', "text or turns is missing"),
        (b'{"id": 1, "text": 5}', "text must be a string"),
        (b'{"id": 1, "turns": []}', "at least one string"),
        (b'{"id": 1, "turns": "x"}', "at least one string"),
    ],
)
def test_ask_says_why_a_line_is_broken(line: bytes, reason: str) -> None:
    with pytest.raises(BrokenLine, match=reason):
        read_line(line)


def test_screen_numbers_the_suggestions() -> None:
    turn = {
        "outcome": "answered",
        "messages": [
            {
                "body": "An answer.",
                "disclaimer": "A disclaimer.",
                "suggestions": [{"title": "What next?", "payload": "/next"}],
                "links": [{"title": "Call 112", "url": "tel:112"}],
            }
        ],
    }
    assert show(turn).splitlines() == ["An answer.", "Call 112: tel:112", "A disclaimer."]
    assert show(turn, numbered=True).splitlines()[-1] == "  1. What next?"
