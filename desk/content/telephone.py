"""The operator's telephone numbers: how they are spoken in a sentence, and their links."""

from __future__ import annotations

import re
from dataclasses import dataclass

# As lems_faq/answers/operator.py reads the same variables: what one of the two takes, the other takes too.
_NUMBER = re.compile(r"(?P<number>\+?\d[\d -]*\d)\s*(?:\((?P<place>[^)]+)\))?")
_COMMA = re.compile(r",(?![^(]*\))")
_WITH_ARTICLE = {"US", "USA", "UK", "EU", "United", "Netherlands", "Philippines", "Czech"}
"""How the names of places begin that are said with 'the'."""


class NumberError(ValueError):
    """A variable with telephone numbers cannot be read. The message names it."""


@dataclass(frozen=True)
class Telephone:
    """One number. `place`: where it can be called; empty where everywhere."""

    number: str
    place: str = ""

    @property
    def spoken(self) -> str:
        if not self.place:
            return self.number
        article = "the " if re.split(r"\W", self.place)[0] in _WITH_ARTICLE else ""
        return f"{self.number} in {article}{self.place}"

    @property
    def link(self) -> dict[str, str]:
        return {"title": f"Call {self.spoken}", "url": "tel:" + re.sub(r"[^\d+]", "", self.number)}


def read_telephones(value: str, *, variable: str) -> tuple[Telephone, ...]:
    """The numbers of one variable, such as '112, 911' or '988 (US and Canada), 116 123 (UK and Ireland)'.

    Raises:
        NumberError: it is no list of telephone numbers.
    """
    # Half of a number is worse than none: each entry must be one from end to end.
    found = [_NUMBER.fullmatch(entry.strip()) for entry in _COMMA.split(value)]
    if not all(found):
        raise NumberError(f"{variable}='{value}' is no list of telephone numbers; write it like '112, 911, 999'")
    return tuple(Telephone(match["number"], (match["place"] or "").strip()) for match in found if match)


def one_of(telephones: tuple[Telephone, ...]) -> str:
    """'112, 911 or 999'."""
    *others, last = [telephone.spoken for telephone in telephones]
    return f"{', '.join(others)} or {last}" if others else last
