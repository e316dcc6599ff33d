"""What a message may lean on: the question before it, for 'and in children?' and 'how often?'."""

from __future__ import annotations

import time
from typing import Callable, Dict

from rasa.shared.core.events import BotUttered, Event, Restarted, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from lems_faq.adapters.last_turn import turn_of
from lems_faq.understanding.labels import DIALOGUE, EMERGENCY, SELF_HARM, SERVICE, SMALL_TALK

BEFORE = "before"
SESSION = 60 * 60
"""Seconds after which a question is no longer leaned on: the session of domain.yml."""
TURNS = 3
"""User messages that are looked back; the tracker store hands out one more."""

_QUESTIONS = {"answered", "not_covered", "other_condition", "personal_advice", "clarify"}
_PASSED_OVER = {*SMALL_TALK, *SERVICE, EMERGENCY, SELF_HARM}
"""Outcomes between two questions; after any other one (out of scope, a failure) a message stands for itself."""


def context(tracker: DialogueStateTracker | None, title: Callable[[str], str]) -> Dict[str, str]:
    """The metadata with which a channel hands on the next message: the last question of this conversation.

    `title`: the question of a topic ('What are HLA types?'), which stands for a message that says little by itself: a
    picked suggestion, '2', 'why?'.
    """
    turn: Dict[str, object] = {}
    seen = 0
    for event in reversed(tracker.events if tracker else ()):
        if isinstance(event, (SessionStarted, Restarted)) or _is_old(event) or seen == TURNS:
            return {}
        if isinstance(event, BotUttered):
            turn = dict(turn_of(event) or {})
        elif isinstance(event, UserUttered):
            seen += 1
            outcome = turn.get("outcome")
            if outcome in _QUESTIONS:
                return {BEFORE: _words(event, turn, title)}
            if outcome not in _PASSED_OVER:
                return {}
    return {}


def _is_old(event: Event) -> bool:
    return time.time() - float(event.timestamp) > SESSION


def _words(event: UserUttered, turn: Dict[str, object], title: Callable[[str], str]) -> str:
    text = event.text or ""
    if not text.startswith("/") and (event.intent or {}).get("name") not in DIALOGUE:
        return text
    topics = turn.get("topics")
    return " ".join(title(topic) for topic in topics) if isinstance(topics, list) else ""
