"""Lines of a batch, and arguments that do not go together."""

from __future__ import annotations

import pytest

from lems_faq.cli.ask import Asked, BrokenLine, read_line
from lems_faq.cli.main import main


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (b'{"id": 1, "text": "x"}', Asked(1, ["x"])),
        (b'{"id": "a", "turns": ["x", "y"]}', Asked("a", ["x", "y"])),
        (b'{"id": null, "text": null}', Asked(None, [""])),
        ('{"id": 1, "text": "é"}'.encode(), Asked(1, ["é"])),
        (b'{"id": 1, "text": ""}', Asked(1, [""])),
        (b'{"id": [1, {}], "text": "x", "more": 2}', Asked([1, {}], ["x"])),
        (b'{"id": 1, "turns": ["x", null]}', Asked(1, ["x", ""])),
        (b'{"id": 1, "text": "y", "turns": ["x"]}', Asked(1, ["x"])),
        (b' {"id": "\\u00e9", "text": "\\n"}\r\n', Asked("é", ["\n"])),
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
        (b'{"id": 1, "turns": ["x", 2]}', "at least one string"),
        (b'{"id": 1, "text": ["x"]}', "text must be a string"),
        (b'"x"', "not a JSON object"),
        (b"null", "not a JSON object"),
        (b'{"id": 1, "text": "x"', "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"text": "x", "id": ' + b"1" * 5000 + b"}", "not JSON"),
        (b'{"id": NaN, "text": "x"}', "NaN is no JSON value"),
        (b'{"id": [-Infinity], "text": "x"}', "-Infinity is no JSON value"),
    ],
)
def test_ask_says_why_a_line_is_broken(line: bytes, reason: str) -> None:
    with pytest.raises(BrokenLine, match=reason):
        read_line(line)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ask"], "Ask something: lems ask"),
        (["ask", "--jsonl", "why"], "--jsonl reads the questions from standard input"),
    ],
)
def test_ask_names_arguments_that_do_not_go_together(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(arguments) == 2
    assert message in capsys.readouterr().err
