"""The operator's telephone numbers: how they are spoken in a sentence, and their links."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"(\+?\d[\d -]*)(?:\(([^)]+)\))?")


class NumberError(ValueError):
    """A variable with telephone numbers cannot be read. The message names it."""


@dataclass(frozen=True)
class Telephone:
    """One number. `place`: where it can be called; empty where everywhere."""

    number: str
    place: str = ""

    @property
    def spoken(self) -> str:
        return f"{self.number} in the {self.place}" if self.place else self.number

    @property
    def link(self) -> dict[str, str]:
        return {"title": f"Call {self.spoken}", "url": "tel:" + re.sub(r"[^\d+]", "", self.number)}


def read_telephones(value: str, *, variable: str) -> tuple[Telephone, ...]:
    """The numbers of one variable, such as '112, 911' or '988 (US and Canada), 116 123 (UK and Ireland)'.

    Raises:
        NumberError: it holds none.
    """
    found = tuple(Telephone(match[1].strip(), (match[2] or "").strip()) for match in _NUMBER.finditer(value))
    if not found:
        raise NumberError(f"{variable}='{value}' holds no telephone number; write it like '112, 911, 999'")
    return found


def one_of(telephones: tuple[Telephone, ...]) -> str:
    """'112, 911 or 999'."""
    *others, last = [telephone.spoken for telephone in telephones]
    return f"{', '.join(others)} or {last}" if others else last
