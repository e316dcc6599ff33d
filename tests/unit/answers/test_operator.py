"""The telephone numbers that the operator sets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lems_faq.answers.operator import CRISIS_VARIABLE, EMERGENCY_VARIABLE, Line, Operator, OperatorError, spoken_list

# The desk's tests have the same cases: both read the same variables, each in its own environment.
TELEPHONES = json.loads((Path(__file__).parents[2] / "telephones.json").read_text(encoding="utf-8"))


def test_operator_defaults_are_shown_in_order() -> None:
    operator = Operator.from_environment({})
    assert operator.placeholders == {
        "emergency_numbers": "112, 911 or 999",
        "crisis_lines": "988 in the US and Canada or 116 123 in the UK and Ireland",
    }
    assert [line.url for line in (*operator.emergency, *operator.crisis)] == [
        "tel:112",
        "tel:911",
        "tel:999",
        "tel:988",
        "tel:116123",
    ]


@pytest.mark.parametrize(("value", "numbers", "spoken"), TELEPHONES["read"])
def test_operator_reads_numbers_and_places(value: str, numbers: list[list[str]], spoken: str) -> None:
    found = Operator.from_environment({CRISIS_VARIABLE: value}).crisis
    assert [[line.number, line.place] for line in found] == numbers
    assert spoken_list(found) == spoken


@pytest.mark.parametrize("value", TELEPHONES["refused"])
@pytest.mark.parametrize("variable", [EMERGENCY_VARIABLE, CRISIS_VARIABLE])
def test_operator_names_the_variable_that_is_no_list_of_numbers(variable: str, value: str) -> None:
    with pytest.raises(OperatorError) as problem:
        Operator.from_environment({variable: value})
    assert f"{variable}='{value}'" in str(problem.value)
    assert "988 (US and Canada)" in str(problem.value)


@pytest.mark.parametrize(
    ("place", "spoken"),
    [
        ("", "1"),
        (" ", "1"),
        ("Germany", "1 in Germany"),
        ("US and Canada", "1 in the US and Canada"),
        ("Ireland", "1 in Ireland"),
    ],
)
def test_operator_speaks_of_a_place(place: str, spoken: str) -> None:
    line = Operator.from_environment({CRISIS_VARIABLE: f"11 ({place})" if place else "11"}).crisis[0]
    assert line.spoken == spoken.replace("1", "11")


@pytest.mark.parametrize(("count", "text"), [(1, "1 in A"), (2, "1 in A or 22"), (3, "1 in A, 22 or 33")])
def test_operator_speaks_of_a_choice(count: int, text: str) -> None:
    assert spoken_list((Line("1", "A"), Line("22"), Line("33"))[:count]) == text
