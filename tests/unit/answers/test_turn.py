"""The record of one turn."""

from __future__ import annotations

import pytest

from lems_faq.turn import PRECEDENCE, Link, Message, Quoted, Suggestion, Turn, Understanding, outcome_of


@pytest.mark.parametrize(
    ("outcomes", "outcome"),
    [
        (["not_covered", "answered"], "answered"),
        (["other_condition", "not_covered"], "not_covered"),
        (["out_of_scope", "personal_advice"], "personal_advice"),
        (["answered", "self_harm"], "self_harm"),
        (["self_harm", "emergency"], "emergency"),
        (["clarify", "out_of_scope"], "out_of_scope"),
        (["greet"], "greet"),
        (["greet", "thanks"], "greet"),
        (["bot_challenge", "answered"], "answered"),
        (["unavailable"], "unavailable"),
    ],
)
def test_turn_outcome_is_the_first_that_applies(outcomes: list[str], outcome: str) -> None:
    assert outcome_of(outcomes) == outcome


def test_turn_outcome_does_not_depend_on_the_order_asked() -> None:
    for place, outcome in enumerate(PRECEDENCE):
        later = list(PRECEDENCE[place:])
        assert outcome_of(later) == outcome_of(later[::-1]) == outcome


def test_turn_as_dict_is_the_json_of_a_turn() -> None:
    quoted, suggestion = Quoted("t", "s", "2026-01-02"), Suggestion("Why?", "/why")
    message = Message("B.\nD.", "B.", "D.", [quoted], [suggestion])
    turn = Turn("m1", [message], "answered", ["cause"], Understanding(ranking=[{"topic": "cause"}]), "m", "c")
    assert turn.as_dict() == {
        "id": "m1",
        "messages": [
            {
                "text": "B.\nD.",
                "body": "B.",
                "disclaimer": "D.",
                "sources": [{"text": "t", "section": "s", "updated": "2026-01-02"}],
                "suggestions": [{"title": "Why?", "payload": "/why"}],
            }
        ],
        "outcome": "answered",
        "topics": ["cause"],
        "understanding": {"subject": "none", "conditions": [], "safety": "none", "ranking": [{"topic": "cause"}]},
        "model": "m",
        "content": "c",
    }


def test_turn_as_dict_has_links_where_there_are_some() -> None:
    message = Message("B.", "B.", "", links=[Link("Call 112", "tel:112")])
    turn = Turn(None, [message], "emergency", ["emergency"], Understanding(), "", "")
    assert turn.as_dict()["messages"][0]["links"] == [{"title": "Call 112", "url": "tel:112"}]
