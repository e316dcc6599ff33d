"""The one function that adds the disclaimer."""

from __future__ import annotations

from datetime import date

import pytest

from lems_faq.answers.disclaimer import disclaimer_of, with_disclaimer
from lems_faq.answers.source import Source


def source(id: str, disclaimer: str) -> Source:
    return Source(id, id, date(2026, 1, 2), "Summary", disclaimer, {"one": "Words."})


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("An answer.", "An answer.\nD."),
        ("One.\n\nTwo.\n \t \nThree.\n", "One.\nTwo.\nThree.\nD."),
        ("  One.  ", "One.\nD."),
        ("One.\r\n\r\nTwo.", "One.\nTwo.\nD."),
        ("One.\u2028\u2028Two.", "One.\nTwo.\nD."),
        ("", "D."),
        ("\n\n", "D."),
    ],
)
def test_disclaimer_ends_a_text_without_a_blank_line(body: str, text: str) -> None:
    assert with_disclaimer(body, "D.") == text


def test_disclaimer_of_several_texts_says_each_once() -> None:
    assert disclaimer_of([source("a", "One."), source("b", "Two."), source("c", "One.")]) == "One. Two."
