"""The small readers of text: names of LEMS, clauses, language."""

from __future__ import annotations

import pytest

from lems_faq.understanding import lems
from lems_faq.understanding.clauses import MOST, split, windows
from lems_faq.understanding.language import is_foreign


@pytest.mark.parametrize(
    "name",
    ["LEMS", "lems", "L.E.M.S.", "Lambert-Eaton", "lambert eaton", "Lambert-Eaton myasthenic syndrome", "eaton lambert",
     "Eaton-Lambert syndrome", "lambret eton", "lambert eaten", "LE syndrome", "myasthenic syndrome"],
)  # fmt: skip
def test_lems_is_found_in_many_spellings(name: str) -> None:
    text = f"is {name} hereditary?"
    ((start, end),) = lems.find(text)
    assert text[start:end].rstrip(".") == name.rstrip(".")


@pytest.mark.parametrize(
    "text", ["my problems", "I have eaten lamb", "the lens is broken", "congenital myasthenic syndrome", ""]
)
def test_lems_is_not_found_elsewhere(text: str) -> None:
    assert lems.find(text) == []


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("is it hereditary?", ["is it hereditary?"]),
        ("what is LEMS and is there a cure", ["what is LEMS", "is there a cure"]),
        ("what is it? how is it treated?", ["what is it?", "how is it treated?"]),
        ("is it inherited or contagious", ["is it inherited", "is it contagious"]),
        ("", [""]),
    ],
)
def test_clauses_split(text: str, clauses: list[str]) -> None:
    assert [clause.text for clause in split(text)] == clauses


def test_clauses_are_never_more_than_the_most() -> None:
    assert len(split("what is it? " * 50)) <= MOST


def test_clauses_of_a_long_text_cover_it() -> None:
    text = "One sentence here. " * 200
    pieces = windows(text)
    assert "".join(piece.text for piece in pieces) == text
    assert max(len(piece.text) for piece in pieces) <= 400


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("is it hereditary?", False),
        ("LEMS", False),
        ("hola", False),
        ("my mother says que sera sera, is it genetic", False),
        ("¿Es hereditario el síndrome?", True),
        ("Ist die Krankheit vererbbar und was kann man tun?", True),
        ("est-ce que c'est une maladie du sang", True),
        ("это наследственная болезнь?", True),
        ("这是什么病", True),
        ("123 456", False),
        ("", False),
    ],
)
def test_language(text: str, foreign: bool) -> None:
    assert is_foreign(text) is foreign
