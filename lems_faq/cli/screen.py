"""How a turn looks in a terminal."""

from __future__ import annotations

import shutil
import textwrap
from typing import Any, Mapping

_WIDEST = 100


def show(turn: Mapping[str, Any], *, numbered: bool = False) -> str:
    """The reply as a person reads it; `numbered` adds the suggestions with the numbers that pick them."""
    message = turn["messages"][0]
    lines = [_wrap(line) for line in message["body"].splitlines()]
    if message.get("links"):
        lines.append(_wrap("  ".join(f"{link['title']}: {link['url']}" for link in message["links"])))
    lines.append(_wrap(message["disclaimer"]))
    if numbered and turn["outcome"] != "clarify" and message["suggestions"]:
        lines.append("")
        lines += [f"  {number}. {s['title']}" for number, s in enumerate(message["suggestions"], 1)]
    return "\n".join(lines)


def _wrap(line: str) -> str:
    # An address is of use in one piece only.
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
