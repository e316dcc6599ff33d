"""What others measured: the default pipeline and the learning curve."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.beside import BesideError, default_pipeline, learning_curve
from evaluation.measures import Figure

DEFAULT = '{"date": "2026-01-02", "pipeline": "DIET", "figures": {"own": {"right": {"value": 0.7, "of": 10}}}}'
CURVE = '{"date": "2026-01-02", "points": [{"examples": 20, "right": 0.7}, {"examples": 10, "right": 0.6}]}'


def _file(folder: Path, text: str) -> Path:
    path = folder / "measured.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_beside_reads_the_default_pipeline(tmp_path: Path) -> None:
    found = default_pipeline(_file(tmp_path, DEFAULT))
    assert found is not None
    assert (found.pipeline, found.figures) == ("DIET", {"own": {"right": Figure(0.7, 10)}})


def test_beside_reads_the_learning_curve_in_order(tmp_path: Path) -> None:
    found = learning_curve(_file(tmp_path, CURVE))
    assert found is not None
    assert found.lines == {"right": [(10.0, 0.6), (20.0, 0.7)]}


@pytest.mark.parametrize("read", [default_pipeline, learning_curve])
def test_beside_is_none_where_nothing_was_measured(tmp_path: Path, read: type) -> None:
    assert read(tmp_path / "missing.json") is None


@pytest.mark.parametrize("read", [default_pipeline, learning_curve])
@pytest.mark.parametrize(
    "text",
    ["{", "[]", "{}", '{"figures": {"own": {"right": 1}}, "date": "x"}', '{"date": "x", "points": [{"right": 1}]}'],
)
def test_beside_names_a_file_that_it_cannot_read(tmp_path: Path, read: type, text: str) -> None:
    with pytest.raises(BesideError, match=r"measured\.json"):
        read(_file(tmp_path, text))
