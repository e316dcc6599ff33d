"""Finding and masking the names of other conditions."""

from __future__ import annotations

import pytest

from lems_faq.understanding.conditions import Lexicon, Mention, find, from_scores, mask

SMALL = Lexicon.build(
    [
        "gout",
        "huntington's disease",
        "parkinson's",
        "ms",
        "multiple sclerosis",
        "zollinger-ellison syndrome",
        "psoriasis",
    ],
    never=["muscle weakness", "lung cancer"],
    known=["weakness", "psychosis"],
    ambiguous=["ms"],
    drugs=["ibuprofen"],
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("is gout inherited", ["gout"]),
        ("and in Huntington's?", ["Huntington's"]),
        ("is huntington disease genetic", ["huntington disease"]),
        ("Parkinson’s disease and gout", ["Parkinson’s disease", "gout"]),
        ("is MS inherited", ["MS"]),
        ("is ms inherited", []),
        ("IS MS INHERITED", []),
        ("what causes Zollinger-Ellison", ["Zollinger-Ellison"]),
        ("psorisis treatment", ["psorisis"]),
        ("what is Kabuki syndrome", ["Kabuki syndrome"]),
        ("is this disease inherited", []),
        ("is my muscle weakness normal", []),
        ("does LEMS mean lung cancer", []),
        ("what is Lambert-Eaton myasthenic syndrome", []),
        ("blepharitis in the morning", ["blepharitis"]),
        ("", []),
    ],
)
def test_conditions_find(text: str, names: list[str]) -> None:
    lexicon = SMALL if "Huntington's?" not in text else Lexicon.build(["huntington's"])
    assert [m.text for m in find(text, lexicon)] == names


def test_conditions_mask_names_drugs_and_lems() -> None:
    text = "can I take ibuprofen for gout with lambert eaton?"
    assert mask(text, find(text, SMALL)) == "can I take another medicine for another disease with LEMS?"


def test_conditions_from_scores_joins_neighbouring_words() -> None:
    text = "what is blau thing"
    scores = [(0, 4, 0.0), (5, 7, 0.1), (8, 12, 0.9), (13, 18, 0.8)]
    assert from_scores(text, scores, []) == [Mention(8, 18, "blau thing", "score")]
    assert from_scores(text, scores, [Mention(8, 12, "blau", "name")]) == []


def test_conditions_real_lists_know_common_names(lexicon: Lexicon) -> None:
    for name in ("Huntington's", "lupus", "Crohn's", "type 2 diabetes", "Wilson disease", "myasthenia gravis", "ALS"):
        assert [m.text for m in find(f"is {name} hereditary", lexicon)] == [name], name


def test_conditions_real_lists_leave_ordinary_words_alone(lexicon: Lexicon) -> None:
    for text in (
        "why am I so tired",
        "I am in shock after the diagnosis",
        "does smoking cause it",
        "hello, thank you so much",
    ):
        assert find(text, lexicon) == [], text


def test_conditions_lexicon_names_an_empty_folder(tmp_path: object) -> None:
    from pathlib import Path

    with pytest.raises(FileNotFoundError, match="no list of conditions"):
        Lexicon.read(Path(str(tmp_path)))
