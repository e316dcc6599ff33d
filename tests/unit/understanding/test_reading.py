"""The stretches of a message, and what is named in them."""

from __future__ import annotations

import numpy as np
import pytest

from lems_faq.understanding.conditions import Lexicon
from lems_faq.understanding.encoder import Encoded
from lems_faq.understanding.reading import Reading, named, stretch

LEXICON = Lexicon.build(["gout", "lupus"], drugs=["ibuprofen"])


def encoded(names: list[tuple[int, int, float]]) -> Encoded:
    return Encoded(np.zeros(384, dtype=np.float32), names, ())


@pytest.mark.parametrize(
    ("text", "masked", "lems", "drug"),
    [
        ("is gout inherited", "is another disease inherited", False, False),
        ("lupus or Lambert-Eaton?", "another disease or LEMS?", True, False),
        ("ibuprofen for lems", "another medicine for LEMS", True, True),
        ("is it inherited", "is it inherited", False, False),
        ("", "", False, False),
    ],
)
def test_reading_stretch_knows_what_is_named(text: str, masked: str, lems: bool, drug: bool) -> None:
    found = stretch(text, LEXICON)
    assert (found.masked, found.lems_named, found.drug_named) == (masked, lems, drug)


@pytest.mark.parametrize(
    ("text", "scores", "names"),
    [
        ("is gout like lupus or gout", [], ("gout", "lupus")),
        ("ibuprofen for gout", [], ("gout",)),
        ("is blau inherited", [(3, 7, 0.9)], ("blau",)),
        ("is blau inherited", [(3, 7, 0.69)], ()),
        ("is blau inherited", [(3, 5, 0.9), (5, 7, 0.4)], ()),
        # The mask itself is no name.
        ("is gout inherited", [(3, 10, 0.99), (11, 18, 0.99)], ("gout",)),
    ],
)
def test_reading_named(text: str, scores: list[tuple[int, int, float]], names: tuple[str, ...]) -> None:
    assert named(stretch(text, LEXICON), encoded(scores)) == names


def test_reading_best_is_the_likeliest_label() -> None:
    reading = Reading(stretch("x", LEXICON), {"cause": 0.2, "research": 0.5, "greet": 0.3})
    assert reading.best() == ("research", 0.5)
