"""Reading the reviewed texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from lems_faq.answers.source import SourceError, read_source, read_sources

GOOD = """---
id: text
title: A text
updated: 2026-01-02
summary: Summary
sections: [one, disclaimer]
disclaimer: "Disclaimer: for tests."
---
Some words.
Disclaimer: for tests.
"""


def written(tmp_path: Path, text: str, name: str = "text") -> Path:
    path = tmp_path / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_source_is_read_with_its_sections(tmp_path: Path) -> None:
    source = read_source(written(tmp_path, GOOD))
    assert source.sections == {"one": "Some words.", "disclaimer": "Disclaimer: for tests."}
    assert source.updated.isoformat() == "2026-01-02"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no header", "the header between two '---' lines is missing"),
        (GOOD.replace("title: A text\n", ""), "the header lacks title"),
        (GOOD.replace("id: text", "id: other"), "id 'other' must be the file's name, 'text'"),
        (GOOD.replace("2026-01-02", "soon"), "updated 'soon' must be a date"),
        (GOOD.replace("[one, disclaimer]", "[one]"), "1 sections are named, but the text has 2 paragraphs"),
        (GOOD.replace('"Disclaimer: for tests."', '"Another."'), "not word for word in the text"),
        (GOOD.replace('"Disclaimer: for tests."', '""'), "the header lacks disclaimer"),
        (GOOD.replace("[one, disclaimer]", "[one, one]"), "two sections have the same name: one, one"),
        (GOOD.replace("[one, disclaimer]", "[one"), "the header is not YAML"),
        (GOOD.replace("---\nSome", "Some"), "the header between two '---' lines is missing"),
        ("", "the header between two '---' lines is missing"),
        ("---\n---\n", "the header lacks id, title, updated, summary, sections, disclaimer"),
    ],
)
def test_source_that_is_wrong_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(SourceError) as problem:
        read_source(path)
    assert message in str(problem.value)
    assert str(path) in str(problem.value)


def test_source_folder_without_a_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="holds no reviewed text"):
        read_sources(tmp_path)


def test_source_folder_gives_each_text_by_its_id(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    written(tmp_path, GOOD.replace("id: text", "id: another"), "another")
    (tmp_path / "README.md").write_text("no text", encoding="utf-8")
    assert list(read_sources(tmp_path)) == ["another", "text"]


def test_source_text_is_its_paragraphs(tmp_path: Path) -> None:
    source = read_source(written(tmp_path, GOOD.replace("Some words.", "\nSome words.\n")))
    assert source.text == "Some words.\nDisclaimer: for tests."
