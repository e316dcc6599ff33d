"""From readings to a decision: how many questions a message holds, and for each: answer, ask or decline."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Mapping, Sequence

from lems_faq.understanding.encoder import Asked
from lems_faq.understanding.labels import (
    ALARMS,
    COURTESY,
    DIALOGUE,
    FALLBACK,
    OTHER_CONDITION,
    OUT_OF_SCOPE,
    PERSONAL_ADVICE,
    is_covered,
    is_topic,
)
from lems_faq.understanding.reading import Reading
from lems_faq.understanding.safety_rules import NONE

CLARIFY = "clarify"
_NO_PART = {*COURTESY, *DIALOGUE, *ALARMS}
RANKED = 5
"""Topics in the ranking."""


@dataclass(frozen=True)
class Costs:
    """What a mistake costs, a question back ('did you mean') being 1, and when a message counts as several questions.

    `answer`: a LEMS answer to something else. `other`: any other wrong reply. `ask_stranger`: asking back where
    the message was not about LEMS at all. `part`: how sure each part of several must be; `one_clause`: the same where
    the message cannot be cut, or leans on the one before; `other_part`: the same for what is no topic, since another
    disease, or a worry, is mostly only mentioned beside a question; `strange_part`: for a topic where another disease
    or medicine is named and LEMS is not, since the question is mostly on that.
    """

    answer: float = 2.5
    other: float = 1.5
    ask_stranger: float = 1.5
    part: float = 0.5
    one_clause: float = 0.7
    other_part: float = 0.8
    strange_part: float = 0.8


@dataclass(frozen=True)
class Decided:
    """One part of the message: a topic, an outcome, or `clarify`."""

    label: str
    confidence: float
    reason: str = ""


@dataclass(frozen=True)
class Decision:
    """What was asked. `intent` is what the dialogue policies see: that of the first part, safety first."""

    intent: str
    confidence: float
    parts: tuple[Decided, ...]
    subject: str = "none"
    conditions: tuple[str, ...] = ()
    safety: str = NONE
    ranking: tuple[tuple[str, float], ...] = field(default=())

    def as_dict(self) -> dict[str, Any]:
        """The form in which it travels in Rasa's parse data."""
        return {
            "intent": self.intent,
            "confidence": self.confidence,
            "parts": [{"label": p.label, "confidence": p.confidence, "reason": p.reason} for p in self.parts],
            "subject": self.subject,
            "conditions": list(self.conditions),
            "safety": self.safety,
            "ranking": [{"topic": topic, "confidence": confidence} for topic, confidence in self.ranking],
        }


def rank(probabilities: Mapping[str, float], *, limit: int = RANKED) -> tuple[tuple[str, float], ...]:
    """The topics with their probabilities, best first."""
    topics = [(label, round(p, 4)) for label, p in probabilities.items() if is_topic(label)]
    return tuple(sorted(topics, key=lambda item: -item[1])[:limit])


def gate(reading: Reading, costs: Costs) -> Decided:
    """Answer, ask back or decline, whichever is expected to cost least."""
    label, confidence = reading.best()
    wrong = (1 - confidence) * (costs.answer if is_covered(label) else costs.other)
    strange = sum(p for name, p in reading.probabilities.items() if not is_topic(name))
    ask = (1 - strange) * 1.0 + strange * costs.ask_stranger
    if wrong <= ask:
        return Decided(label, confidence)
    # Where an answer is too risky, a decline may still be the cheapest: it claims nothing.
    strangers = {OUT_OF_SCOPE, OTHER_CONDITION}
    mass = {name: reading.probabilities.get(name, 0.0) for name in strangers}
    if sum(mass.values()) > 0.5:
        best = max(mass, key=lambda name: mass[name])
        return Decided(best, mass[best])
    return Decided(CLARIFY, confidence)


def several(whole: Reading, clauses: Sequence[Reading], costs: Costs) -> list[Decided]:
    """What a message asks where it asks several things, in order; else nothing.

    Three witnesses are heard on each label: the encoder, which looks for every question in the whole message, the
    clause that speaks most clearly for it, and the classifier, which knows one question a message. A greeting or
    thanks is nobody's part.
    """
    if whole.stretch.before and not clauses:
        # 'and without a tumour?' asks one thing; the question before it is not asked again.
        return []
    least = costs.part if clauses and not whole.stretch.before else costs.one_clause
    strange = (whole.conditions or whole.stretch.drug_named) and not whole.stretch.lems_named
    topic_least = max(least, costs.strange_part) if strange else least
    parts = []
    for asked in whole.asked:
        if asked.label in _NO_PART:
            continue
        alone = max((clause.probabilities.get(asked.label, 0.0) for clause in clauses), default=asked.probability)
        confidence = 0.4 * asked.probability + 0.4 * alone + 0.2 * whole.probabilities.get(asked.label, 0.0)
        if confidence >= (topic_least if is_topic(asked.label) else max(least, costs.other_part)):
            parts.append(Decided(asked.label, confidence))
    return parts if len(parts) > 1 else []


def may_be_several(asked: Sequence[Asked], at_least: float) -> bool:
    """Whether the encoder holds a second question for possible, so that the clauses are worth reading."""
    return sum(a.probability >= at_least for a in asked if a.label not in _NO_PART) > 1


def decide(readings: Sequence[Reading], *, safety: str, costs: Costs) -> Decision:
    """The decision on a message. `readings`: the whole message, then its clauses where they were read.

    Raises:
        ValueError: there is no reading.
    """
    if not readings:
        raise ValueError("A decision needs at least the reading of the whole message")
    whole = readings[0]
    ranking = rank(whole.probabilities)
    if safety in ALARMS:
        confidence = max(whole.probabilities.get(safety, 0.0), 0.5)
        part = Decided(safety, confidence)
        return Decision(safety, confidence, (part,), _subject([part], whole), whole.conditions, safety, ranking)
    # Danger is decided on before (safety.level); below its thresholds no reply is an alarm.
    calm = [without_alarm(reading) for reading in readings]
    parts = several(calm[0], calm[1:], costs) or [gate(calm[0], costs)]
    first = parts[0]
    intent = FALLBACK if first.label == CLARIFY else first.label
    return Decision(intent, first.confidence, tuple(parts), _subject(parts, whole), whole.conditions, safety, ranking)


def without_alarm(reading: Reading) -> Reading:
    """The reading with the probabilities of everything but danger."""
    calm = {k: v for k, v in reading.probabilities.items() if k not in ALARMS}
    total = sum(calm.values()) or 1.0
    return replace(reading, probabilities={label: p / total for label, p in calm.items()})


def _subject(parts: Sequence[Decided], whole: Reading) -> str:
    labels = {part.label for part in parts}
    if any(is_topic(label) or label in (CLARIFY, PERSONAL_ADVICE) for label in labels):
        return "lems"
    if OTHER_CONDITION in labels:
        return "other"
    return "lems" if whole.stretch.lems_named else "none"


def out_of_scope(reason: str, *, safety: str = NONE) -> Decision:
    """The decision on a message that is not read for its topic: 'empty', 'too_long', 'language'."""
    return _fixed(Decided(OUT_OF_SCOPE, 1.0, reason), OUT_OF_SCOPE, safety)


def unavailable(*, safety: str) -> Decision:
    """The decision where a step failed. An emergency that the rules saw before that still wins."""
    return _fixed(Decided(CLARIFY, 0.0, "unavailable"), FALLBACK, safety)


def _fixed(part: Decided, intent: str, safety: str) -> Decision:
    if safety in ALARMS:
        return Decision(safety, 1.0, (Decided(safety, 1.0),), safety=safety)
    return Decision(intent, part.confidence, (part,), safety=safety)
