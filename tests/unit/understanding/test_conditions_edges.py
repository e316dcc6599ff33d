"""Names of conditions at the edges: overlaps, refusals, files, long messages."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from lems_faq.understanding.conditions import Lexicon, Mention, find, form, from_scores, mask, words

SMALL = Lexicon.build(["gout", "multiple sclerosis", "lupus", "ms"], ambiguous=["ms"], drugs=["ibuprofen"])


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Huntington's disease", ("huntingtons", "disease")),
        ("Zollinger-Ellison", ("zollinger", "ellison")),
        ("type 2 diabetes", ("type", "2", "diabetes")),
        ("Crohn’s", ("crohns",)),
        ("", ()),
        ("--", ()),
    ],
)
def test_conditions_form(name: str, forms: tuple[str, ...]) -> None:
    assert form(name) == forms


def test_conditions_words_know_their_places() -> None:
    text = "Is Guillain-Barré's 2x?"
    assert [text[w.start : w.end] for w in words(text)] == ["Is", "Guillain", "Barré's", "2x"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("gout, gout and GOUT", ["gout", "gout", "GOUT"]),
        ("multiple sclerosis disease", ["multiple sclerosis disease"]),
        ("multiple-sclerosis", ["multiple-sclerosis"]),
        ("ibuprofen", ["ibuprofen"]),
        ("gouty", []),
        ("Ms Smith has lupus", ["lupus"]),
        ("LEMS and lupus", ["lupus"]),
        ("had gout. Disease runs in the family", ["gout"]),
        ("is it multiple? sclerosis of the bone", []),
        ("is it multiple\nsclerosis", ["multiple\nsclerosis"]),
        ("is it multiple\n\nsclerosis of the bone", []),
    ],
)
def test_conditions_find_whole_names_within_a_sentence(text: str, names: list[str]) -> None:
    assert [m.text for m in find(text, SMALL) if m.how in ("name", "drug")] == names


def test_conditions_mentions_are_in_order_and_hold_their_text() -> None:
    text = "gout, ibuprofen, MS and Kabuki syndrome; lupus"
    mentions = find(text, SMALL)
    assert [m.how for m in mentions] == ["name", "drug", "name", "shape", "name"]
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)


@pytest.mark.parametrize(("text", "masked"), [("", ""), ("why?", "why?"), ("lems lems", "LEMS LEMS")])
def test_conditions_mask_leaves_the_rest_alone(text: str, masked: str) -> None:
    assert mask(text, find(text, SMALL)) == masked


def test_conditions_mask_prefers_a_mention_over_the_name_of_lems_inside_it() -> None:
    text = "congenital lambert eaton thing"
    assert mask(text, [Mention(0, len(text), text, "score")]) == "another disease"


@pytest.mark.parametrize(
    ("scores", "threshold", "found"),
    [
        ([], 0.5, []),
        ([(0, 4, 0.5)], 0.5, ["blau"]),
        ([(0, 4, 0.49)], 0.5, []),
        ([(0, 2, 1.0), (2, 4, 0.0)], 0.5, ["blau"]),
        ([(0, 4, 0.9), (9, 14, 0.9)], 0.5, ["blau", "thing"]),
    ],
)
def test_conditions_from_scores(scores: list[tuple[int, int, float]], threshold: float, found: list[str]) -> None:
    assert [m.text for m in from_scores("blau and thing", scores, [], threshold=threshold)] == found


def test_conditions_lexicon_reads_its_folder(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "some.txt").write_text("gout\nlung cancer\nms\n", encoding="utf-8")
    (tmp_path / "words" / "not_conditions.txt").write_text("lung cancer\n", encoding="utf-8")
    (tmp_path / "words" / "ambiguous.txt").write_text("ms\tmultiple sclerosis\n", encoding="utf-8")
    (tmp_path / "words" / "drugs.txt").write_text("ibuprofen\n", encoding="utf-8")
    lexicon = Lexicon.read(tmp_path)
    found = find("gout, lung cancer, ms, MS, ibuprofen", lexicon)
    assert [(m.text, m.how) for m in found] == [("gout", "name"), ("MS", "name"), ("ibuprofen", "drug")]


def test_conditions_find_reads_a_long_message_in_time(lexicon: Lexicon) -> None:
    text = ("My aunt keeps wondering whether gout or blepharitis were inherited. " * 60)[:4000]
    started = time.process_time()
    assert find(text, lexicon)
    assert time.process_time() - started < 2
