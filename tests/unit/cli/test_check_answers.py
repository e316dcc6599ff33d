"""`lems check-answers` on files of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from lems_faq.cli.main import main

SOURCE = """---
id: snow
title: Snow
updated: {updated}
summary: Summary
sections: [one, disclaimer]
disclaimer: "D."
---
Snow is cold.
D.
"""
DOMAIN = """responses:
  utter_snow:
    - text: {text}
      metadata:
        outcome: answered
        source: snow
        section: one
        reviewed: "{updated}"
        spans: [Snow is cold.]
  utter_greet:
    - text: Hello.
"""


def arguments(folder: Path, *, text: str = "Snow is cold.", updated: str = "2999-01-01") -> list[str]:
    """Writes a domain and its text, and gives the arguments of the command."""
    (folder / "domain.yml").write_text(DOMAIN.format(text=text, updated=updated), encoding="utf-8")
    (folder / "source").mkdir()
    (folder / "source" / "snow.txt").write_text(SOURCE.format(updated=updated), encoding="utf-8")
    (folder / "source" / "sentences.yml").write_text("framing: [Hello.]\nsafety: []\n", encoding="utf-8")
    return ["check-answers", "--domain", str(folder / "domain.yml"), "--source", str(folder / "source")]


def test_check_answers_says_that_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path)) == 0
    assert capsys.readouterr() == ("2 responses: every sentence is quoted or declared\n", "")


def test_check_answers_names_file_line_and_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path, text="Snow is hot.")) == 1
    out, error = capsys.readouterr()
    assert out == ""
    assert f"{tmp_path / 'domain.yml'}:3: error: utter_snow: neither a quotation nor declared" in error
    assert "'Snow is hot.'" in error


def test_check_answers_warning_alone_is_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path, updated="2020-01-01")) == 0
    out, error = capsys.readouterr()
    assert "every sentence is quoted or declared" in out
    assert error.count("warning: utter_snow: the last review, 2020-01-01, is") == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("domain.yml", "responses: [", "domain.yml: is not YAML"),
        ("domain.yml", "intents: []", "domain.yml: holds no 'responses'"),
        ("domain.yml", "responses: {greet: [{text: Hello.}]}", "Unknown response 'greet'; did you mean 'utter_greet'?"),
        ("source/snow.txt", "Snow is cold.", "snow.txt: the header between two '---' lines is missing"),
        ("domain.yml", None, "domain.yml"),
        ("source/snow.txt", None, "holds no reviewed text (*.txt)"),
        ("source/sentences.yml", None, "sentences.yml"),
        ("source/sentences.yml", "framing: []", "sentences.yml: must hold two lists, 'framing' and 'safety'"),
    ],
)
def test_check_answers_names_the_file_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str | None, message: str
) -> None:
    command = arguments(tmp_path)
    if content is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert main(command) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert error.startswith("lems: ")
    assert message in error


def test_check_answers_names_an_unknown_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["check-answers", "--doman", "x"])
    assert stop.value.code == 2
    assert "--doman" in capsys.readouterr().err
