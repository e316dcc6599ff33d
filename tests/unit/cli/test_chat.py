"""A conversation over standard input: piped, and at a real terminal."""

from __future__ import annotations

import io
import os
from typing import Any, Mapping

import pytest

from lems_faq.cli.chat import converse

OFFERED = [{"title": "What next?", "payload": "/next"}, {"title": "Why?", "payload": "/why"}]


class Echo:
    """Answers with what it was asked, and remembers it."""

    def __init__(self, suggestions: list[dict[str, str]]) -> None:
        self.asked: list[str] = []
        self.suggestions = suggestions

    async def __call__(self, text: str) -> Mapping[str, Any]:
        self.asked.append(text)
        message = {"body": f"You said: {text}", "disclaimer": "D.", "suggestions": self.suggestions, "links": []}
        return {"outcome": "answered", "messages": [message]}


async def talk(monkeypatch: pytest.MonkeyPatch, typed: bytes, suggestions: list[dict[str, str]]) -> list[str]:
    echo = Echo(suggestions)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed)))
    assert await converse(echo) == 0
    return echo.asked


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (b"", []),
        (b"hello\n", ["hello"]),
        (b"hello", ["hello"]),
        (b"  hello  \r\nbye\n", ["hello", "bye"]),
        (b"a\n\nb\n", ["a", "", "b"]),
        (b"caf\xe9\n", ["caf\ufffd"]),
        ("привет\n".encode(), ["привет"]),
        (b"2\n", ["2"]),
        (b"hello\n1\n2\n", ["hello", "/next", "/why"]),
        (b"hello\n3\n0\n-1\n1.\n", ["hello", "3", "0", "-1", "1."]),
        ("hello\n²\n".encode(), ["hello", "²"]),
        (b"hello\n" + b"9" * 5000 + b"\n", ["hello", "9" * 5000]),
    ],
)
async def test_chat_piped_answers_each_line(monkeypatch: pytest.MonkeyPatch, typed: bytes, asked: list[str]) -> None:
    assert await talk(monkeypatch, typed, OFFERED) == asked


async def test_chat_number_picks_nothing_where_nothing_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    assert await talk(monkeypatch, b"hello\n1\n", []) == ["hello", "1"]


async def test_chat_piped_prints_the_answers_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    await talk(monkeypatch, b"a\nb\n", OFFERED)
    assert capsys.readouterr().out == "You said: a\nD.\n\nYou said: b\nD.\n\n"


async def test_chat_person_is_welcomed_and_an_empty_line_ends(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    person, program = os.openpty()
    try:
        os.write(person, b"hello\n2\n\nnever read\n")
        echo = Echo(OFFERED)
        with open(program, encoding="utf-8", closefd=False) as terminal:
            monkeypatch.setattr("sys.stdin", terminal)
            assert await converse(echo) == 0
    finally:
        os.close(person)
        os.close(program)
    out = capsys.readouterr().out
    assert echo.asked == ["hello", "/why"]
    assert out.startswith("This is a program, not a doctor.")
    assert out.count("> ") == 3
    assert "  1. What next?\n  2. Why?\n" in out
