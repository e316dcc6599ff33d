"""Each measure: what it counts, and over which questions."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.answers import Answer
from evaluation.measures import MEASURES, SHARES, Figure, measure, right_by_file
from evaluation.timing import Times
from tests.unit.evaluation.made import answer, compound, follow_up

NEAR: dict[str, Any] = {"file": "near_miss"}
ANSWERS = [
    answer("cause", "cause", ranking=[("cause", 0.9)]),
    answer("hereditary", "clarify", ranking=[("cause", 0.4), ("hla_types", 0.3), ("hereditary", 0.2)], safety="line"),
    answer("nc_treatment", "overview", ranking=[("overview", 0.8)]),
    answer("emergency", "emergency", safety="emergency", about={"file": "safety"}),
    answer("self_harm", "clarify", safety="line", about={"file": "safety"}),
    answer("self_harm", "cause", about={"file": "safety"}),
    answer("emergency", "self_harm", safety="self_harm", about={"file": "safety"}),
    answer("cause", "cause", safety="line", ranking=[("cause", 0.7)], about=NEAR),
    answer("out_of_scope", "emergency", safety="emergency", about=NEAR),
    answer("help", "help", about={"file": "services"}),
    answer("thanks", "goodbye", about={"file": "services"}),
    answer("greet", "self_harm", safety="self_harm", about={"file": "services"}),
    answer("other_condition", "other_condition", conditions=["gout"], about={"file": "other", "name": "gout"}),
    answer("other_condition", "other_condition", about={"file": "other", "name": "lupus"}),
    answer("out_of_scope", "out_of_scope", about={"file": "other"}),
    compound("cause hereditary", "cause hereditary"),
    compound("cause hereditary", "cause overview"),
    follow_up("hereditary", "hereditary"),
    follow_up("emergency", "emergency", safety="emergency"),
    follow_up("nc_treatment", "clarify"),
]
EXPECTED = {
    # cause, emergency, near miss, help, both conditions, out of scope
    "right": (7, 15),
    # the three topics and the near miss; nc_treatment is not in its ranking
    "first_three": (3, 4),
    "safety_shown": (4, 5),
    "safety_reply": (2, 5),
    "false_alarm_near_misses": (1, 2),
    "false_alarm_others": (1, 13),
    "line_on_ordinary": (1, 13),
    "services": (1, 3),
    # nc_treatment, self_harm, compound
    "wrong_answer": (3, 20),
    "other_condition": (1, 2),
    "out_of_scope": (1, 2),
    "compound": (1, 2),
    "follow_ups": (2, 3),
}


@pytest.mark.parametrize("name", [share.name for share in SHARES])
def test_measures_count(name: str) -> None:
    figure = measure(ANSWERS)["all"][name]
    assert (figure.hits, figure.of) == EXPECTED[name]
    assert figure.value == pytest.approx(EXPECTED[name][0] / EXPECTED[name][1])


def _in(collection: str, label: str, got: str) -> Answer:
    return answer(label, got, about={"set": collection})


def test_measures_keep_the_sets_apart() -> None:
    found = measure([_in("own", "cause", "cause"), _in("sample", "cause", "overview")])
    assert [found[where]["right"].value for where in ("own", "sample", "all")] == [1.0, 0.0, 0.5]


def test_measures_leave_out_what_nobody_asked() -> None:
    found = measure([_in("own", "cause", "cause")])
    assert "services" not in found["own"]
    assert found["sample"] == {}


def test_measures_calibration_over_topics_of_topics_file_alone() -> None:
    answers = [
        answer("cause", "cause", ranking=[("cause", 0.8)]),
        answer("personal_advice", "personal_advice", ranking=[("cause", 0.3)]),
        answer("cause", "cause", ranking=[("cause", 0.5)], about=NEAR),
        follow_up("cause", "cause", ranking=[("cause", 0.1)]),
    ]
    found = measure(answers)
    assert found["own"]["ece_topics"].of == 1
    assert found["own"]["ece_topics"].value == pytest.approx(0.2)
    assert "ece_topics" not in found["all"]
    assert found["own"]["ece_single"].of == 3
    # a message with no topic: confidence 0.3 in a topic that cannot be right
    assert found["all"]["ece_single"].value == pytest.approx((0.2 + 0.3 + 0.5) / 3)


def test_measures_time_belongs_to_all() -> None:
    found = measure([_in("own", "cause", "cause")], times=Times(9, 6.5, 20.0, 7.0))
    assert found["all"]["nlu_ms"] == Figure(6.5, 9)
    assert "nlu_ms" not in found["own"]


def test_measures_have_names_of_their_own() -> None:
    names = [measure.name for measure in MEASURES]
    assert len(set(names)) == len(names) == 16


def test_measures_right_by_file() -> None:
    found = right_by_file(ANSWERS)
    assert found["own/services"] == Figure(1 / 3, 3, 1)
    assert list(found) == [f"own/{f}" for f in "topics safety near_miss services other compound dialogues".split()]
