"""What whoever runs the bot sets: the telephone numbers of the safety replies."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import Mapping

EMERGENCY_VARIABLE = "LEMS_EMERGENCY_NUMBERS"
CRISIS_VARIABLE = "LEMS_CRISIS_LINES"
DEFAULT_EMERGENCY = "112, 911, 999"
DEFAULT_CRISIS = "988 (US and Canada), 116 123 (UK and Ireland)"

_NUMBER = re.compile(r"(?P<number>\+?\d[\d -]*\d)\s*(?:\((?P<place>[^)]+)\))?")

_WITH_ARTICLE = {"US", "USA", "UK", "EU", "United", "Netherlands", "Philippines", "Czech"}
"""How the names of places begin that are said with 'the'."""
_COMMA = re.compile(r",(?![^(]*\))")


class OperatorError(ValueError):
    """A setting of the operator cannot be read. The message names the variable."""


@dataclass(frozen=True)
class Line:
    """One telephone number. `place` is where it can be called, or empty."""

    number: str
    place: str = ""

    @property
    def spoken(self) -> str:
        if not self.place:
            return self.number
        article = "the " if re.split(r"\W", self.place)[0] in _WITH_ARTICLE else ""
        return f"{self.number} in {article}{self.place}"

    @property
    def url(self) -> str:
        return "tel:" + re.sub(r"[^\d+]", "", self.number)


@dataclass(frozen=True)
class Operator:
    """The numbers in the order in which they are shown."""

    emergency: tuple[Line, ...]
    crisis: tuple[Line, ...]

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Operator:
        """Reads the two variables.

        Raises:
            OperatorError: a variable is set but is no list of telephone numbers.
        """
        return cls(
            emergency=_lines(EMERGENCY_VARIABLE, environment.get(EMERGENCY_VARIABLE, DEFAULT_EMERGENCY)),
            crisis=_lines(CRISIS_VARIABLE, environment.get(CRISIS_VARIABLE, DEFAULT_CRISIS)),
        )

    @property
    def placeholders(self) -> dict[str, str]:
        """What the responses of domain.yml may name in braces."""
        return {"emergency_numbers": spoken_list(self.emergency), "crisis_lines": spoken_list(self.crisis)}


def _lines(variable: str, value: str) -> tuple[Line, ...]:
    # Half of a number is worse than none: each entry must be one from end to end.
    found = [_NUMBER.fullmatch(entry.strip()) for entry in _COMMA.split(value)]
    if not all(found):
        raise OperatorError(f"{variable}='{value}' is no list of telephone numbers; write it like '{DEFAULT_CRISIS}'")
    return tuple(Line(m["number"], (m["place"] or "").strip()) for m in found if m)


def spoken_list(lines: tuple[Line, ...]) -> str:
    """'112, 911 or 999': read aloud as one choice."""
    spoken = [line.spoken for line in lines]
    return spoken[0] if len(spoken) == 1 else f"{', '.join(spoken[:-1])} or {spoken[-1]}"
