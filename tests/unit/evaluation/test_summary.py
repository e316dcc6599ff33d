"""results.json, the README's table, the lines of the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import summary
from tests.unit.evaluation.made import CHECKED, FOUND, RUN


def test_summary_results_hold_figures_and_no_question() -> None:
    data = summary.results(RUN, FOUND)
    assert data["figures"]["own"]["right"] == {"value": 0.5, "of": 2, "hits": 1}
    assert data["right_by_file"]["own/services"] == {"value": 0.0, "of": 1, "hits": 0}
    assert (data["date"], data["model"], data["nlu"]["p95"]) == ("2026-01-02", "lems-1", 20.0)
    assert "script" not in json.dumps(data)


def test_summary_lines_name_what_is_broken() -> None:
    lines = summary.lines(CHECKED)
    assert lines[0].split() == ["own", "right", "50.0", "%", "at", "least", "90", "%", "below"]
    assert lines[-1].split() == ["all", "nlu_ms", "6.5", "ms", "at", "most", "8", "ms", "holds"]


def test_summary_markdown_has_a_row_a_measure() -> None:
    table = summary.markdown(RUN, FOUND, CHECKED)
    rows = [line for line in table.splitlines() if line.startswith("|")]
    assert len(rows) == 2 + 16
    assert rows[2] == (
        "| Outcome and topic right, first choice | at least 90 % | 50.0 % (1 of 2) | - | - | 50.0 % (1 of 2) |"
    )


def test_summary_readme_keeps_what_stands_around(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(f"before\n{summary.START}\nold\n{summary.END}\nafter\n", encoding="utf-8")
    for table in ("one", "two"):
        summary.write_readme(table, path)
    assert path.read_text(encoding="utf-8") == f"before\n{summary.START}\ntwo\n{summary.END}\nafter\n"


@pytest.mark.parametrize("text", [None, "", f"{summary.START}\n", f"{summary.END}\n{summary.START}\n"])
def test_summary_readme_without_marks_is_left_alone(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "README.md"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(summary.ReadmeError, match="evaluation:start"):
        summary.write_readme("table", path)
    assert (path.read_text(encoding="utf-8") if path.exists() else None) == text
