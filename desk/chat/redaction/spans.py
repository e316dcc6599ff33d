"""Places in a text, and what stands there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "e-mail address",
    "phone number",
    "card number",
    "identity number",
    "date of birth",
    "name",
    "address",
    "account",
    "password",
]


@dataclass(frozen=True, order=True)
class Span:
    """From `start` up to `end`, which is outside."""

    start: int
    end: int
    kind: Kind


def apart(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, none touching another: of two that overlap the longer one gives the kind of both."""
    joined: list[Span] = []
    for span in sorted(spans):
        if not joined or span.start >= joined[-1].end:
            joined.append(span)
            continue
        last = joined[-1]
        kind = last.kind if last.end - last.start >= span.end - span.start else span.kind
        joined[-1] = Span(last.start, max(last.end, span.end), kind)
    return joined
