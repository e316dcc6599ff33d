"""Which of the offered choices a message picks."""

from __future__ import annotations

import pytest

from lems_faq.answers.offers import picked

OFFERED = ["/a", "/b", "/c", "/none_of_these"]


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("1", "/a"),
        ("2.", "/b"),
        ("#4", "/none_of_these"),
        ("option 3 please", "/c"),
        ("number three", "/c"),
        ("Two", "/b"),
        ("first", "/a"),
        ("1st", "/a"),
        ("the 3rd", "/c"),
        ("the second one", "/b"),
        ("the first one", "/a"),
        ("the last one", "/none_of_these"),
        ("the bottom one", "/none_of_these"),
        ("top one", "/a"),
        ("2 or 3", "/b"),
        ("9", None),
        ("fifth", None),
        ("0", None),
        ("-", None),
        ("hello", None),
        ("", None),
        ("²", None),
        ("9" * 5000, None),
    ],
)
def test_offers_picked(text: str, choice: str | None) -> None:
    assert picked(text, OFFERED) == choice


@pytest.mark.parametrize("text", ["1", "first", "the last one", "top"])
def test_offers_nothing_is_picked_of_nothing(text: str) -> None:
    assert picked(text, []) is None
