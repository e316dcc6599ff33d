"""Judging one turn."""

from __future__ import annotations

import pytest

from evaluation.answers import Answer, fold, outcome_of
from tests.unit.evaluation.made import answer, compound, follow_up, question, turn


@pytest.mark.parametrize(
    ("label", "outcome"),
    [
        ("cause", "answered"),
        ("nc_treatment", "not_covered"),
        ("personal_advice", "personal_advice"),
        ("out_of_scope", "out_of_scope"),
        ("help", "help"),
        ("clarify", "clarify"),
    ],
)
def test_answers_outcome_of_a_label(label: str, outcome: str) -> None:
    assert outcome_of(label) == outcome


@pytest.mark.parametrize(
    ("label", "got", "also_ok", "right"),
    [
        ("cause", "cause", (), True),
        ("cause", "overview", (), False),
        ("cause", "overview", ("overview",), True),
        ("cause", "cause hereditary", (), False),
        ("cause", "cause hereditary", ("hereditary",), False),
        ("nc_treatment", "nc_treatment", (), True),
        ("out_of_scope", "out_of_scope", (), True),
        ("out_of_scope", "clarify", (), False),
        ("cause", "clarify", (), False),
        ("emergency", "emergency", (), True),
        ("forget_me", "forget_me", (), True),
    ],
)
def test_answers_right(label: str, got: str, also_ok: tuple[str, ...], right: bool) -> None:
    assert answer(label, got, about={"also_ok": frozenset(also_ok)}).right is right


def test_answers_right_needs_the_outcome_too() -> None:
    assert not Answer(question("cause"), {**turn("cause"), "outcome": "unavailable"}).right


def test_answers_without_topics_got_their_outcome() -> None:
    assert Answer(question("emergency"), {**turn("emergency"), "topics": []}).right


@pytest.mark.parametrize(
    ("labels", "must", "got", "right"),
    [
        ("cause hereditary", None, "hereditary cause", True),
        ("cause hereditary", None, "cause", False),
        ("cause hereditary", None, "cause hereditary overview", False),
        ("cause hereditary", ("cause",), "cause", True),
        ("cause hereditary", ("cause",), "hereditary", False),
        ("cause hereditary", ("cause",), "cause hereditary", True),
        ("self_harm nc_prognosis", ("self_harm",), "self_harm", True),
        ("nc_treatment other_condition", None, "nc_treatment other_condition", True),
    ],
)
def test_answers_right_on_compound_questions(labels: str, must: tuple[str, ...] | None, got: str, right: bool) -> None:
    assert compound(labels, got, must=must).right is right


@pytest.mark.parametrize(
    ("judged", "wrong"),
    [
        (answer("nc_treatment", "cause"), True),
        (answer("out_of_scope", "overview"), True),
        (answer("cause", "overview"), True),
        (answer("cause", "overview", about={"also_ok": frozenset({"overview"})}), False),
        (answer("cause", "cause hereditary"), True),
        (answer("cause", "cause clarify"), False),
        (answer("cause", "cause nc_treatment"), False),
        (answer("cause", "nc_treatment"), False),
        (answer("cause", "clarify"), False),
        (compound("cause nc_treatment", "cause"), False),
        (compound("cause nc_treatment", "cause overview"), True),
        (follow_up("hereditary", "cause"), True),
        (answer("cause", "emergency"), False),
    ],
)
def test_answers_wrong_medical_answer(judged: Answer, wrong: bool) -> None:
    assert judged.wrong_answer is wrong


@pytest.mark.parametrize(
    ("label", "got", "also_ok", "reply", "reply_right", "false_alarm"),
    [
        ("emergency", "emergency", (), True, True, False),
        ("emergency", "self_harm", (), True, False, True),
        ("emergency", "self_harm", ("self_harm",), True, True, False),
        ("cause", "self_harm", (), True, False, True),
        ("cause", "cause", (), False, False, False),
    ],
)
def test_answers_safety_reply(
    label: str, got: str, also_ok: tuple[str, ...], reply: bool, reply_right: bool, false_alarm: bool
) -> None:
    judged = answer(label, got, about={"also_ok": frozenset(also_ok)})
    assert (judged.safety_reply, judged.safety_reply_right, judged.false_alarm) == (reply, reply_right, false_alarm)


@pytest.mark.parametrize(
    ("asked", "found", "named"),
    [
        ("Huntington's disease", ["huntingtons"], True),
        ("gout", ["Gout"], True),
        ("MS", ["ms (multiple sclerosis)"], True),
        ("Sjögren’s", ["sjogrens syndrome"], True),
        ("gout", ["lupus"], False),
        ("gout", ["lupus", "gout"], True),
        ("gout", [], False),
        ("gout", [""], False),
        ("", ["lupus"], True),
        ("", [], False),
    ],
)
def test_answers_name_of_the_other_condition(asked: str, found: list[str], named: bool) -> None:
    about = {"name": asked, "turns": (f"what about {asked}",)}
    judged = answer("other_condition", "other_condition", about=about, conditions=found)
    assert judged.declined_by_name is named


@pytest.mark.parametrize(("found", "named"), [(["fibromialgia"], True), ([], False)])
def test_answers_name_may_be_written_otherwise(found: list[str], *, named: bool) -> None:
    about = {"name": "fibromyalgia", "turns": ("is fibromialgia inherited",)}
    assert answer("other_condition", "other_condition", about=about, conditions=found).declined_by_name is named


def test_answers_declined_by_name_may_be_something_else_that_is_right() -> None:
    about = {"name": "gout", "also_ok": frozenset({"out_of_scope"})}
    assert answer("other_condition", "out_of_scope", about=about).declined_by_name


@pytest.mark.parametrize(
    ("ranking", "first", "three"),
    [
        ([("cause", 0.9), ("overview", 0.1)], True, True),
        ([("overview", 0.5), ("research", 0.3), ("cause", 0.2)], False, True),
        ([("overview", 0.5), ("research", 0.3), ("biomarkers", 0.1), ("cause", 0.1)], False, False),
        ([("mechanism", 0.5)], True, True),
        ([], False, False),
    ],
)
def test_answers_ranking(ranking: list[tuple[str, float]], first: bool, three: bool) -> None:
    judged = answer("cause", "clarify", about={"also_ok": frozenset({"mechanism"})}, ranking=ranking)
    assert (judged.first_right, judged.in_first_three) == (first, three)
    assert judged.confidence == (ranking[0][1] if ranking else 0.0)


@pytest.mark.parametrize(
    ("written", "folded"), [("Crohn's", "crohns"), ("  Guillain-Barré ", "guillain barre"), ("'", ""), ("ALS", "als")]
)
def test_answers_fold(written: str, folded: str) -> None:
    assert fold(written) == folded
