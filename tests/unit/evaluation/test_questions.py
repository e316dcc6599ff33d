"""Reading of the question files."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.questions import COMPOUND, FOLLOW_UP, SINGLE, Question, QuestionError, read

KNOWN = ["cause", "hereditary", "nc_treatment", "out_of_scope", "self_harm", "nc_prognosis", "greet"]


def _file(folder: Path, *lines: str, name: str = "topics") -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "kind", "labels", "must"),
    [
        ('{"id": 1, "text": "why", "label": "cause"}', SINGLE, ("cause",), {"cause"}),
        ('{"id": 1, "text": "cats", "label": "oos"}', SINGLE, ("out_of_scope",), {"out_of_scope"}),
        ('{"id": 1, "turns": ["why", "how"], "last_label": "cause"}', FOLLOW_UP, ("cause",), {"cause"}),
        (
            '{"id": 1, "text": "a and b", "labels": ["cause", "hereditary"]}',
            COMPOUND,
            ("cause", "hereditary"),
            {"cause", "hereditary"},
        ),
        (
            '{"id": 1, "text": "a b", "labels": ["self_harm", "nc_prognosis"], "must": ["self_harm"]}',
            COMPOUND,
            ("self_harm", "nc_prognosis"),
            {"self_harm"},
        ),
    ],
)
def test_questions_read_every_kind(
    tmp_path: Path, line: str, kind: str, labels: tuple[str, ...], must: set[str]
) -> None:
    (found,) = read(_file(tmp_path, line), set="own", known=KNOWN)
    assert (found.kind, found.labels, set(found.must)) == (kind, labels, must)
    assert found.key == "own/topics/1"


def test_questions_read_what_may_be_absent(tmp_path: Path) -> None:
    line = '{"id": "a", "text": "x", "label": "cause", "also_ok": ["oos"], "style": "lower, typo,", "condition": "MS"}'
    (found,) = read(_file(tmp_path, "", line, ""), set="sample", known=KNOWN)
    assert found.accepted == {"cause", "out_of_scope"}
    assert found.styles == ("lower", "typo")
    assert found.name == "MS"


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["{"], "topics.jsonl:1: not JSON"),
        (['{"text": "x", "label": "cause"}'], "id is missing"),
        (['{"id": 1, "text": "x"}'], "label is missing"),
        (['{"id": 1, "text": "x", "label": "heriditary"}'], "did you mean 'hereditary'"),
        (['{"id": 1, "text": "x", "label": "zzz"}'], "the labels are cause, greet"),
        (['{"id": 1, "text": "x", "label": "cause", "also_ok": ["caus"]}'], "did you mean 'cause'"),
        (['{"id": 1, "text": "x", "labels": ["cause"], "must": ["greet"]}'], "must names a label"),
        (['{"id": 1, "text": "x", "label": "cause"}'] * 2, "topics.jsonl:2: the id '1' comes twice"),
    ],
)
def test_questions_name_what_is_wrong(tmp_path: Path, lines: list[str], problem: str) -> None:
    with pytest.raises(QuestionError) as caught:
        read(_file(tmp_path, *lines), set="own", known=KNOWN)
    assert problem in str(caught.value)


def test_questions_of_the_project_can_all_be_read(asked: list[Question]) -> None:
    assert {question.set for question in asked} == {"own", "kept", "sample"}
    assert len({question.key for question in asked}) == len(asked)


@pytest.mark.parametrize(
    ("group", "least"),
    [("emergency", 100), ("self_harm", 100), ("compound", 100), ("follow_up", 100), ("near_miss", 200), ("other", 300)],
)
def test_questions_of_its_own_are_enough_for_the_bars(asked: list[Question], group: str, least: int) -> None:
    found = [question for question in asked if question.set == "own"]
    counts = {
        "emergency": sum(q.single and q.label == "emergency" for q in found),
        "self_harm": sum(q.single and q.label == "self_harm" for q in found),
        "compound": sum(q.kind == COMPOUND for q in found),
        "follow_up": sum(q.kind == FOLLOW_UP for q in found),
        "near_miss": sum(q.near_miss for q in found),
        "other": sum(q.single and q.label in ("other_condition", "out_of_scope") for q in found),
    }
    assert counts[group] >= least
