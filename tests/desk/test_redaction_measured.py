"""The bars of redaction, on the half of the set that no rule was made from."""

from __future__ import annotations

import pytest

from redaction_set import Half, clean, items, measure

RECALL = 0.98
HARM = 0.01


@pytest.mark.parametrize("half", ["first", "second"])
def test_redaction_takes_out_what_it_promises(half: Half) -> None:
    assert measure(half).recall >= RECALL, str(measure(half))


@pytest.mark.parametrize("half", ["first", "second"])
def test_redaction_leaves_clean_questions(half: Half) -> None:
    assert measure(half).harm <= HARM, str(measure(half))


def test_set_has_the_size_that_the_bars_are_for() -> None:
    both = [*items("first"), *items("second")]
    assert len(both) >= 300
    assert len({item.id for item in both}) == len(both)
    assert len(clean("first")) + len(clean("second")) >= 600
    assert all(secret in item.text for item in both for secret in item.secrets)
