"""Cutting a text into sentences, and comparing two of them."""

from __future__ import annotations

import pytest

from lems_faq.answers.sentences import fold, leans, split


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two? Three! Four", ["One.", "Two?", "Three!", "Four"]),
        ("It says: Three (3.5). Four", ["It says:", "Three (3.5).", "Four"]),
        ('He said. "Gates" open.', ["He said.", '"Gates" open.']),
        ("He said. “Gates” open.", ["He said.", "“Gates” open."]),
        ("about 3.5 of 7 cases, e.g. this one.", ["about 3.5 of 7 cases, e.g. this one."]),
        ("one: two", ["one: two"]),
        ("  One\n  line.\n\nTwo. ", ["One line.", "Two."]),
        ("", []),
        ("   \n ", []),
    ],
)
def test_sentences_split(text: str, found: list[str]) -> None:
    assert split(text) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Gates”", '"gates"'),
        ("the body’s", "THE BODY'S"),
        ("a — b", "a-b"),
        ("a\u2011b", "a – b"),
        ("two  words\n", "Two words."),
        ("ﬁrst", "first"),
        ("a\u00a0b", "a b"),
    ],
)
def test_sentences_fold_makes_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("50%", "60%"), ("may cause", "cause"), ("a?", "a."), ("a, b", "a b")])
def test_sentences_fold_keeps_what_differs(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("sentence", "does"),
    [
        ("This means genetics may influence it.", True),
        ("However, research goes on.", True),
        ("In these cases, the cells differ.", True),
        ("When these channels are blocked, it is weak.", True),
        ("There is a strong link.", False),
        ("This text is short.", False),
        ("", False),
    ],
)
def test_sentences_leans(sentence: str, does: bool) -> None:
    assert leans(sentence) is does
