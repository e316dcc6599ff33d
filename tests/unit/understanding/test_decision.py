"""From readings to a decision."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from lems_faq.understanding.decision import (
    CLARIFY,
    Costs,
    decide,
    gate,
    may_be_several,
    out_of_scope,
    rank,
    unavailable,
)
from lems_faq.understanding.encoder import Asked
from lems_faq.understanding.reading import Reading, Stretch

REST = {"cause": 0.0, "hereditary": 0.0, "nc_treatment": 0.0, "out_of_scope": 0.0, "other_condition": 0.0, "greet": 0.0,
        "personal_advice": 0.0, "emergency": 0.0, "self_harm": 0.0}  # fmt: skip


def reading(*asked: tuple[str, float], lems: bool = False, **probabilities: float) -> Reading:
    """`asked`: labels with their probabilities, in the order of the text."""
    found = tuple(Asked(label, p) for label, p in asked)
    return Reading(Stretch("text", "text", (), lems), {**REST, **probabilities}, asked=found)


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


def test_decision_finds_several_questions_in_their_order() -> None:
    found = decide(
        [
            reading(("hereditary", 0.9), ("nc_treatment", 0.8), cause=0.9),
            reading(hereditary=0.9),
            reading(nc_treatment=0.95),
        ],
        safety="line",
        costs=Costs(),
    )
    assert [part.label for part in found.parts] == ["hereditary", "nc_treatment"]
    assert found.intent == "hereditary"
    assert found.safety == "line"
    assert found.subject == "lems"


def test_decision_hears_the_whole_message_and_its_clauses_on_every_part() -> None:
    whole = reading(("cause", 0.9), ("hereditary", 0.6), cause=0.9)
    agrees, differs = reading(hereditary=0.6), reading(cause=0.9)
    assert [p.label for p in decide([whole, reading(cause=0.9), agrees], safety="none", costs=Costs()).parts] == [
        "cause",
        "hereditary",
    ]
    assert [p.label for p in decide([whole, reading(cause=0.9), differs], safety="none", costs=Costs()).parts] == [
        "cause"
    ]


@pytest.mark.parametrize(("second", "parts"), [(0.95, ["cause", "hereditary"]), (0.7, ["cause"])])
def test_decision_needs_more_proof_where_the_message_cannot_be_cut(second: float, parts: list[str]) -> None:
    whole = reading(("cause", 0.95), ("hereditary", second), cause=0.6, hereditary=0.4)
    assert [p.label for p in decide([whole], safety="none", costs=Costs()).parts] == parts


def test_decision_asks_one_thing_where_a_short_message_leans_on_the_one_before() -> None:
    whole = reading(("cancer_link", 0.99), ("cause", 0.99), cause=0.9)
    after = replace(whole, stretch=replace(whole.stretch, before="does it mean cancer"))
    assert [p.label for p in decide([after], safety="none", costs=Costs()).parts] == ["cause"]


@pytest.mark.parametrize(("before", "parts"), [("", ["cause", "hereditary"]), ("what is it", ["cause"])])
def test_decision_needs_more_proof_after_another_question(before: str, parts: list[str]) -> None:
    whole = reading(("cause", 0.9), ("hereditary", 0.7), cause=0.9)
    whole = replace(whole, stretch=replace(whole.stretch, before=before))
    found = decide([whole, reading(cause=0.9), reading(hereditary=0.6)], safety="none", costs=Costs())
    assert [p.label for p in found.parts] == parts


@pytest.mark.parametrize(("asked", "several"), [(0.9, True), (0.6, False)])
def test_decision_wants_more_proof_for_what_is_no_topic(asked: float, several: bool) -> None:
    whole = reading(("cause", 0.9), ("other_condition", asked), cause=0.5, other_condition=0.5)
    found = decide([whole], safety="none", costs=Costs(part=0.45, other_part=0.8))
    assert (len(found.parts) == 2) is several


@pytest.mark.parametrize(("conditions", "lems_named", "several"), [(("gout",), False, False), (("gout",), True, True)])
def test_decision_wants_more_proof_of_a_topic_beside_another_disease(
    conditions: tuple[str, ...], *, lems_named: bool, several: bool
) -> None:
    whole = reading(("nc_treatment", 0.7), ("other_condition", 0.95), nc_treatment=0.2, other_condition=0.8)
    whole = replace(whole, conditions=conditions, stretch=replace(whole.stretch, lems_named=lems_named))
    clauses = [reading(nc_treatment=0.9), reading(other_condition=0.95)]
    assert (len(decide([whole, *clauses], safety="none", costs=Costs()).parts) == 2) is several


@pytest.mark.parametrize("beside", ["greet", "thanks", "goodbye", "ask_more", "emergency", "self_harm"])
def test_decision_drops_what_is_no_part(beside: str) -> None:
    whole = reading((beside, 0.99), ("cause", 0.9), cause=0.95)
    assert [part.label for part in decide([whole], safety="none", costs=Costs()).parts] == ["cause"]
    assert not may_be_several(whole.asked, 0.1)


@pytest.mark.parametrize(("second", "at_least", "several"), [(0.2, 0.1, True), (0.05, 0.1, False), (0.1, 0.1, True)])
def test_decision_may_be_several(second: float, at_least: float, several: bool) -> None:
    asked = reading(("cause", 0.9), ("hereditary", second)).asked
    assert may_be_several(asked, at_least) is several


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


@pytest.mark.parametrize(
    ("costs", "label"),
    [
        (Costs(answer=1.0), "cause"),
        (Costs(answer=2.0), "cause"),
        (Costs(answer=2.1), CLARIFY),
        (Costs(answer=100.0), CLARIFY),
    ],
)
def test_decision_asks_back_where_a_wrong_answer_costs_more(costs: Costs, label: str) -> None:
    assert gate(reading(cause=0.5, hereditary=0.5 - 1e-9), costs).label == label


@pytest.mark.parametrize(
    ("probabilities", "label"),
    [
        ({"cause": 0.45, "out_of_scope": 0.25, "other_condition": 0.3}, "other_condition"),
        ({"cause": 0.48, "hereditary": 0.04, "out_of_scope": 0.24, "other_condition": 0.24}, CLARIFY),
    ],
)
def test_decision_declines_where_most_speaks_for_a_stranger(probabilities: dict[str, float], label: str) -> None:
    assert gate(reading(**probabilities), Costs()).label == label


@pytest.mark.parametrize(
    ("probabilities", "lems", "subject"),
    [
        ({"cause": 0.95}, False, "lems"),
        ({"cause": 0.35, "hereditary": 0.35, "nc_treatment": 0.3}, False, "lems"),
        ({"other_condition": 0.95}, True, "other"),
        ({"out_of_scope": 0.95}, False, "none"),
        ({"greet": 0.95}, True, "lems"),
        ({"personal_advice": 0.95}, False, "lems"),
    ],
)
def test_decision_subject(probabilities: dict[str, float], lems: bool, subject: str) -> None:
    assert decide([reading(lems=lems, **probabilities)], safety="none", costs=Costs()).subject == subject


def test_decision_alarm_of_the_topics_alone_is_a_question_back() -> None:
    found = decide([reading(emergency=0.7, self_harm=0.3)], safety="none", costs=Costs())
    assert (found.intent, found.parts[0].label) == ("nlu_fallback", CLARIFY)


def test_decision_ranking_is_rounded_and_limited() -> None:
    probabilities = {f"topic_{place}": place / 30 for place in range(1, 8)}
    ranked = rank(probabilities)
    assert [topic for topic, _ in ranked] == ["topic_7", "topic_6", "topic_5", "topic_4", "topic_3"]
    assert ranked[0][1] == 0.2333


def test_decision_travels_as_json() -> None:
    found = decide([reading(cause=0.95, greet=0.05)], safety="line", costs=Costs()).as_dict()
    assert json.loads(json.dumps(found)) == found
    assert found["parts"] == [{"label": "cause", "confidence": 0.95, "reason": ""}]
    assert found["ranking"][0] == {"topic": "cause", "confidence": 0.95}
    assert out_of_scope("empty").as_dict()["parts"] == [{"label": "out_of_scope", "confidence": 1.0, "reason": "empty"}]
