"""Misses, and the answers taken apart."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.answers import Answer
from evaluation.breakdown import FEWEST, by_label, by_style, confusion
from evaluation.misses import UNREAD, find
from tests.unit.evaluation.made import answer, compound, follow_up

NEAR: dict[str, Any] = {"file": "near_miss"}


@pytest.mark.parametrize(
    ("judged", "kind"),
    [
        (answer("emergency", "cause"), "unseen_danger"),
        (answer("emergency", "cause", safety="line"), "wrong_answer"),
        (answer("emergency", "clarify", safety="line"), "wrong_safety_reply"),
        (answer("emergency", "self_harm", safety="self_harm"), "wrong_safety_reply"),
        (answer("cause", "overview"), "wrong_answer"),
        (answer("cause", "emergency", safety="emergency"), "false_alarm"),
        (answer("cause", "cause", safety="line"), "needless_line"),
        (answer("cause", "clarify"), "asked_back"),
        (answer("cause", "nc_treatment"), "other"),
        (compound("cause hereditary", "cause"), "parts"),
        (follow_up("cause", "help"), "other"),
        (answer("other_condition", "other_condition", about={"name": "gout"}), "not_named"),
    ],
)
def test_misses_are_told_by_the_gravest_kind(judged: Answer, kind: str) -> None:
    assert [miss.kind.name for miss in find([judged])] == [kind]


@pytest.mark.parametrize(
    "judged",
    [
        answer("cause", "cause"),
        answer("cause", "cause", safety="line", about=NEAR),
        answer("emergency", "emergency", safety="emergency"),
        answer("other_condition", "other_condition", about={"name": "gout"}, conditions=["gout"]),
        compound("cause hereditary", "hereditary cause"),
    ],
)
def test_misses_leave_out_what_is_right(judged: Answer) -> None:
    assert find([judged]) == []


def test_misses_come_gravest_first() -> None:
    found = find([answer("cause", "clarify"), answer("nc_prognosis", "cause"), answer("self_harm", "help")])
    assert [miss.kind.name for miss in found] == ["unseen_danger", "wrong_answer", "asked_back"]


def test_breakdown_by_label_worst_first_and_single_alone() -> None:
    answers = [answer("cause", "cause"), answer("help", "clarify"), follow_up("cause", "clarify")]
    assert {name: (f.hits, f.of) for name, f in by_label(answers).items()} == {"help": (0, 1), "cause": (1, 1)}
    assert list(by_label(answers)) == ["help", "cause"]


def test_breakdown_by_style_counts_each_style_of_a_question() -> None:
    answers = [answer("cause", "cause", about={"styles": ("lower", "typo")})] * FEWEST
    answers += [answer("cause", "clarify", about={"styles": ("typo", "rare")})]
    found = by_style(answers)
    assert list(found) == ["typo", "lower"]
    assert (found["typo"].hits, found["typo"].of) == (FEWEST, FEWEST + 1)


def test_breakdown_confusion() -> None:
    also = {"also_ok": frozenset({"overview"})}
    answers = [
        answer("cause", "overview", about=also),
        answer("cause", "clarify"),
        answer("cause", "cause hereditary"),
        answer("hereditary", "hereditary"),
        compound("cause hereditary", "cause"),
    ]
    found = confusion(answers, order=["hereditary", "cause"])
    assert found.labels == ["hereditary", "cause"]
    assert found.gots == ["hereditary", "cause", "clarify", "several"]
    assert found.counts["cause"] == {"cause": 1, "clarify": 1, "several": 1}


def test_misses_of_the_unread_set_are_not_shown() -> None:
    assert find([answer("cause", "overview", about={"set": UNREAD})]) == []
