"""What is known of one stretch of a message: its words, the conditions it names, the vector, the probabilities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping

from lems_faq.understanding import conditions, lems
from lems_faq.understanding.conditions import Lexicon, Mention
from lems_faq.understanding.encoder import Asked, Encoded
from lems_faq.understanding.labels import ALARMS, EMERGENCY, SELF_HARM

NAMED_BY_SCORE = 0.7
"""Mean probability of its word pieces from which a word counts as the name of a condition."""


@dataclass(frozen=True)
class Stretch:
    """A message or one of its clauses: `text` as written, `masked` with the names replaced; `mentions` are places in
    `text`. `before`: what the same person asked before, masked."""

    text: str
    masked: str
    mentions: tuple[Mention, ...]
    lems_named: bool
    before: str = ""

    @property
    def drug_named(self) -> bool:
        """Whether a medicine that is not used in LEMS is named."""
        return any(mention.how == "drug" for mention in self.mentions)


@dataclass(frozen=True)
class Reading:
    """A stretch with what the encoder and the classifier made of it. `asked`: everything that it may ask, in order.
    `cut`: only its beginning was read."""

    stretch: Stretch
    probabilities: Mapping[str, float]
    conditions: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    cut: bool = False

    @property
    def suspicion(self) -> float:
        """How much speaks for danger in any way: the classifier, or the encoder, which sees it beside a question."""
        return max([sum(self.danger), *(a.probability for a in self.asked if a.label in ALARMS)])

    @property
    def danger(self) -> tuple[float, float]:
        """The probability of an emergency and of self-harm."""
        return self.probabilities.get(EMERGENCY, 0.0), self.probabilities.get(SELF_HARM, 0.0)

    def best(self) -> tuple[str, float]:
        """The likeliest label and its probability."""
        return max(self.probabilities.items(), key=lambda item: item[1])


def stretch(text: str, lexicon: Lexicon, *, before: str = "") -> Stretch:
    """What the lists know of a text. `before`: as it was written."""
    mentions = tuple(conditions.find(text, lexicon))
    earlier = conditions.mask(before, conditions.find(before, lexicon)) if before else ""
    return Stretch(text, conditions.mask(text, mentions), mentions, bool(lems.find(text)), earlier)


def flags(stretch: Stretch, names: tuple[str, ...]) -> tuple[bool, bool, bool]:
    """What the classifier is told beside the vector: another condition, LEMS, a drug not used in LEMS is named."""
    return bool(names), stretch.lems_named, stretch.drug_named


def named(stretch: Stretch, encoded: Encoded) -> tuple[str, ...]:
    """The other conditions of a stretch as the user wrote them: those looked up and those the encoder saw."""
    seen = conditions.from_scores(stretch.masked, encoded.names, (), threshold=NAMED_BY_SCORE)
    masks = f"{conditions.OTHER} {conditions.MEDICINE}".split()
    extra = [m.text for m in seen if not set(m.text.lower().split()) & set(masks)]
    return tuple(dict.fromkeys([*(m.text for m in stretch.mentions if m.how != "drug"), *extra]))
