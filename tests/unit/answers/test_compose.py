"""One message out of the parts of a question."""

from __future__ import annotations

import pytest

from lems_faq.answers.compose import Composer, Part, Question, Reply
from lems_faq.answers.curated import UnknownResponse
from lems_faq.answers.offers import picked
from lems_faq.answers.operator import Operator, OperatorError
from lems_faq.answers.record import last_resort, parts_of
from lems_faq.answers.sentences import fold, split
from lems_faq.turn import outcome_of

NUMBERS = "112, 911 or 999"


def reply(composer: Composer, *labels: str, **fields: object) -> Reply:
    return composer.compose(Question([Part(label) for label in labels], **fields))  # type: ignore[arg-type]


def test_compose_says_once_what_two_parts_share(curated_composer: Composer) -> None:
    both = reply(curated_composer, "hereditary", "hla_types")
    assert both.message.text.count("research suggests that certain human leukocyte antigen") == 1
    assert both.topics == ["hereditary", "hla_types"]
    assert [source.section for source in both.message.sources] == ["heredity"]


def test_compose_answers_in_the_order_asked(curated_composer: Composer) -> None:
    body = reply(curated_composer, "nc_treatment", "hereditary").message.body
    assert body.index("does not cover the treatment") < body.index("not considered a hereditary")


@pytest.mark.parametrize("safety", ["emergency", "self_harm"])
def test_compose_danger_stands_alone(curated_composer: Composer, safety: str) -> None:
    found = reply(curated_composer, "cause", safety)
    assert (found.outcome, found.topics) == (safety, [safety])
    assert "autoimmune" not in found.message.text
    assert NUMBERS in found.message.body
    assert {link.url for link in found.message.links} >= {"tel:112", "tel:988", "tel:116123"}


def test_compose_emergency_begins_with_the_number(curated_composer: Composer) -> None:
    first = reply(curated_composer, "emergency").message.text.splitlines()[0]
    assert first.startswith(f"Call your local emergency number now: {NUMBERS}.")


def test_compose_safety_line_opens_the_ordinary_reply(curated_composer: Composer) -> None:
    found = reply(curated_composer, "cause", safety="line")
    assert found.message.body.startswith(f"If somebody is in danger now, call {NUMBERS}.")
    assert found.topics == ["cause"]
    assert found.message.links


def test_compose_clarify_offers_three_and_none_of_these(curated_composer: Composer) -> None:
    found = reply(curated_composer, "fallback", near=["cause", "overview", "research", "hereditary"])
    assert [s.payload for s in found.message.suggestions] == ["/cause", "/overview", "/research", "/none_of_these"]
    assert "4. None of these" in found.message.body


def test_compose_names_the_other_condition_or_none(curated_composer: Composer) -> None:
    named = reply(curated_composer, "other_condition", conditions=["gout", "lupus"])
    assert "You asked about gout and lupus." in named.message.body
    assert "about another condition" in reply(curated_composer, "other_condition").message.body


def test_compose_never_suggests_what_it_answers(curated_composer: Composer) -> None:
    found = reply(curated_composer, "cause", "cancer_link", "hereditary")
    assert not {s.payload[1:] for s in found.message.suggestions} & {"cause", "cancer_link", "hereditary"}


def test_compose_service_reply_depends_on_its_slot(curated_composer: Composer) -> None:
    texts = {
        value: reply(curated_composer, "human_handoff", slots={"handoff": value}).message.body
        for value in ("pending", "stored", "no_desk")
    }
    assert len(set(texts.values())) == 3
    assert "could not reach anybody" in texts["pending"]


def test_compose_refuses_a_response_that_is_not_there(curated_composer: Composer) -> None:
    with pytest.raises(UnknownResponse, match="did you mean 'utter_hereditary'"):
        reply(curated_composer, "heriditary")


@pytest.mark.parametrize(
    ("outcomes", "outcome"),
    [
        (["not_covered", "answered"], "answered"),
        (["other_condition", "not_covered"], "not_covered"),
        (["out_of_scope", "personal_advice"], "personal_advice"),
        (["answered", "self_harm"], "self_harm"),
        (["greet"], "greet"),
        (["bot_challenge", "answered"], "answered"),
    ],
)
def test_turn_outcome_is_the_first_that_applies(outcomes: list[str], outcome: str) -> None:
    assert outcome_of(outcomes) == outcome


@pytest.mark.parametrize("safety", ["none", "line"])
def test_record_last_resort_names_the_numbers(curated_composer: Composer, safety: str) -> None:
    turn = last_resort(curated_composer, id="m", safety=safety).as_dict()
    assert turn["outcome"] == "unavailable"
    assert NUMBERS in turn["messages"][0]["text"]


def test_record_last_resort_answers_an_emergency(curated_composer: Composer) -> None:
    assert last_resort(curated_composer, id=None, safety="emergency").outcome == "emergency"


def test_record_parts_follow_the_policies() -> None:
    decision = {"parts": [{"label": "ask_why"}, {"label": "nc_treatment"}]}
    assert parts_of("cause", decision, ["ask_why"]) == [Part("cause"), Part("nc_treatment")]
    assert parts_of("fallback", {"parts": [{"label": "clarify", "reason": ""}]}, []) == [Part("fallback")]
    assert parts_of("cause", {}, []) == [Part("cause")]


OFFERED = ["/a", "/b", "/c", "/none_of_these"]


@pytest.mark.parametrize(
    ("text", "choice"),
    [("1", "/a"), ("2.", "/b"), ("number three", "/c"), ("the second one", "/b"), ("first", "/a"),
     ("#4", "/none_of_these"),
     ("the last one", "/none_of_these"), ("top one", "/a"), ("9", None), ("0", None), ("hello", None), ("", None)],
)  # fmt: skip
def test_offers_picked(text: str, choice: str | None) -> None:
    assert picked(text, OFFERED) == choice


def test_offers_nothing_is_picked_of_nothing() -> None:
    assert picked("1", []) is None


def test_operator_reads_numbers_and_places() -> None:
    operator = Operator.from_environment({"LEMS_EMERGENCY_NUMBERS": "000", "LEMS_CRISIS_LINES": "988 (US), 13 11 14"})
    assert operator.placeholders == {"emergency_numbers": "000", "crisis_lines": "988 in the US or 13 11 14"}
    assert operator.crisis[1].url == "tel:131114"


def test_operator_names_the_variable_that_holds_no_number() -> None:
    with pytest.raises(OperatorError, match="LEMS_CRISIS_LINES='ask a friend'"):
        Operator.from_environment({"LEMS_CRISIS_LINES": "ask a friend"})


def test_sentences_split_and_fold() -> None:
    assert split("One. Two? It says: Three (3.5). Four") == ["One.", "Two?", "It says:", "Three (3.5).", "Four"]
    assert fold("“Gates” – the  body’s.") == '"gates"-the body\'s'
