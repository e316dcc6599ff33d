"""The project's own questions, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.questions import Question, known_labels, read_all


@pytest.fixture(scope="session")
def asked(root: Path) -> list[Question]:
    """All questions of evaluation/own and evaluation/sample."""
    return read_all(known=known_labels(root / "domain.yml"))
