"""The bars of redaction, on a set that was written apart from its rules, and on the half that they never saw."""

from __future__ import annotations

import pytest

from redaction_set import Half, clean, items, measure

RECALL = 0.98
"""Of all details of the set."""

UNSEEN_RECALL = 0.97
"""Of those of the second half, which keeps 97.5 %: below the bar, and said so in docs/privacy.md. It may only rise."""

MADE_FOR_RECALL = 0.97
MADE_FOR_HARM = 0.03
"""Of the lines that rules were made from, among them those that the rules still miss."""

HARM = 0.01


def test_redaction_takes_out_what_it_promises() -> None:
    first, second = measure("first"), measure("second")
    left, details = first.left + second.left, first.details + second.details
    assert 1 - left / details >= RECALL, f"{first}; {second}"
    assert second.recall >= UNSEEN_RECALL, str(second)


@pytest.mark.parametrize("half", ["first", "second"])
def test_redaction_leaves_clean_questions(half: Half) -> None:
    assert measure(half).harm <= HARM, str(measure(half))


def test_redaction_keeps_what_rules_were_made_from() -> None:
    found = measure("more")
    assert found.recall >= MADE_FOR_RECALL, str(found)
    assert found.harm <= MADE_FOR_HARM, str(found)


def test_set_has_the_size_that_the_bars_are_for() -> None:
    both = [*items("first"), *items("second")]
    assert len(both) >= 300
    assert len({item.id for item in both}) == len(both)
    assert len(clean("first")) + len(clean("second")) >= 600
    assert all(secret in item.text for item in both for secret in item.secrets)
