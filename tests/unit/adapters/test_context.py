"""What the next message may lean on."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Dict, List

import pytest
import yaml
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from lems_faq.adapters.context import SESSION, TURNS, context
from lems_faq.adapters.last_turn import TURN
from lems_faq.adapters.tracker_store import TURNS as HANDED_OUT

TITLES = {"hla_types": "What are HLA types?", "cause": "What causes LEMS?"}


def exchange(text: str | None, outcome: str, *topics: str, intent: str = "x", ago: float = 0) -> List[Event]:
    at = time.time() - ago
    turn: Dict[str, Any] = {"outcome": outcome, "topics": list(topics), "messages": [{"suggestions": []}]}
    return [
        UserUttered(text, intent={"name": intent}, timestamp=at),
        ActionExecuted("utter_x", timestamp=at),
        BotUttered("reply", metadata={TURN: turn}, timestamp=at),
    ]


def asked(*exchanges: List[Event]) -> Dict[str, str]:
    events = [event for events in exchanges for event in events]
    return context(DialogueStateTracker.from_events("c", events), lambda topic: TITLES.get(topic, ""))


@pytest.mark.parametrize("outcome", ["answered", "not_covered", "other_condition", "personal_advice", "clarify"])
def test_context_is_the_last_question(outcome: str) -> None:
    assert asked(exchange("is it rare", "not_covered"), exchange("is it inherited", outcome)) == {
        "before": "is it inherited"
    }


@pytest.mark.parametrize("outcome", ["thanks", "greet", "emergency", "self_harm", "forget_me"])
def test_context_passes_over_alarms_small_talk_and_services(outcome: str) -> None:
    assert asked(exchange("is it inherited", "answered"), exchange("x", outcome)) == {"before": "is it inherited"}
    assert asked(exchange("x", outcome)) == {}


@pytest.mark.parametrize("outcome", ["out_of_scope", "unavailable", "none_of_these", ""])
def test_context_ends_where_something_else_was_asked(outcome: str) -> None:
    assert asked(exchange("is it inherited", "answered"), exchange("the weather?", outcome)) == {}


@pytest.mark.parametrize(("text", "intent"), [("/hla_types", "hla_types"), ("2", "pick_option"), ("why?", "ask_why")])
def test_context_of_a_message_that_says_little_is_the_question_that_was_answered(text: str, intent: str) -> None:
    assert asked(exchange(text, "answered", "hla_types", intent=intent)) == {"before": "What are HLA types?"}
    assert asked(exchange(text, "answered", "unknown", intent=intent)) == {"before": ""}


def test_context_ends_with_the_session() -> None:
    assert asked(exchange("is it inherited", "answered", ago=SESSION + 1)) == {}
    assert asked(exchange("is it inherited", "answered"), [SessionStarted()]) == {}


def test_context_lasts_as_long_as_the_session_of_the_domain() -> None:
    domain = yaml.safe_load((Path(__file__).parents[3] / "domain.yml").read_text(encoding="utf-8"))
    assert domain["session_config"]["session_expiration_time"] * 60 == SESSION


def test_context_looks_no_further_than_the_store_hands_out() -> None:
    small_talk = [exchange("thanks", "thanks")] * TURNS
    assert TURNS < HANDED_OUT
    assert asked(exchange("is it inherited", "answered"), *small_talk[1:]) == {"before": "is it inherited"}
    assert asked(exchange("is it inherited", "answered"), *small_talk) == {}


def test_context_bears_odd_events() -> None:
    assert context(None, str) == {}
    assert asked([UserUttered("hello"), BotUttered("hi")]) == {}
    assert asked(exchange(None, "answered")) == {"before": ""}
    assert asked([UserUttered("no answer yet")]) == {}
