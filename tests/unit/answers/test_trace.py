"""The proof of an answer, on a small text of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from lems_faq.answers.curated import Curated
from lems_faq.answers.source import Source
from lems_faq.answers.trace import Declared, DeclaredError, Finding, check

TEXT = Source(
    id="t",
    title="T",
    updated=date(2026, 4, 8),
    summary="Summary",
    disclaimer="D.",
    sections={
        "one": "Snow is cold. This means it may melt in the sun. Snow is considered white. It falls in winter. "
        "In these cases, it is wet.",
        "two": "There is no snow that burns. Studies are investigating why snow squeaks. However, ice is loud.",
    },
)
DECLARED = Declared(framing=("The text says this.", "Elsewhere:"), safety=("Call {emergency_numbers}.",))
TODAY = date(2026, 11, 24)


def found(tmp_path: Path, text: str, *, spans: list[str] | None = None, today: date = TODAY, **meta: Any) -> list[str]:
    """The messages about one response, without path, line and name; `spans` are the text's own where left out."""
    metadata = {"outcome": "answered", "source": "t", "section": "one", "reviewed": "2026-04-08", **meta}
    metadata["spans"] = [*TEXT.sections.values()] if spans is None else spans
    domain = {"responses": {"utter_snow": [{"text": text, "metadata": metadata}]}}
    path = tmp_path / "domain.yml"
    path.write_text(yaml.safe_dump(domain), encoding="utf-8")
    curated = Curated.read(path)
    findings = check(curated, {"t": TEXT}, DECLARED, path=path, today=today)
    return [finding.message.removeprefix("utter_snow: ") for finding in findings]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Snow is cold.", ["Snow is cold."]),
        ("Snow is cold. This means it may melt in the sun.", ["Snow is cold. This means it may melt in the sun."]),
        ("The text says this. Snow is cold.", ["Snow is cold."]),
        ("snow is cold", ["SNOW  is cold."]),
        ("It falls in winter. Elsewhere: Snow is cold.", ["Snow is cold.", "It falls in winter."]),
        ("Is cold.", ["is cold"]),
        ("Ice is loud.", ["ice is loud."]),
    ],
)
def test_trace_passes_what_is_quoted_or_declared(tmp_path: Path, text: str, spans: list[str]) -> None:
    section = "two" if "Ice" in text else "one"
    assert found(tmp_path, text, spans=spans, section=section) == []


@pytest.mark.parametrize(
    ("text", "spans", "message"),
    [
        ("Snow is hot.", ["Snow is cold."], "neither a quotation nor declared in sentences.yml: 'Snow is hot.'"),
        ("Snow is hot.", ["Snow is hot."], "span is not word for word in 't': 'Snow is hot.'"),
        ("It melts.", ["Snow is cold."], "neither a quotation nor declared"),
        ("Now is cold.", ["Snow is cold."], "neither a quotation nor declared"),
        ("Snow is co.", ["Snow is co"], "span is not word for word"),
        ("Snow is white.", ["Snow is considered white."], "neither a quotation nor declared"),
        ("Melt in the sun.", ["melt in the sun."], "cuts off 'this means it may', which limits it (may)"),
        ("Snow that burns.", ["snow that burns."], "cuts off 'there is no', which limits it (no)"),
        ("Snow squeaks.", ["snow squeaks."], "cuts off 'studies are investigating why', which limits it"),
        ("It falls in winter. Snow is cold.", ["Snow is cold.", "It falls in winter."], "stands before what comes"),
        ("This means it may melt in the sun.", ["This means it may melt in the sun."], "leans on the sentence"),
        (
            "Snow is cold. The text says this. This means it may melt in the sun.",
            ["Snow is cold. This means it may melt in the sun."],
            "leans on the sentence before it",
        ),
        ("Snow is cold.", ["Snow is cold.", "It falls in winter."], "span is not used in the text: 'It falls"),
        ("The text says this.", [], "an answer needs at least one span"),
        ("", ["Snow is cold."], "has no text"),
        (
            "Considered white. it falls in winter.",
            ["considered white. It falls in winter."],
            "runs over the end of a sentence of the text",
        ),
        ("It is wet.", ["it is wet."], "cuts off 'in these cases', which limits it (in these cases)"),
    ],
)
def test_trace_finds(tmp_path: Path, text: str, spans: list[str], message: str) -> None:
    messages = found(tmp_path, text, spans=spans)
    assert any(line.startswith(message) for line in messages), messages


@pytest.mark.parametrize(
    ("meta", "message"),
    [
        ({"source": "u"}, "names the text 'u'; there are: t"),
        ({"source": ""}, "names the text ''; there are: t"),
        ({"section": "six"}, "names the section 'six'; there are: one, two"),
        ({"section": "two"}, "names the section 'two', but none of its spans stands there"),
        ({"reviewed": "2025-04-08"}, "reviewed 2025-04-08, but the text was last updated 2026-04-08"),
        ({"reviewed": None}, "reviewed None, but the text was last updated 2026-04-08"),
        ({"suggestions": ["rain"]}, "leads to 'rain', which is no response"),
        ({"suggestions": ["snow"]}, "suggests 'snow', which has no title"),
        ({"more": "rain"}, "leads to 'rain', which is no response"),
        ({"links": ["emergncy"]}, "links to 'emergncy'; there are: emergency, crisis, my_data"),
    ],
)
def test_trace_finds_wrong_metadata(tmp_path: Path, meta: dict[str, Any], message: str) -> None:
    assert found(tmp_path, "Snow is cold.", spans=["Snow is cold."], **meta) == [message]


@pytest.mark.parametrize("outcome", ["not_covered", "greet", "clarify"])
def test_trace_what_is_no_answer_holds_declared_sentences_alone(tmp_path: Path, outcome: str) -> None:
    text = "The text says this. Snow is cold. Call {emergency_numbers}."
    assert found(tmp_path, text, outcome=outcome) == ["not declared in sentences.yml: 'Snow is cold.'"]


@pytest.mark.parametrize(("today", "warned"), [(date(2027, 4, 30), False), (date(2027, 5, 1), True)])
def test_trace_warns_of_an_old_review(tmp_path: Path, today: date, warned: bool) -> None:
    messages = found(tmp_path, "Snow is cold.", spans=["Snow is cold."], today=today)
    assert messages == (["the last review, 2026-04-08, is 13 months old"] if warned else [])


@pytest.mark.parametrize(("error", "word"), [(True, "error"), (False, "warning")])
def test_trace_finding_is_a_line_for_an_editor(error: bool, word: str) -> None:
    assert str(Finding(Path("domain.yml"), 7, "utter_x: wrong", error)) == f"domain.yml:7: {word}: utter_x: wrong"


def test_trace_declared_reads_both_lists(tmp_path: Path) -> None:
    path = tmp_path / "sentences.yml"
    path.write_text('framing: ["One."]\nsafety: ["Two’s."]\n', encoding="utf-8")
    declared = Declared.read(path)
    assert declared.holds("one")
    assert declared.holds("Two's.")
    assert not declared.holds("Three.")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("framing: [", "is not YAML"),
        ("", "must hold two lists, 'framing' and 'safety'"),
        ("framing: [One.]", "must hold two lists, 'framing' and 'safety'"),
        ("framing: One.\nsafety: []", "must hold two lists, 'framing' and 'safety'"),
        ("- One.", "must hold two lists, 'framing' and 'safety'"),
    ],
)
def test_trace_declared_that_is_wrong_is_named(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "sentences.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DeclaredError) as problem:
        Declared.read(path)
    assert message in str(problem.value)
    assert str(path) in str(problem.value)
