"""`lems ask`: answers one question for a person, or with --jsonl a batch of them as turn records."""

from __future__ import annotations

import argparse
import asyncio
import codecs
import json
import os
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO, Iterator, TextIO

ASSISTANT_FAILED = 1


@dataclass(frozen=True)
class Asked:
    """One line of a batch: the messages of a conversation, of which the last one's turn is wanted."""

    id: Any
    turns: list[str]


class BrokenLine(ValueError):
    """A line of the batch cannot be read; the message says why."""


def add(commands: Any) -> None:
    parser = commands.add_parser("ask", help="answer one question, or a batch of them with --jsonl")
    parser.add_argument("question", nargs="*", help="the question, in your own words")
    parser.add_argument("--jsonl", action="store_true", help="read JSON lines, write a turn record for each")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Returns 0, or 1 where a line of the batch was broken."""
    if options.jsonl and options.question:
        raise ValueError("--jsonl reads the questions from standard input; leave the question out")
    if not options.jsonl and not options.question:
        raise ValueError('Ask something: lems ask "is it hereditary?", or lems ask --jsonl < questions.jsonl')
    with _own_output() as out:
        if options.jsonl:
            return asyncio.run(_batch(sys.stdin.buffer, out))
        return asyncio.run(_one(" ".join(options.question), out))


@contextmanager
def _own_output() -> Iterator[TextIO]:
    """Standard output for the answers alone: Rasa logs to standard output, which is sent to standard error here."""
    sys.stdout.flush()
    # A lone surrogate in an id ('\ud800') goes out as it came in: escaped.
    with os.fdopen(os.dup(1), "w", encoding="utf-8", errors="backslashreplace") as out:
        os.dup2(2, 1)
        try:
            yield out
        finally:
            out.flush()
            os.dup2(out.fileno(), 1)


async def _one(question: str, out: TextIO) -> int:
    from lems_faq.cli.screen import show

    print(show(await _assistant().answer(question, conversation="ask")), file=out)
    return 0


async def _batch(lines: BinaryIO, out: TextIO) -> int:
    assistant = _assistant()
    broken, started, done = 0, time.monotonic(), 0
    for number, line in enumerate(lines, 1):
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if not line.strip():
            continue
        try:
            asked = read_line(line)
        except BrokenLine as problem:
            broken += 1
            print(json.dumps({"id": None, "line": number, "error": str(problem)}), file=out, flush=True)
            continue
        for text in asked.turns:
            turn = await assistant.answer(text, conversation=f"line-{number}")
        print(json.dumps({**turn, "id": asked.id}, ensure_ascii=False), file=out, flush=True)
        done += 1
        if sys.stderr.isatty() and done % 20 == 0:
            print(f"\r{done} answered, {done / (time.monotonic() - started):.0f} a second", end="", file=sys.stderr)
    print(f"{done} answered, {broken} broken lines", file=sys.stderr)
    return ASSISTANT_FAILED if broken else 0


def read_line(line: bytes) -> Asked:
    """One line of a batch: `{"id": ..., "text": "..."}` or `{"id": ..., "turns": ["...", "..."]}`.

    Raises:
        BrokenLine: it is not that.
    """
    try:
        data = json.loads(line.decode("utf-8"), parse_constant=_refuse)
    except UnicodeDecodeError:
        raise BrokenLine("not UTF-8") from None
    except (ValueError, RecursionError) as problem:
        raise BrokenLine(f"not JSON: {problem}") from None
    if not isinstance(data, dict):
        raise BrokenLine("not a JSON object with id and text, or id and turns")
    if "id" not in data:
        raise BrokenLine("id is missing")
    turns = data["turns"] if "turns" in data else [data.get("text")] if "text" in data else None
    if turns is None:
        raise BrokenLine("text or turns is missing")
    if not isinstance(turns, list) or not turns or not all(t is None or isinstance(t, str) for t in turns):
        raise BrokenLine("text must be a string, turns a list of at least one string")
    return Asked(data["id"], [text or "" for text in turns])


def _refuse(constant: str) -> None:
    """Python reads NaN and Infinity, which are no JSON; as an id they would go out again."""
    raise ValueError(f"{constant} is no JSON value")


def _assistant() -> Any:
    # Rasa takes seconds to import: not for `lems --help`.
    from lems_faq.adapters.assistant import Assistant
    from lems_faq.adapters.training import ensure_model

    return Assistant.load(ensure_model())
