"""From readings to a decision."""

from __future__ import annotations

import pytest

from lems_faq.understanding.decision import Costs, cut, decide, gate, out_of_scope, rank, unavailable
from lems_faq.understanding.reading import Reading, Stretch

REST = {"cause": 0.0, "hereditary": 0.0, "nc_treatment": 0.0, "out_of_scope": 0.0, "other_condition": 0.0, "greet": 0.0,
        "personal_advice": 0.0, "emergency": 0.0, "self_harm": 0.0}  # fmt: skip


def reading(first: int = 0, after: int = 1, *, several: float = 0.0, **probabilities: float) -> Reading:
    stretch = Stretch(first, after, "text", "text", (), False)
    return Reading(stretch, {**REST, **probabilities}, several=several)


@pytest.mark.parametrize(
    ("probabilities", "label"),
    [
        ({"cause": 0.95}, "cause"),
        ({"cause": 0.4, "hereditary": 0.35, "nc_treatment": 0.25}, "clarify"),
        ({"nc_treatment": 0.5, "cause": 0.5 - 1e-9}, "nc_treatment"),
        ({"out_of_scope": 0.7, "cause": 0.3}, "out_of_scope"),
        ({"cause": 0.42, "out_of_scope": 0.3, "other_condition": 0.28}, "out_of_scope"),
        ({"other_condition": 0.9, "cause": 0.1}, "other_condition"),
    ],
)
def test_decision_gate(probabilities: dict[str, float], label: str) -> None:
    assert gate(reading(**probabilities), Costs()).label == label


def test_decision_cuts_a_message_only_where_it_asks_several_things() -> None:
    parts = [reading(0, 1, cause=0.9), reading(1, 2, hereditary=0.9)]
    asks_two = [reading(0, 2, several=0.9, cause=0.6, hereditary=0.4), *parts]
    asks_one = [reading(0, 2, several=0.1, cause=0.6, hereditary=0.4), *parts]
    assert [r.best()[0] for r in cut(asks_two, Costs())] == ["cause", "hereditary"]
    assert [r.best()[0] for r in cut(asks_one, Costs())] == ["cause"]


def test_decision_drops_a_greeting_beside_a_question() -> None:
    found = decide(
        [reading(0, 2, several=0.9, cause=0.8), reading(0, 1, greet=0.99), reading(1, 2, cause=0.95)],
        safety="none",
        costs=Costs(),
    )
    assert [part.label for part in found.parts] == ["cause"]


def test_decision_keeps_the_order_of_the_questions() -> None:
    found = decide(
        [reading(0, 2, several=0.9, cause=0.8), reading(0, 1, hereditary=0.9), reading(1, 2, nc_treatment=0.95)],
        safety="line",
        costs=Costs(),
    )
    assert [part.label for part in found.parts] == ["hereditary", "nc_treatment"]
    assert found.intent == "hereditary"
    assert found.safety == "line"
    assert found.subject == "lems"


@pytest.mark.parametrize("safety", ["emergency", "self_harm"])
def test_decision_danger_takes_over_alone(safety: str) -> None:
    found = decide([reading(cause=0.99)], safety=safety, costs=Costs())
    assert [part.label for part in found.parts] == [safety]
    assert found.intent == safety


def test_decision_below_the_thresholds_the_topics_decide() -> None:
    assert decide([reading(emergency=0.6, cause=0.4)], safety="line", costs=Costs()).intent == "cause"


def test_decision_without_certainty_is_the_fallback_intent() -> None:
    found = decide([reading(cause=0.35, hereditary=0.35, nc_treatment=0.3)], safety="none", costs=Costs())
    assert (found.intent, found.parts[0].label) == ("nlu_fallback", "clarify")


def test_decision_needs_a_reading() -> None:
    with pytest.raises(ValueError, match="whole message"):
        decide([], safety="none", costs=Costs())


def test_decision_ranks_topics_only() -> None:
    assert [t for t, _ in rank({"cause": 0.2, "greet": 0.5, "hereditary": 0.3}, limit=3)] == ["hereditary", "cause"]


def test_decision_fixed_outcomes_let_danger_through() -> None:
    assert out_of_scope("too_long").parts[0].reason == "too_long"
    assert out_of_scope("too_long", safety="emergency").intent == "emergency"
    assert unavailable(safety="none").intent == "nlu_fallback"
    assert unavailable(safety="self_harm").intent == "self_harm"
