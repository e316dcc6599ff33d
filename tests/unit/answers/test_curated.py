"""The curated responses and what their metadata says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lems_faq.answers.curated import Curated, DomainError, UnknownResponse
from lems_faq.turn import Suggestion

RAW: dict[str, list[dict[str, Any]]] = {
    "utter_cause": [
        {
            "text": "  Words.  ",
            "buttons": [{"title": "Yes", "payload": "/affirm"}],
            "metadata": {
                "outcome": "answered",
                "title": "What causes it?",
                "about": "the cause",
                "source": "t",
                "section": "s",
                "reviewed": "2026-01-02",
                "why": "research",
                "spans": [" words "],
                "suggestions": ["research"],
                "links": ["crisis"],
            },
        }
    ],
    "utter_nc_cure": [{"text": "No.", "metadata": {"outcome": "not_covered"}}],
    "utter_greet": [{"text": "Hello."}],
    "utter_feedback": [
        {"text": "Stored.", "condition": [{"type": "slot", "name": "feedback", "value": "stored"}]},
        {"text": "Shorter.", "metadata": {"reason": "too_long"}},
        {"text": "Not now."},
    ],
}


@pytest.fixture(scope="module")
def curated() -> Curated:
    return Curated.from_responses(RAW)


def test_curated_reads_all_of_the_metadata(curated: Curated) -> None:
    variant = curated["cause"].default
    assert (variant.text, variant.outcome, variant.source, variant.section) == ("Words.", "answered", "t", "s")
    assert (variant.title, variant.about, variant.reviewed) == ("What causes it?", "the cause", date(2026, 1, 2))
    assert (variant.spans, variant.suggestions, variant.links) == (("words",), ("research",), ("crisis",))
    assert variant.buttons == (Suggestion("Yes", "/affirm"),)
    assert variant.follow_ups == {"why": "research"}


def test_curated_response_without_metadata_has_its_name_as_outcome(curated: Curated) -> None:
    variant = curated["greet"].default
    assert (variant.outcome, variant.title, variant.spans, variant.reviewed) == ("greet", "", (), None)


def test_curated_topics_are_covered_or_not_in_the_files_order(curated: Curated) -> None:
    assert curated.topics == ["cause", "nc_cure"]
    assert "cause" in curated
    assert "utter_cause" not in curated


@pytest.mark.parametrize(
    ("reason", "slots", "text"),
    [
        ("", None, "Not now."),
        ("", {}, "Not now."),
        ("", {"feedback": "stored"}, "Stored."),
        ("", {"feedback": "lost"}, "Not now."),
        ("too_long", {}, "Shorter."),
        ("too_long", {"feedback": "stored"}, "Shorter."),
        ("language", {"feedback": "stored"}, "Stored."),
        ("language", None, "Not now."),
    ],
)
def test_curated_chooses_by_reason_then_slot(
    curated: Curated, reason: str, slots: dict[str, str] | None, text: str
) -> None:
    assert curated["feedback"].choose(reason=reason, slots=slots).text == text


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("casue", "did you mean 'utter_cause'?"),
        ("zzz", "there are: utter_cause, utter_feedback, utter_greet, utter_nc_cure"),
    ],
)
def test_curated_names_the_unknown_response_and_the_choices(curated: Curated, name: str, hint: str) -> None:
    with pytest.raises(UnknownResponse) as problem:
        curated[name]
    assert str(problem.value) == f"Unknown response 'utter_{name}'; {hint}"


def test_curated_response_needs_the_prefix() -> None:
    with pytest.raises(UnknownResponse, match="Unknown response 'greet'; did you mean 'utter_greet'"):
        Curated.from_responses({"greet": [{"text": "Hello."}]})


@pytest.mark.parametrize("variants", [[], [{"text": "x", "metadata": {"reason": "language"}}]])
def test_curated_response_needs_a_default(variants: list[dict[str, Any]]) -> None:
    with pytest.raises(DomainError, match="utter_greet: has no wording"):
        Curated.from_responses({"utter_greet": variants})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("responses: [", "is not YAML"),
        ("intents: [a]", "holds no 'responses'"),
        ("responses:", "holds no 'responses'"),
        ("", "holds no 'responses'"),
        ("- a", "holds no 'responses'"),
    ],
)
def test_curated_names_the_file_that_is_no_domain(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "domain.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DomainError) as problem:
        Curated.read(path)
    assert str(problem.value).startswith(f"{path}: {message}")


def test_curated_reads_a_file(tmp_path: Path) -> None:
    path = tmp_path / "domain.yml"
    path.write_text("responses:\n  utter_greet:\n  - text: Hello.\n", encoding="utf-8")
    assert Curated.read(path)["greet"].default.text == "Hello."
