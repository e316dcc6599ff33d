"""`lems chat`: a conversation in the terminal, in this process."""

from __future__ import annotations

import argparse
import asyncio
import sys
import uuid
from typing import Any, Awaitable, Callable, Mapping

from lems_faq.cli.screen import show

Answer = Callable[[str], Awaitable[Mapping[str, Any]]]
"""A message to its turn record."""

_WELCOME = """This is a program, not a doctor. It answers questions about Lambert-Eaton myasthenic syndrome (LEMS)
from one reviewed text. Write a question, or the number of a suggestion. An empty line or Ctrl-D ends."""


def add(commands: Any) -> None:
    parser = commands.add_parser("chat", help="a conversation in the terminal")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from lems_faq.adapters.assistant import Assistant
    from lems_faq.adapters.training import ensure_model

    assistant = Assistant.load(ensure_model())
    conversation = uuid.uuid4().hex

    async def answer(text: str) -> Mapping[str, Any]:
        return await assistant.answer(text, conversation=conversation)

    return asyncio.run(converse(answer))


async def converse(answer: Answer) -> int:
    """Talks until the input ends. Where the input is no terminal: one message a line, each answer printed."""
    person = sys.stdin.isatty()
    if person:
        print(_WELCOME)
    turn: Mapping[str, Any] | None = None
    while True:
        if person:
            print("\n> ", end="", flush=True)
        line = await asyncio.get_running_loop().run_in_executor(None, sys.stdin.buffer.readline)
        text = line.decode("utf-8", "replace").strip()
        if not line or (person and not text):
            return 0
        turn = await answer(_picked(text, turn))
        print(show(turn, numbered=person), flush=True)
        if not person:
            print(flush=True)


def _picked(text: str, turn: Mapping[str, Any] | None) -> str:
    """The payload of the suggestion whose number was written, else the text as it is."""
    suggestions = turn["messages"][0]["suggestions"] if turn else []
    numbers = [str(number) for number in range(1, len(suggestions) + 1)]
    return str(suggestions[numbers.index(text)]["payload"]) if text in numbers else text
