"""Answers that are kept, and times."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.asking import RunError, load, save
from evaluation.timing import percentile
from tests.unit.evaluation.made import RUN, answer


def test_asking_stored_answers_come_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "answers.json"
    save(RUN, path)
    assert load(path, [a.question for a in RUN.answers]) == RUN


def test_asking_stored_answers_to_other_words_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    save(RUN, path)
    changed = answer("cause", "cause", about={"turns": ("other words",)}).question
    with pytest.raises(RunError, match="own/topics/q-1"):
        load(path, [changed])


def test_timing_percentile() -> None:
    assert percentile([5.0, 1.0, 3.0, 2.0, 4.0], 0.5) == 3.0
    assert percentile([1.0], 0.95) == 1.0
