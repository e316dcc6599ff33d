"""Floors: the committed file, reading, comparing."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import floors, words
from evaluation.floors import FloorError, check, read
from evaluation.measures import CALIBRATIONS, MEASURES, NLU_TIME, SHARES, WHERE, Figure

BY_NAME = {measure.name: measure for measure in MEASURES}


def test_floors_of_the_project_miss_no_measure() -> None:
    found = read()
    for where in WHERE:
        assert {share.name for share in SHARES} <= set(found[where])
    assert {calibration.name for calibration in CALIBRATIONS} <= set(found["own"])
    assert NLU_TIME.name in found["all"]


def test_floors_of_the_project_say_how_they_are_lowered() -> None:
    assert "decision record" in floors.FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[ownn]\nright = 0.9", "unknown set 'ownn'; did you mean 'own'?"),
        ("[own]\nrigth = 0.9", "unknown measure 'rigth'; did you mean 'right'?"),
        ("[own]\nxyz = 0.9", "there are right, first_three"),
        ("[own]\nright = '90 %'", "must be a number"),
        ("[own]\nright = true", "must be a number"),
        ("own = 1", "must be a table"),
        ("[own", "floors.toml: "),
    ],
)
def test_floors_name_what_is_wrong(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FloorError) as caught:
        read(path)
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "floor", "verdict"),
    [
        ("right", 0.9, 0.9, "holds"),
        ("right", 0.8999, 0.9, "below"),
        ("wrong_answer", 0.03, 0.03, "holds"),
        ("wrong_answer", 0.031, 0.03, "above"),
        ("nlu_ms", 8.1, 8.0, "above"),
        ("ece_single", 0.01, 0.05, "holds"),
        ("right", 0.1, None, "no floor"),
        ("right", None, 0.9, "not measured"),
    ],
)
def test_floors_compare(name: str, value: float | None, floor: float | None, verdict: str) -> None:
    figures = {"own": {name: Figure(value, 10)} if value is not None else {}}
    (checked,) = check(figures, {"own": {name: floor} if floor is not None else {}})
    assert words.verdict(checked) == verdict
    assert checked.holds is (verdict in ("holds", "no floor"))


@pytest.mark.parametrize(
    ("name", "number", "value", "bound"),
    [
        ("right", 0.934, "93.4 %", "at least 93.4 %"),
        ("wrong_answer", 0.03, "3.0 %", "at most 3 %"),
        ("ece_topics", 0.05, "0.050", "at most 0.05"),
        ("nlu_ms", 8.0, "8.0 ms", "at most 8 ms"),
        ("right", None, "-", "-"),
    ],
)
def test_floors_in_words(name: str, number: float | None, value: str, bound: str) -> None:
    assert words.value(number, BY_NAME[name]) == value
    assert words.bound(number, BY_NAME[name]) == bound
