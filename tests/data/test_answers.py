"""The proof of the answers holds for the real domain, and finds each way to break an answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from lems_faq.answers.curated import Curated
from lems_faq.answers.source import read_sources
from lems_faq.answers.trace import Declared, Finding, check

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 24)


def findings(path: Path, *, today: date = TODAY) -> list[Finding]:
    sources = read_sources(ROOT / "source")
    return check(Curated.read(path), sources, Declared.read(ROOT / "source" / "sentences.yml"), path=path, today=today)


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
    ("no span at all", "utter_overview", "Hello.", [], "at least one span"),
]


def broken(tmp_path: Path, name: str, **changes: object) -> list[str]:
    """What is found in a copy of the domain in which one response is changed."""
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    response = domain["responses"][name][0]
    response["text"] = changes.pop("text", response["text"])
    response["metadata"].update(changes)
    path = tmp_path / "domain.yml"
    path.write_text(yaml.safe_dump(domain, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return [str(finding) for finding in findings(path)]


@pytest.mark.parametrize(("name", "text", "spans", "message"), [b[1:] for b in BREAKS], ids=[b[0] for b in BREAKS])
def test_answers_find_what_is_broken(tmp_path: Path, name: str, text: str, spans: list[str], message: str) -> None:
    found = broken(tmp_path, name, text=text, spans=spans)
    assert any(message in line and name in line for line in found), found
    assert all("domain.yml:" in line for line in found)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"source": "lems-cures"}, "names the text 'lems-cures'; there are: lems-causes"),
        ({"section": "cure"}, "names the section 'cure'; there are: heading, summary"),
        ({"reviewed": "2025-01-01"}, "reviewed 2025-01-01, but the text was last updated 2026-04-08"),
        ({"suggestions": ["heriditary"]}, "leads to 'heriditary', which is no response"),
        ({"suggestions": ["goodbye"]}, "suggests 'goodbye', which has no title"),
        ({"why": "nowhere"}, "leads to 'nowhere', which is no response"),
    ],
    ids=["text", "section", "date", "suggestion", "title", "follow-up"],
)
def test_answers_find_a_reference_that_leads_nowhere(tmp_path: Path, change: dict[str, object], message: str) -> None:
    assert any(message in line for line in broken(tmp_path, "utter_cause", **change))


def test_answers_name_the_line_of_the_sentence(tmp_path: Path) -> None:
    (line,) = [line for line in broken(tmp_path, "utter_goodbye", text="See you at the clinic.") if "clinic" in line]
    number = int(line.split(":")[1])
    assert "See you at the clinic." in (tmp_path / "domain.yml").read_text(encoding="utf-8").splitlines()[number - 1]
