"""What is known of one stretch of a message: its words, the conditions it names, the vector, the probabilities."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping, Sequence

from lems_faq.understanding import conditions, lems
from lems_faq.understanding.clauses import Clause
from lems_faq.understanding.conditions import Lexicon, Mention
from lems_faq.understanding.encoder import Encoded

NAMED_BY_SCORE = 0.7
"""Mean probability of its word pieces from which a word counts as the name of a condition."""


@dataclass(frozen=True)
class Stretch:
    """The clauses `first` up to, not including, `after` of a message, as they are read together.

    `text` is as written, `masked` with the names replaced; `mentions` are places in `text`.
    """

    first: int
    after: int
    text: str
    masked: str
    mentions: tuple[Mention, ...]
    lems_named: bool

    @property
    def drug_named(self) -> bool:
        """Whether a medicine that is not used in LEMS is named."""
        return any(mention.how == "drug" for mention in self.mentions)


@dataclass(frozen=True)
class Reading:
    """A stretch with what the encoder and the classifiers made of it. `safety`: probability of an emergency and of
    self-harm; `several`: that it asks several things."""

    stretch: Stretch
    probabilities: Mapping[str, float]
    conditions: tuple[str, ...] = ()
    safety: tuple[float, float] = field(default=(0.0, 0.0))
    several: float = 0.0

    @property
    def alone(self) -> bool:
        """Whether this is a single clause."""
        return self.stretch.after - self.stretch.first == 1

    def best(self) -> tuple[str, float]:
        """The likeliest label and its probability."""
        return max(self.probabilities.items(), key=lambda item: item[1])


def stretches(text: str, clauses: Sequence[Clause], lexicon: Lexicon, *, join: bool = True) -> list[Stretch]:
    """All runs of neighbouring clauses of a message, the whole message first; without `join` each clause alone."""
    count = len(clauses)
    runs = [(first, after) for first in range(count) for after in range(first + 1, count + 1)]
    runs.sort(key=lambda run: run[0] - run[1])
    if not join:
        runs = [(place, place + 1) for place in range(count)]
    found = []
    for first, after in runs:
        if join and after - first == count:
            words = text
        elif after - first == 1:
            words = clauses[first].text
        else:
            words = text[clauses[first].start : clauses[after - 1].end]
        mentions = tuple(conditions.find(words, lexicon))
        found.append(Stretch(first, after, words, conditions.mask(words, mentions), mentions, bool(lems.find(words))))
    return found


def named(stretch: Stretch, encoded: Encoded) -> tuple[str, ...]:
    """The other conditions of a stretch as the user wrote them: those looked up and those the encoder saw."""
    seen = conditions.from_scores(stretch.masked, encoded.names, (), threshold=NAMED_BY_SCORE)
    masks = f"{conditions.OTHER} {conditions.MEDICINE}".split()
    extra = [m.text for m in seen if not set(m.text.lower().split()) & set(masks)]
    return tuple(dict.fromkeys([*(m.text for m in stretch.mentions if m.how != "drug"), *extra]))
