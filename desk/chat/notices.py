"""What the desk itself says. Every notice opens with the safety line and ends with the disclaimer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from chat.safety import safety
from content.library import library

DELAYS = ("waking_up", "unreachable", "slow")
"""Notices of which one outage gives one."""

_WORDS = {
    "waking_up": (
        "The program that answers is just waking up. What you write is kept, and the answer comes here as "
        "soon as it is awake."
    ),
    "unreachable": (
        "The program that answers cannot be reached just now. What you write is kept, and the answer comes here as "
        "soon as it is back."
    ),
    "slow": (
        "The answer takes longer than usual. Your message is kept, and the answer comes here as soon as it is ready."
    ),
    "undeliverable": "Your message could not be answered, and I am sorry. Please put it in other words.",
    "human_handoff": (
        "Your wish to talk to a person is stored. Nobody is on duty, so please do not wait for an answer here. For "
        "anything medical, please ask your doctor."
    ),
    "handoff_on_duty": "Your wish to talk to a person is stored, and somebody is on duty. The answer comes here.",
    "too_many": "You are writing faster than I can answer. Please wait a moment, then send your message again.",
    "too_long": "Your message is too long for me. Please ask a shorter question.",
}


@dataclass(frozen=True)
class Notice:
    """One message of the desk. `body` and `disclaimer` together are `text`."""

    outcome: str
    body: str
    disclaimer: str
    links: tuple[dict[str, str], ...]

    @property
    def text(self) -> str:
        return f"{self.body}\n{self.disclaimer}"

    def as_dict(self) -> dict[str, Any]:
        """As in openapi.yaml, schema Notice."""
        return {"text": self.text, "body": self.body, "disclaimer": self.disclaimer, "links": list(self.links)}


def notice(kind: str) -> Notice:
    """The notice of a kind.

    Raises:
        LookupError: there is no such kind; the message says which there are.
    """
    if kind not in _WORDS:
        raise LookupError(f"Unknown notice '{kind}'; there are: {', '.join(_WORDS)}")
    first = safety()
    return Notice(
        outcome="human_handoff" if kind == "handoff_on_duty" else kind,
        body=f"{first.line}\n{_WORDS[kind]}",
        disclaimer=library(settings.CONTENT_FOLDER).disclaimer,
        links=first.links,
    )
