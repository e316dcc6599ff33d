"""The turn record out of a reply, and the last resort."""

from __future__ import annotations

import pytest

from lems_faq.answers.compose import Composer, Part, Question
from lems_faq.answers.record import content_of, last_resort, parts_of, turn_of

NUMBERS = "112, 911 or 999"
DIALOGUE = ("ask_why", "pick_option")


@pytest.mark.parametrize("safety", ["none", "line"])
def test_record_last_resort_names_the_numbers(curated_composer: Composer, safety: str) -> None:
    turn = last_resort(curated_composer, id="m", safety=safety).as_dict()
    (message,) = turn["messages"]
    assert (turn["id"], turn["outcome"], turn["understanding"]["safety"]) == ("m", "unavailable", safety)
    assert NUMBERS in message["text"]
    assert message["text"].endswith(message["disclaimer"])
    assert message["text"].count(message["disclaimer"]) == 1


@pytest.mark.parametrize("safety", ["emergency", "self_harm"])
def test_record_last_resort_answers_danger_as_such(curated_composer: Composer, safety: str) -> None:
    turn = last_resort(curated_composer, id=None, safety=safety, model="m")
    assert (turn.outcome, turn.topics, turn.model) == (safety, [safety], "m")
    assert turn.messages[0].links


def test_record_content_is_the_date_of_the_latest_review(curated_composer: Composer) -> None:
    latest = max(source.updated for source in curated_composer.sources.values())
    assert content_of(curated_composer) == latest.isoformat()


def test_record_turn_carries_what_was_understood(curated_composer: Composer) -> None:
    reply = curated_composer.compose(Question([Part("cause")]))
    ranking = [{"topic": "cause", "confidence": 0.9}]
    decision = {"subject": "lems", "conditions": ("gout",), "safety": "line", "ranking": ranking, "parts": []}
    understanding = turn_of(reply, id="m", decision=decision, model="x", content="2026-01-02").understanding
    assert (understanding.subject, understanding.conditions) == ("lems", ["gout"])
    assert (understanding.safety, understanding.ranking) == ("line", ranking)


def test_record_turn_without_a_decision_has_defaults(curated_composer: Composer) -> None:
    reply = curated_composer.compose(Question([Part("greet")]))
    turn = turn_of(reply, id=None, decision={}, model="", content="")
    assert turn.as_dict()["understanding"] == {"subject": "none", "conditions": [], "safety": "none", "ranking": []}


@pytest.mark.parametrize(
    ("utterance", "decision", "parts"),
    [
        ("cause", {}, [Part("cause")]),
        ("cause", {"parts": [{"label": "cause"}]}, [Part("cause")]),
        ("cause", {"parts": [{"label": "cause"}, {"label": "research"}]}, [Part("cause"), Part("research")]),
        ("fallback", {"parts": [{"label": "clarify", "reason": "x"}]}, [Part("fallback", "x")]),
        ("greet", {"parts": [{"label": "greet", "reason": "r"}]}, [Part("greet", "r")]),
        # The policies chose: a follow-up, and what was asked besides.
        ("cause", {"parts": [{"label": "ask_why"}, {"label": "nc_treatment"}]}, [Part("cause"), Part("nc_treatment")]),
        ("cause", {"parts": [{"label": "ask_why"}, {"label": "cause"}]}, [Part("cause")]),
        ("cause", {"parts": [{"label": "ask_why"}, {"label": "pick_option"}]}, [Part("cause")]),
        ("cause", {"parts": [{"label": "clarify"}]}, [Part("cause")]),
    ],
)
def test_record_parts_follow_the_policies(utterance: str, decision: dict[str, object], parts: list[Part]) -> None:
    assert parts_of(utterance, decision, DIALOGUE) == parts
