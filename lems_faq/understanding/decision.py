"""From readings to a decision: how many questions a message holds, and for each: answer, ask or decline."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Any, Mapping, Sequence

from lems_faq.understanding.labels import (
    COURTESY,
    DIALOGUE,
    EMERGENCY,
    FALLBACK,
    OTHER_CONDITION,
    OUT_OF_SCOPE,
    PERSONAL_ADVICE,
    SELF_HARM,
    is_covered,
    is_topic,
)
from lems_faq.understanding.reading import Reading
from lems_faq.understanding.safety_rules import NONE

CLARIFY = "clarify"
RANKED = 5
"""Topics in the ranking."""


@dataclass(frozen=True)
class Costs:
    """What a mistake costs, a question back ('did you mean') being 1, and when a message counts as several questions.

    `answer`: a LEMS answer to something else. `other`: any other wrong reply. `ask_stranger`: asking back where
    the message was not about LEMS at all. `several`: the encoder's probability from which a message is cut;
    `part`: the probability that each of its parts must have.
    """

    answer: float = 2.5
    other: float = 1.5
    ask_stranger: float = 1.5
    several: float = 0.3
    part: float = 0.5


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


def cut(readings: Sequence[Reading], costs: Costs) -> list[Reading]:
    """The questions of a message: the whole of it, or the stretches into which it is best cut.

    A message is cut only where the encoder holds it for several questions. The best cut has the most stretches that
    each speak clearly for a label of its own; among equals, the likeliest. A greeting or thanks is nobody's part.
    """
    whole = readings[0]
    if whole.several < costs.several or len(readings) == 1:
        return [whole]
    by_run = {(r.stretch.first, r.stretch.after): r for r in readings}
    best, found = (1, -math.inf), [whole]
    for runs in _covers(whole.stretch.after):
        chosen = [by_run[run] for run in runs]
        asked = [r for r in chosen if not (r.best()[0] in COURTESY and r.best()[1] >= costs.part)]
        labels = {r.best()[0] for r in asked}
        if len(labels) < len(asked) or labels & set(DIALOGUE) or any(r.best()[1] < costs.part for r in asked):
            continue
        worth = (len(asked), sum(math.log(r.best()[1]) for r in asked))
        if len(asked) > 1 and worth > best:
            best, found = worth, asked
    return found


def _covers(count: int) -> list[list[tuple[int, int]]]:
    """All ways to cut `count` clauses into runs of neighbours."""
    if count == 0:
        return [[]]
    return [[*before, (start, count)] for start in range(count) for before in _covers(start)]


def _parts(readings: Sequence[Reading], costs: Costs) -> list[Decided]:
    """What is asked, in order. Of several parts, one that is not clear falls away; of none, the best one stays."""
    chosen = cut(readings, costs)
    parts = [gate(reading, costs) for reading in chosen]
    if len(readings) == 1 and parts[0].label != CLARIFY:
        parts += _second(readings[0], costs)
    if len(parts) > 1:
        parts = [part for part in parts if part.label != CLARIFY] or parts[:1]
    return parts


def _second(reading: Reading, costs: Costs) -> list[Decided]:
    """The second question of a message that cannot be cut ('symptoms diagnosis lems')."""
    label, confidence = sorted(reading.probabilities.items(), key=lambda item: -item[1])[1]
    if reading.several < costs.several or confidence < costs.part / 2 or not is_topic(label):
        return []
    return [Decided(label, confidence)]


def decide(readings: Sequence[Reading], *, safety: str, costs: Costs) -> Decision:
    """The decision on a message. `readings`: all its stretches, the whole message first.

    Raises:
        ValueError: there is no reading.
    """
    if not readings:
        raise ValueError("A decision needs at least the reading of the whole message")
    whole = readings[0]
    ranking = rank(whole.probabilities)
    conditions = tuple(dict.fromkeys(name for name in whole.conditions))
    if safety in (EMERGENCY, SELF_HARM):
        confidence = max(whole.probabilities.get(safety, 0.0), 0.5)
        part = Decided(safety, confidence)
        return Decision(safety, confidence, (part,), _subject([part], whole), conditions, safety, ranking)
    # The safety head and the rules decide on danger; below their thresholds the topic classifier has no say in it.
    calm = [_without_alarm(reading) for reading in readings]
    parts = _parts(calm, costs)
    first = parts[0]
    intent = FALLBACK if first.label == CLARIFY else first.label
    return Decision(intent, first.confidence, tuple(parts), _subject(parts, whole), conditions, safety, ranking)


def _without_alarm(reading: Reading) -> Reading:
    calm = {k: v for k, v in reading.probabilities.items() if k not in (EMERGENCY, SELF_HARM)}
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
    if safety in (EMERGENCY, SELF_HARM):
        return Decision(safety, 1.0, (Decided(safety, 1.0),), safety=safety)
    return Decision(intent, part.confidence, (part,), safety=safety)
