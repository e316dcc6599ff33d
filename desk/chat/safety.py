"""The safety line: what every message of the desk itself opens with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings

from content.telephone import one_of, read_telephones


@dataclass(frozen=True)
class Safety:
    """The line, and its numbers as telephone links."""

    line: str
    links: tuple[dict[str, str], ...]


def safety() -> Safety:
    """The safety line with the operator's numbers.

    Raises:
        NumberError: the operator's setting holds no number.
    """
    return _safety(settings.EMERGENCY_NUMBERS, settings.CRISIS_LINES)


@lru_cache(maxsize=4)
def _safety(emergency_numbers: str, crisis_lines: str) -> Safety:
    emergency = read_telephones(emergency_numbers, variable="LEMS_EMERGENCY_NUMBERS")
    crisis = read_telephones(crisis_lines, variable="LEMS_CRISIS_LINES")
    return Safety(
        line=(
            f"If somebody is in danger now, call {one_of(emergency)}. "
            f"If you think of harming yourself, call {one_of(crisis)}."
        ),
        links=tuple(telephone.link for telephone in (*emergency, *crisis)),
    )
