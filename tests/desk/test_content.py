"""The curated content, and the desk's own words."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from chat.notices import DELAYS, notice
from chat.safety import safety
from content.curated import read_curated
from content.library import library
from content.reviewed import ContentError, read_reviewed
from content.telephone import NumberError, one_of, read_telephones
from stand_in_assistant import DISCLAIMER

HEADER = "---\ntitle: A text\nsummary: Reviewed\nupdated: 2026-01-02\ndisclaimer: Ask a doctor.\n---\nText.\n"
DOMAIN = """
responses:
  utter_cause:
    - text: Because.
      metadata: {outcome: answered, title: Why?, source: a, section: one, reviewed: 2026-01-02, suggestions: [nc_cure]}
  utter_nc_cure:
    - text: Not covered.
      metadata: {outcome: not_covered, title: Cure?}
  utter_greet:
    - text: Hello.
      metadata: {outcome: greet, suggestions: [cause, help]}
"""

# The assistant's tests have the same cases: both read the same variables, each in its own environment.
TELEPHONES = json.loads((Path(__file__).parents[1] / "telephones.json").read_text(encoding="utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.txt").write_text(HEADER)
    (tmp_path / "domain.yml").write_text(DOMAIN)
    return tmp_path


def test_library_has_texts_answers_and_starters(folder: Path) -> None:
    found = library(folder)
    assert found.reviewed["a"].updated == date(2026, 1, 2)
    assert found.disclaimer == "Ask a doctor."
    assert list(found.curated.answers) == ["cause", "nc_cure"]
    assert found.curated.answers["cause"].related == ("nc_cure",)
    assert not found.curated.answers["nc_cure"].covered
    assert [starter.payload for starter in found.curated.starters] == ["/cause"]


def test_library_is_read_again_when_a_file_changes(folder: Path) -> None:
    before = library(folder)
    assert library(folder) is before
    import os

    (folder / "domain.yml").write_text(DOMAIN.replace("Because.", "Therefore."))
    os.utime(folder / "domain.yml", (1, 1))
    after = library(folder)
    assert after.curated.answers["cause"].text == "Therefore."
    assert after.version != before.version


def test_unknown_topic_is_answered_with_those_that_exist(folder: Path) -> None:
    with pytest.raises(LookupError, match="Unknown topic 'cuase'; there are: cause"):
        library(folder).curated.answer("cuase")


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("source/a.txt", "no header", "header between two '---' lines"),
        ("source/a.txt", HEADER.replace("disclaimer: Ask a doctor.\n", ""), "lacks disclaimer"),
        ("domain.yml", "responses: {}", "no curated answer"),
        ("domain.yml", DOMAIN.replace("section: one, ", ""), "utter_cause lacks section"),
    ],
)
def test_broken_content_is_named(folder: Path, file: str, content: str, says: str) -> None:
    (folder / file).write_text(content)
    with pytest.raises(ContentError, match=says) as caught:
        read_reviewed(folder / "source")
        read_curated(folder / "domain.yml")
    assert str(folder) in str(caught.value)


def test_missing_content_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="LEMS_CONTENT"):
        read_reviewed(tmp_path)
    with pytest.raises(ContentError, match="LEMS_CONTENT"):
        read_curated(tmp_path / "domain.yml")


def test_telephone_numbers_are_spoken_as_one_choice() -> None:
    crisis = read_telephones("988 (US and Canada), 116 123 (UK and Ireland)", variable="X")
    assert one_of(crisis) == "988 in the US and Canada or 116 123 in the UK and Ireland"
    assert crisis[1].link == {"title": "Call 116 123 in the UK and Ireland", "url": "tel:116123"}
    assert one_of(read_telephones("+44 999", variable="X")) == "+44 999"
    with pytest.raises(NumberError, match="X='none'"):
        read_telephones("none", variable="X")


@pytest.mark.parametrize(("value", "numbers", "spoken"), TELEPHONES["read"])
def test_telephone_numbers_are_read_as_the_assistant_reads_them(
    value: str, numbers: list[list[str]], spoken: str
) -> None:
    found = read_telephones(value, variable="X")
    assert [[one.number, one.place] for one in found] == numbers
    assert one_of(found) == spoken


@pytest.mark.parametrize("value", TELEPHONES["refused"])
def test_telephone_numbers_that_the_assistant_refuses_are_refused(value: str) -> None:
    with pytest.raises(NumberError, match="is no list of telephone numbers"):
        read_telephones(value, variable="X")


def test_safety_line_has_the_operators_numbers(settings: Any) -> None:
    settings.EMERGENCY_NUMBERS, settings.CRISIS_LINES = "000", "13 11 14 (Australia)"
    assert safety().line == (
        "If somebody is in danger now, call 000. If you think of harming yourself, call 13 11 14 in Australia."
    )


@pytest.mark.parametrize("kind", [*DELAYS, "undeliverable", "human_handoff", "handoff_on_duty", "too_many", "too_long"])
def test_every_notice_opens_with_the_safety_line_and_ends_with_the_disclaimer(kind: str) -> None:
    found = notice(kind)
    assert found.text.startswith(
        "If somebody is in danger now, call 112, 911 or 999. If you think of harming yourself, call 988 in the US and "
        "Canada or 116 123 in the UK and Ireland.\n"
    )
    assert found.text.endswith(DISCLAIMER)
    assert found.text.count(DISCLAIMER) == 1
    assert "\n\n" not in found.text
    assert {link["url"] for link in found.links} == {"tel:112", "tel:911", "tel:999", "tel:988", "tel:116123"}


def test_unknown_notice_is_answered_with_those_that_exist() -> None:
    with pytest.raises(LookupError, match="waking_up"):
        notice("asleep")
