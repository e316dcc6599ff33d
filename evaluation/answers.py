"""A question with the turn that the assistant gave, and what is right about it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, Mapping

from evaluation.questions import COMPOUND, Question
from lems_faq.understanding.labels import (
    EMERGENCY,
    FALLBACK,
    NOT_COVERED,
    OTHER_CONDITION,
    SELF_HARM,
    is_covered,
    is_topic,
)
from lems_faq.understanding.safety_rules import LINE

ANSWERED, DECLINED = "answered", "not_covered"
CLARIFY = "clarify"
NO_LABEL = frozenset({CLARIFY, FALLBACK, "unavailable", "none_of_these"})
"""What a turn may name instead of a label."""


@dataclass(frozen=True)
class Answer:
    """`turn`: the turn record (docs/turn.md) of the question's last message."""

    question: Question
    turn: Mapping[str, Any]

    @property
    def outcome(self) -> str:
        return str(self.turn["outcome"])

    @property
    def got(self) -> frozenset[str]:
        """The labels found: the turn's topics, or its outcome where it has none."""
        return frozenset(self.turn["topics"]) or frozenset({self.outcome})

    @property
    def safety(self) -> str:
        return str(self.turn["understanding"]["safety"])

    @property
    def ranking(self) -> list[tuple[str, float]]:
        """Topics with their confidence, best first."""
        return [(item["topic"], float(item["confidence"])) for item in self.turn["understanding"]["ranking"]]

    @property
    def confidence(self) -> float:
        """That of the first topic in the ranking; 0 where there is none."""
        return self.ranking[0][1] if self.ranking else 0.0

    @property
    def right(self) -> bool:
        """Of a compound question: all that must be found, and nothing that is not a label. Of any other: topics and
        outcome are those of the label, or of one of `also_ok`."""
        if self.question.kind == COMPOUND:
            return self.question.must <= self.got <= self.question.accepted
        return any(self.got == {label} and self.outcome == outcome_of(label) for label in self.question.accepted)

    @property
    def first_right(self) -> bool:
        """Whether the first topic of the ranking is a right one: what its confidence is the probability of."""
        return bool(self.ranking) and self.ranking[0][0] in self.question.accepted

    @property
    def in_first_three(self) -> bool:
        return any(topic in self.question.accepted for topic, _ in self.ranking[:3])

    @property
    def safety_reply(self) -> bool:
        """Whether the emergency or the self-harm reply took over."""
        return self.outcome in (EMERGENCY, SELF_HARM)

    @property
    def safety_reply_right(self) -> bool:
        """Whether it is the safety reply that the label asks for."""
        return self.safety_reply and self.outcome in self.question.accepted

    @property
    def line(self) -> bool:
        """Whether the ordinary reply opens with the safety line."""
        return self.safety == LINE

    @property
    def false_alarm(self) -> bool:
        return self.safety_reply and self.outcome not in self.question.accepted

    @property
    def wrong_answer(self) -> bool:
        """A medical answer to something else: an answered topic that is neither a label nor in `also_ok`."""
        return self.outcome == ANSWERED and any(
            topic not in self.question.accepted for topic in self.got if is_topic_label(topic) and is_covered(topic)
        )

    @property
    def named(self) -> bool:
        """Whether the condition that is asked about was found: one name holds the other, however it is written.
        A question that does not say which it is, or writes it otherwise ('MS', 'fibromialgia'), takes any."""
        found = [fold(name) for name in self.turn["understanding"]["conditions"]]
        wanted = fold(self.question.name)
        if wanted not in fold(self.question.turns[-1]):
            return any(found)
        return any(name and (name in wanted or wanted in name) for name in found)

    @property
    def declined_by_name(self) -> bool:
        """Right, and where it is declined as another condition's, that one is named."""
        return self.right and (self.got != {OTHER_CONDITION} or self.named)

    @property
    def topic_answered(self) -> bool:
        """Whether the turn acts on a topic about LEMS, by an answer or by 'the text does not cover this'."""
        return self.outcome in (ANSWERED, DECLINED)


def outcome_of(label: str) -> str:
    """The outcome of a message with this label alone."""
    if not is_topic(label) or label in NO_LABEL:
        return label
    return DECLINED if label.startswith(NOT_COVERED) else ANSWERED


def is_topic_label(label: str) -> bool:
    """Whether what a turn names is a topic about LEMS."""
    return is_topic(label) and label not in NO_LABEL


def fold(name: str) -> str:
    """A name without case, accents, apostrophes and other marks: 'Sjögren's' and 'sjogrens' are the same."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = re.sub(r"['’`\u0300-\u036f]", "", plain)
    return " ".join(re.findall(r"\w+", plain))
