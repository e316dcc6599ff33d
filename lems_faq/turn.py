"""The record of one turn: what the channel returns, the batch command prints and the desk stores."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

PRECEDENCE = (
    "emergency",
    "self_harm",
    "answered",
    "not_covered",
    "personal_advice",
    "other_condition",
    "out_of_scope",
    "clarify",
)
"""Of several parts, the first of these is the outcome; small talk and service come after them."""


@dataclass(frozen=True)
class Suggestion:
    title: str
    payload: str


@dataclass(frozen=True)
class Link:
    title: str
    url: str


@dataclass(frozen=True)
class Quoted:
    """Where an answer stands: the reviewed text, its section, and its own words 'Last updated' (ISO date)."""

    text: str
    section: str
    updated: str


@dataclass(frozen=True)
class Message:
    """One bot message. `text` is complete on its own; `body` and `disclaimer` are its two parts."""

    text: str
    body: str
    disclaimer: str
    sources: list[Quoted] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


@dataclass(frozen=True)
class Understanding:
    """What was understood. `ranking`: topics with calibrated confidence, best first, at least three."""

    subject: str = "none"
    conditions: list[str] = field(default_factory=list)
    safety: str = "none"
    ranking: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Turn:
    id: str | None
    messages: list[Message]
    outcome: str
    topics: list[str]
    understanding: Understanding
    model: str
    content: str

    def as_dict(self) -> dict[str, Any]:
        """The JSON of turn.md; a message has `links` only where it holds some."""
        record = asdict(self)
        for message in record["messages"]:
            if not message["links"]:
                del message["links"]
        return record


def outcome_of(outcomes: list[str]) -> str:
    """The outcome of a message whose parts have these outcomes, in the order asked."""
    for outcome in PRECEDENCE:
        if outcome in outcomes:
            return outcome
    return outcomes[0]
