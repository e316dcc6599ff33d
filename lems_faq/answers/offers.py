"""Which of the offered choices a message picks by its number."""

from __future__ import annotations

import re
from typing import Sequence

_ORDINALS = {
    "first": 1, "1st": 1, "one": 1, "second": 2, "2nd": 2, "two": 2, "third": 3, "3rd": 3, "three": 3,
    "fourth": 4, "4th": 4, "four": 4, "fifth": 5, "5th": 5, "five": 5,
}  # fmt: skip
_TOKEN = re.compile(r"[a-z]+|\d+(?:st|nd|rd|th)?")
_LONGEST = 4
"""Digits of a number; nothing longer is offered, and Python refuses to read what is very long."""


def picked(text: str, offered: Sequence[str]) -> str | None:
    """The choice that '2', 'number two', 'the second one', 'the last' or '#3' means; None where it means none.

    'the second one' means two, not one: an ordinal goes before a number word.
    """
    tokens = _TOKEN.findall(text.lower())
    if not offered:
        return None
    if "last" in tokens or "bottom" in tokens:
        return offered[-1]
    if "top" in tokens:
        return offered[0]
    numbers = [int(token) if len(token) <= _LONGEST else 0 for token in tokens if token.isdigit()]
    ordinals = [_ORDINALS[token] for token in tokens if token in _ORDINALS]
    for number in [*numbers, *ordinals]:
        return offered[number - 1] if 1 <= number <= len(offered) else None
    return None
