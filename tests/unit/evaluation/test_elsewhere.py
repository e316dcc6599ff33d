"""Question sets that are not kept here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.answers import Answer
from evaluation.elsewhere import lines, questions_of
from evaluation.questions import QuestionError


def _file(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "set.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_elsewhere_takes_what_has_no_label_for_something_else(tmp_path: Path) -> None:
    (question,) = questions_of(_file(tmp_path, {"id": 1, "text": "can I drink after an antibiotic"}))
    assert question.accepted == {"out_of_scope", "other_condition"}
    assert question.turns == ("can I drink after an antibiotic",)


def test_elsewhere_takes_labels_as_they_are(tmp_path: Path) -> None:
    row = {"id": 1, "text": "who sees us best", "label": "nc_support", "also_ok": ["nc_treatment"]}
    (question,) = questions_of(_file(tmp_path, row))
    assert question.accepted == {"nc_support", "nc_treatment"}


@pytest.mark.parametrize("rows", [[{"id": 1, "text": "a", "label": "no_such"}], [{"id": 1, "label": "cause"}]])
def test_elsewhere_refuses_what_it_cannot_read(rows: list[dict[str, Any]], tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match=r"set\.jsonl:1"):
        questions_of(_file(tmp_path, *rows))


def test_elsewhere_counts_answers_on_lems_to_other_questions(tmp_path: Path) -> None:
    path = _file(tmp_path, *({"id": number, "text": str(number)} for number in range(4)))
    turns: list[dict[str, Any]] = [
        {"outcome": "out_of_scope", "topics": []},
        {"outcome": "other_condition", "topics": []},
        {"outcome": "answered", "topics": ["cause"]},
        {"outcome": "not_covered", "topics": ["nc_treatment"]},
    ]
    told = lines("set", [Answer(question, turn) for question, turn in zip(questions_of(path), turns)])
    assert told[0] == "set: 4 questions, right 50.0 % (2)"
    assert "wrongly answered on LEMS 25.0 % (1)" in told[1]
    assert "not covered 25.0 % (1)" in told[1]
    assert told[2].endswith("cause 1, nc_treatment 1")
