"""The examples and the changes they go through."""

from __future__ import annotations

import random

import pytest

from encoder.examples import Example, follows, joined, parse, part, vary
from lems_faq.understanding.conditions import MEDICINE, OTHER, Lexicon

DRUGS = Lexicon.build((), drugs=["amoxicillin"])
GOUT = Example("is gout inherited", "other_condition", spans=((3, 7),))


def test_examples_parse_takes_the_brackets_off_and_keeps_their_places() -> None:
    text, spans = parse("is [gout](condition) like [lupus](condition)?")
    assert text == "is gout like lupus?"
    assert [text[start:end] for start, end in spans] == ["gout", "lupus"]


def test_examples_part_is_always_the_same_and_within_a_larger_one() -> None:
    examples = [Example(f"question {number}", "cause") for number in range(2000)]
    half, quarter = part(examples, 0.5), part(examples, 0.25)
    assert half == part(reversed(examples), 0.5)[::-1]
    assert {e.text for e in quarter} < {e.text for e in half}
    assert len(half) == pytest.approx(1000, rel=0.2)
    assert part(examples, 1.0) == examples


def test_examples_vary_keeps_the_places_of_names_with_the_names_it_puts_in() -> None:
    seen = set()
    for seed in range(60):
        varied = vary(GOUT, ["wilson's disease"], DRUGS, random.Random(seed))
        ((start, end),) = varied.spans
        seen.add(varied.text[start:end].lower())
        assert varied.label == "other_condition"
    assert seen == {"gout", OTHER, "wilson's disease"}


def test_examples_vary_masks_drugs_that_are_not_used_in_lems() -> None:
    example = Example("can I take amoxicillin", "out_of_scope")
    texts = {vary(example, [], DRUGS, random.Random(seed)).text.lower() for seed in range(40)}
    assert texts == {"can i take amoxicillin", f"can i take {MEDICINE}"}


def test_examples_vary_makes_a_question_on_lems_one_on_another_disease() -> None:
    example = Example("is lems inherited", "hereditary")
    found = {(v.label, bool(v.spans)) for v in (vary(example, ["gout"], DRUGS, random.Random(s)) for s in range(60))}
    assert found == {("hereditary", False), ("other_condition", True)}


def test_examples_joined_are_both_asked_and_keep_their_names() -> None:
    both = joined(Example("what causes it?", "cause"), GOUT, random.Random(1))
    assert both is not None
    assert (both.label, both.besides) == ("cause", ("other_condition",))
    assert [both.text[start:end] for start, end in both.spans] == ["gout"]


@pytest.mark.parametrize(
    "second", [Example("I cannot breathe", "emergency"), Example("why", "ask_why"), Example("x " * 90, "cause")]
)
def test_examples_joined_leaves_alone_what_does_not_go_together(second: Example) -> None:
    assert joined(Example("what causes it?", "cause"), second, random.Random(1)) is None


def test_examples_joined_to_a_greeting_ask_one_thing() -> None:
    both = joined(Example("hello", "greet"), Example("what causes it?", "cause"), random.Random(1))
    assert both is not None
    assert (both.label, both.besides) == ("cause", ())


@pytest.mark.parametrize(
    ("second", "kept"),
    [("is there a cure for this in children", True), ("in children", False)],
)
def test_examples_follows_takes_only_what_is_clear_alone(second: str, *, kept: bool) -> None:
    after = follows(Example("what is LEMS", "overview"), Example(second, "nc_treatment"))
    assert (after is not None and after.before == "what is LEMS") == kept
