"""The proof of the answers holds for the real domain, and finds each way to break an answer."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from lems_faq.answers.curated import Curated
from lems_faq.answers.source import read_sources
from lems_faq.answers.trace import Declared, Finding, check

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 24)
DOMAIN: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
SOURCES = read_sources(ROOT / "source")
DECLARED = Declared.read(ROOT / "source" / "sentences.yml")


def findings(path: Path, *, today: date = TODAY) -> list[Finding]:
    return check(Curated.read(path), SOURCES, DECLARED, path=path, today=today)


def test_answers_of_the_domain_are_all_quoted_or_declared() -> None:
    assert [str(finding) for finding in findings(ROOT / "domain.yml")] == []


def test_answers_warn_of_a_review_older_than_a_year() -> None:
    old = findings(ROOT / "domain.yml", today=date(2027, 6, 1))
    assert old
    assert all(not finding.error and "14 months old" in finding.message for finding in old)


HLA = (
    "certain human leukocyte antigen (HLA) types—which are genetic markers that help regulate the immune system—may "
    "predispose an individual to developing autoimmune conditions, including Lambert-Eaton myasthenic syndrome."
)
SCREEN = (
    "it is critical for those diagnosed with Lambert-Eaton myasthenic syndrome to undergo thorough screening for "
    "underlying malignancies"
)
FAST = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
BREAKS: list[tuple[str, str, str, list[str], str]] = [
    (
        "a fact of our own",
        "utter_cause",
        "LEMS is caused by a virus.",
        ["LEMS is caused by a virus."],
        "not word for word",
    ),
    ("an undeclared sentence", "utter_goodbye", "See you at the clinic.", [], "not declared in sentences.yml"),
    ("a hedge before it cut off", "utter_hla_types", "C" + HLA[1:], [HLA], "cuts off"),
    ("a condition after it cut off", "utter_cancer_screening", f"I{SCREEN[1:]}.", [SCREEN], "cuts off"),
    (
        "words in the middle dropped",
        "utter_hereditary",
        "There is no gene mutation that causes the disorder.",
        ["There is no gene mutation that causes the disorder."],
        "not word for word",
    ),
    (
        "the text's order turned round",
        "utter_hereditary",
        "There is no single gene mutation that causes the disorder. Lambert-Eaton myasthenic syndrome is not "
        "considered a hereditary genetic disease.",
        [
            "There is no single gene mutation that causes the disorder.",
            "Lambert-Eaton myasthenic syndrome is not considered a hereditary genetic disease.",
        ],
        "stands before what comes ahead",
    ),
    (
        "a sentence that leans on nothing",
        "utter_cancer_link",
        "In these cases, the cancer cells express proteins that resemble the calcium channels on nerve endings.",
        ["In these cases, the cancer cells express proteins that resemble the calcium channels on nerve endings."],
        "leans on the sentence before it",
    ),
    (
        "a span that is not used",
        "utter_cause_vs_risk",
        "Risk factors increase the likelihood of the immune system becoming misdirected.",
        [
            "risk factors increase the likelihood of the immune system becoming misdirected.",
            "There is no single gene mutation that causes the disorder.",
        ],
        "span is not used",
    ),
    (
        "a denial before it cut off",
        "utter_hereditary",
        "Single gene mutation that causes the disorder.",
        ["single gene mutation that causes the disorder."],
        "cuts off 'there is no', which limits it",
    ),
    (
        "half a word cut off",
        "utter_hereditary",
        "Like some other neurological conditions, Lambert-Eaton myasthenic syndrome is not considered a hereditary "
        "genetic disease.",
        [
            "like some other neurological conditions, Lambert-Eaton myasthenic syndrome is not considered a hereditary "
            "genetic disease."
        ],
        "span is not word for word",
    ),
    (
        "an open question told as a fact",
        "utter_research",
        'The immune system "toggles" into this destructive state.',
        ['the immune system "toggles" into this destructive state.'],
        "which limits it (working to)",
    ),
    (
        "a number changed",
        "utter_cancer_link",
        "Approximately 60% to 70% of cases are associated with an underlying malignancy, most commonly small-cell lung "
        "cancer, while the remaining cases are considered primary autoimmune in nature.",
        [
            "Approximately 50% to 60% of cases are associated with an underlying malignancy, most commonly small-cell "
            "lung cancer, while the remaining cases are considered primary autoimmune in nature."
        ],
        "neither a quotation nor declared",
    ),
    (
        "the limits at the end cut off",
        "utter_cancer_link",
        "Cases are associated with an underlying malignancy.",
        ["cases are associated with an underlying malignancy"],
        "approximately",
    ),
    (
        "what it is about cut off",
        "utter_cancer_link",
        "The cancer cells express proteins that resemble the calcium channels on nerve endings.",
        ["the cancer cells express proteins that resemble the calcium channels on nerve endings."],
        "cuts off 'in these cases'",
    ),
    (
        "two halves of sentences made one",
        "utter_hereditary",
        "A hereditary genetic disease. there is no single gene mutation that causes the disorder.",
        ["a hereditary genetic disease. There is no single gene mutation that causes the disorder."],
        "runs over the end of a sentence",
    ),
    ("a fact among the words that cover nothing", "utter_nc_treatment", "Rest cures it.", [], "not declared"),
    ("no words", "utter_goodbye", "", [], "has no text"),
    ("no span at all", "utter_overview", "Hello.", [], "at least one span"),
]


def broken(tmp_path: Path, name: str, **changes: object) -> list[str]:
    """What is found in a copy of the domain in which one response is changed."""
    domain = deepcopy(DOMAIN)
    response = domain["responses"][name][0]
    response["text"] = changes.pop("text", response["text"])
    response["metadata"].update(changes)
    path = tmp_path / "domain.yml"
    path.write_text(yaml.dump(domain, Dumper=FAST, allow_unicode=True, sort_keys=False), encoding="utf-8")
    curated = Curated.from_responses(domain["responses"])
    return [str(finding) for finding in check(curated, SOURCES, DECLARED, path=path, today=TODAY)]


@pytest.mark.parametrize(("name", "text", "spans", "message"), [b[1:] for b in BREAKS], ids=[b[0] for b in BREAKS])
def test_answers_find_what_is_broken(tmp_path: Path, name: str, text: str, spans: list[str], message: str) -> None:
    found = broken(tmp_path, name, text=text, spans=spans)
    assert any(message in line and name in line for line in found), found
    assert all("domain.yml:" in line for line in found)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"source": "lems-cures"}, "names the text 'lems-cures'; there are: lems-causes"),
        ({"section": "research"}, "names the section 'research', but none of its spans stands there"),
        ({"source": ""}, "names the text ''; there are: lems-causes"),
        ({"section": "cure"}, "names the section 'cure'; there are: heading, summary"),
        ({"reviewed": "2025-01-01"}, "reviewed 2025-01-01, but the text was last updated 2026-04-08"),
        ({"suggestions": ["heriditary"]}, "leads to 'heriditary', which is no response"),
        ({"suggestions": ["goodbye"]}, "suggests 'goodbye', which has no title"),
        ({"why": "nowhere"}, "leads to 'nowhere', which is no response"),
    ],
    ids=["other section", "no text", "text", "section", "date", "suggestion", "title", "follow-up"],
)
def test_answers_find_a_reference_that_leads_nowhere(tmp_path: Path, change: dict[str, object], message: str) -> None:
    assert any(message in line for line in broken(tmp_path, "utter_cause", **change))


def test_answers_name_the_line_of_the_sentence(tmp_path: Path) -> None:
    (line,) = [line for line in broken(tmp_path, "utter_goodbye", text="See you at the clinic.") if "clinic" in line]
    number = int(line.split(":")[1])
    assert "See you at the clinic." in (tmp_path / "domain.yml").read_text(encoding="utf-8").splitlines()[number - 1]
