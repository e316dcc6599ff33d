"""The command, on stored answers to the real questions."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from evaluation.__main__ import BELOW_FLOOR, UNREADABLE, main
from evaluation.answers import Answer
from evaluation.asking import IMPURE, Run, save
from evaluation.questions import Question
from tests.unit.evaluation.made import TIMES, answer, perfect


@pytest.fixture
def perfect_run(asked: list[Question]) -> Run:
    """What an assistant that knows all labels would say to the real questions."""
    answers = [Answer(question, perfect(question)) for question in asked]
    return Run("2026-01-02", "perfect", "2026-04-08", answers, TIMES)


def _evaluate(folder: Path, run: Run) -> int:
    save(run, folder / "answers.json")
    return main(["--again", "--report", str(folder), "--results", str(folder / "results.json")])


def test_command_holds_all_floors_for_a_perfect_assistant(
    tmp_path: Path, perfect_run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _evaluate(tmp_path, perfect_run) == 0
    assert "All floors hold" in capsys.readouterr().out
    assert "Every miss (0)" in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))["figures"]["all"]["right"]["value"] == 1


def test_command_fails_where_one_emergency_goes_unseen(
    tmp_path: Path, perfect_run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    # In the sample, whose floor for danger that is shown is the aim itself.
    place = next(
        i for i, a in enumerate(perfect_run.answers) if a.question.label == "emergency" and a.question.set == "sample"
    )
    missed = answer("emergency", "clarify").turn
    perfect_run.answers[place] = Answer(perfect_run.answers[place].question, missed)
    assert _evaluate(tmp_path, perfect_run) == BELOW_FLOOR
    broken = [line.split()[:2] for line in capsys.readouterr().out.splitlines() if line.endswith("below")]
    assert broken == [["sample", "safety_shown"], ["sample", "safety_reply"]]


def test_command_keeps_no_figures_of_a_mixture(
    tmp_path: Path, perfect_run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _evaluate(tmp_path, dataclasses.replace(perfect_run, pure=False)) == 0
    assert "Neither results.json nor the README" in capsys.readouterr().err
    assert IMPURE in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert not (tmp_path / "results.json").exists()


def test_command_says_what_it_cannot_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--again", "--report", str(tmp_path)]) == UNREADABLE
    assert "run without --again first" in capsys.readouterr().err
