"""Cutting a message into clauses: places, fragments, limits."""

from __future__ import annotations

import itertools

import pytest

from lems_faq.understanding.clauses import MOST, split, windows

TEXTS = [
    "is it hereditary?",
    "what is LEMS and is there a cure",
    "  what is it? how is it treated?  ",
    "\n\nwhat is it?\n\nhow is it treated?",
    "what is it?  how is it treated?",
    "what is lems is it inherited and what about my kids, will they get it",
    "Hello! My mum (71) was told she has LEMS - why did she get it; is it the smoking?",
    "is it inherited or contagious ??",
    "? ! ...",
    "word",
    "and",
    "😀 what is it 😀",
    "one. two. three. four. five. six. seven. eight. nine.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_clauses_cover_every_word_in_order(text: str) -> None:
    clauses = split(text)
    assert all(before.end <= after.start for before, after in itertools.pairwise(clauses))
    covered = {place for clause in clauses for place in range(clause.start, clause.end)}
    assert [c for place, c in enumerate(text) if c.isalnum() and place not in covered] == []
    assert 1 <= len(clauses) <= MOST


@pytest.mark.parametrize("text", TEXTS)
def test_clauses_places_hold_the_words_that_are_read(text: str) -> None:
    for clause in split(text):
        written = text[clause.start : clause.end]
        assert clause.text.split()[-1:] == written.split()[-1:], (clause, written)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("is it inherited, contagious or fatal", ["is it inherited, contagious", "is it fatal"]),
        ("what is lems is it inherited", ["what is lems", "is it inherited"]),
        ("does it cause cancer or death", ["does it cause cancer", "does it death"]),
        ("I do not know what it is", ["I do not know what it is"]),
        ("tell me about why it happens", ["tell me about why it happens"]),
        ("What is it?!", ["What is it?!"]),
        ("what is it and and how is it treated", ["what is it", "how is it treated"]),
    ],
)
def test_clauses_split_and_lean(text: str, clauses: list[str]) -> None:
    assert [clause.text for clause in split(text)] == clauses


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_clauses_of_nothing_are_one(text: str) -> None:
    (clause,) = split(text)
    assert (clause.start, clause.end) == (0, len(text))


def test_clauses_of_a_long_story_keep_the_question_at_its_end() -> None:
    text = "He was born in May. " * 12 + "Why did he get it?"
    clauses = split(text)
    assert len(clauses) == MOST
    assert clauses[-1].text == "Why did he get it?"
    assert clauses[0].start == 0


@pytest.mark.parametrize(
    ("text", "length", "pieces"),
    [
        ("", 10, []),
        ("short", 10, ["short"]),
        ("0123456789", 10, ["0123456789"]),
        ("0123456789a", 10, ["0123456789", "a"]),
        ("one two. three four", 12, ["one two.", " three four"]),
        ("one two three four", 10, ["one two ", "three four"]),
        ("a\nbbbbbbb ccc", 10, ["a\nbbbbbbb ", "ccc"]),
    ],
)
def test_clauses_windows(text: str, length: int, pieces: list[str]) -> None:
    found = windows(text, length=length)
    assert [piece.text for piece in found] == pieces
    assert all(text[piece.start : piece.end] == piece.text for piece in found)


@pytest.mark.parametrize("text", ["x" * 5000, " " * 5000, "word " * 1000, "Is it? " * 700])
def test_clauses_windows_lose_nothing(text: str) -> None:
    found = windows(text)
    assert "".join(piece.text for piece in found) == text
    assert max(len(piece.text) for piece in found) <= 400
