"""One message out of the parts of a question."""

from __future__ import annotations

from itertools import permutations

import pytest

from lems_faq.answers.compose import Composer, Part, Question, Reply
from lems_faq.answers.curated import UnknownResponse
from lems_faq.answers.sentences import fold, leans, split

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
        for value in ("pending", "stored", "off_duty", "no_desk")
    }
    assert len(set(texts.values())) == 4
    assert "Nobody is on duty now" in texts["off_duty"]
    assert "could not reach anybody" in texts["pending"]


def test_compose_refuses_a_response_that_is_not_there(curated_composer: Composer) -> None:
    with pytest.raises(UnknownResponse, match="did you mean 'utter_hereditary'"):
        reply(curated_composer, "heriditary")


def test_compose_never_says_a_leaning_sentence_without_the_one_before_it(curated_composer: Composer) -> None:
    (source,) = curated_composer.sources.values()
    original = [fold(s) for paragraph in source.sections.values() for s in split(paragraph)]
    covered = [name for name in curated_composer.curated.topics if not name.startswith("nc_")]
    seen = 0
    for pair in permutations(covered, 2):
        for line in reply(curated_composer, *pair).message.body.splitlines():
            said = [fold(sentence) for sentence in split(line)]
            for place, sentence in enumerate(said):
                if sentence in original and leans(sentence):
                    seen += 1
                    before = original[original.index(sentence) - 1]
                    assert place, (pair, sentence)
                    assert before.endswith(said[place - 1]), (pair, sentence)
    assert seen


@pytest.mark.parametrize(
    ("conditions", "spoken"),
    [
        (["gout"], "You asked about gout."),
        (["gout", "lupus", "MS"], "You asked about gout, lupus and MS."),
        (["type 2\n\n  diabetes"], "You asked about type 2 diabetes."),
        (["{crisis_lines}"], "You asked about {crisis_lines}."),
    ],
)
def test_compose_speaks_of_conditions_as_plain_words(
    curated_composer: Composer, conditions: list[str], spoken: str
) -> None:
    assert reply(curated_composer, "other_condition", conditions=conditions).message.body.startswith(spoken)


def test_compose_names_source_and_date_of_what_it_quotes(curated_composer: Composer) -> None:
    (source,) = curated_composer.sources.values()
    message = reply(curated_composer, "cause", "research").message
    last = message.body.splitlines()[-1]
    assert last.startswith(f"Source: {source.title}, medically reviewed summary, sections overview, research.")
    assert last.endswith(f"Last updated: {source.updated.isoformat()}.")
    assert {(s.text, s.section, s.updated) for s in message.sources} == {
        (source.id, "overview", source.updated.isoformat()),
        (source.id, "research", source.updated.isoformat()),
    }


def test_compose_without_a_quotation_has_a_disclaimer_and_no_source(curated_composer: Composer) -> None:
    message = reply(curated_composer, "nc_treatment").message
    assert message.sources == []
    assert "Source:" not in message.text
    assert message.text == f"{message.body}\n{message.disclaimer}"


def test_compose_text_is_body_and_disclaimer(curated_composer: Composer) -> None:
    for topic in curated_composer.curated.topics:
        message = reply(curated_composer, topic).message
        assert message.text == f"{message.body}\n{message.disclaimer}", topic


def test_compose_suggests_at_least_two_and_each_once(curated_composer: Composer) -> None:
    for topic in curated_composer.curated.topics:
        payloads = [s.payload for s in reply(curated_composer, topic).message.suggestions]
        assert len(payloads) >= 2, topic
        assert len(payloads) == len(set(payloads)), topic


def test_compose_personal_advice_suggests_what_is_near(curated_composer: Composer) -> None:
    found = reply(curated_composer, "personal_advice", near=["hereditary", "no_such_topic", "cancer_link"])
    assert [s.payload for s in found.message.suggestions][:2] == ["/hereditary", "/cancer_link"]


def test_compose_clarify_leaves_out_what_is_no_response(curated_composer: Composer) -> None:
    found = reply(curated_composer, "fallback", near=["no_such_topic", "cause"])
    assert [s.payload for s in found.message.suggestions] == ["/cause", "/none_of_these"]


@pytest.mark.parametrize(("reason", "words"), [("language", "only read English"), ("too_long", "too long"), ("", "")])
def test_compose_reason_chooses_the_wording(curated_composer: Composer, reason: str, words: str) -> None:
    found = curated_composer.compose(Question([Part("out_of_scope", reason)]))
    assert (found.outcome, found.topics) == ("out_of_scope", ["out_of_scope"])
    assert words in found.message.body


def test_compose_my_data_link_is_a_link(curated_composer: Composer) -> None:
    link = "https://desk.example/data"
    bodies = set()
    for slots in ({"my_data": "linked", "my_data_link": link}, {"my_data": "pending"}):
        message = reply(curated_composer, "show_my_data", slots=slots).message
        bodies.add(message.body)
        assert [found.url for found in message.links] == ([link] if "my_data_link" in slots else [])
    assert len(bodies) == 2


@pytest.mark.parametrize("safety", ["emergency", "self_harm"])
def test_compose_danger_has_no_safety_line_before_it(curated_composer: Composer, safety: str) -> None:
    with_line = reply(curated_composer, safety, safety="line").message
    assert with_line.text == reply(curated_composer, safety).message.text
