"""From readings to a decision: how many questions a message holds, and for each: answer, ask or decline."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
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
    """What a mistake costs, a question back ('did you mean') being 1; and what one more part must gain.

    `answer`: a LEMS answer to something else. `other`: any other wrong reply. `ask_stranger`: asking back where
    the message was not about LEMS at all. `cut`: how much likelier (in nats) a message must be as two questions.
    """

    answer: float = 10.0
    other: float = 2.5
    ask_stranger: float = 2.0
    cut: float = 0.35
    keep_stranger: float = 0.8


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
    """The best way to cut the message into questions: neighbouring stretches that cover it.

    A stretch is worth the logarithm of its best probability; every further part must gain `costs.cut`.
    """
    by_run = {(r.stretch.first, r.stretch.after): r for r in readings}
    count = max(after for _, after in by_run)
    best: list[tuple[float, list[Reading]]] = [(0.0, [])]
    for end in range(1, count + 1):
        options = []
        for start in range(end):
            reading = by_run.get((start, end))
            if reading is None:
                continue
            score, before = best[start]
            label, confidence = reading.best()
            # Two neighbours that say the same are one question: no price, no gain.
            price = costs.cut if before and before[-1].best()[0] != label else 0.0
            worth = math.log(max(confidence, 1e-6))
            if before and before[-1].best()[0] == label:
                worth = min(worth, 0.0)
            options.append((score + worth - price, [*before, reading]))
        best.append(max(options, key=lambda option: option[0]) if options else (-math.inf, []))
    return best[count][1]


def _parts(chosen: Sequence[Reading], costs: Costs) -> list[tuple[Decided, Reading]]:
    """What is asked, in order: courtesy and asides fall away, repeated parts are one."""
    parts = [(gate(reading, costs), reading) for reading in chosen]
    if len(parts) > 1:
        asked = [(d, r) for d, r in parts if d.label not in COURTESY and d.label not in DIALOGUE]
        parts = asked or parts
    if len(parts) > 1:
        kept = [(d, r) for d, r in parts if d.label != CLARIFY and not _aside(d, r, costs)]
        parts = kept or parts[:1]
    unique: dict[str, tuple[Decided, Reading]] = {}
    for decided, reading in parts:
        unique.setdefault(decided.label, (decided, reading))
    return list(unique.values())


def _aside(decided: Decided, reading: Reading, costs: Costs) -> bool:
    """A remark beside the question ('my dad smoked all his life') rather than a second thing that is asked."""
    if decided.label == OUT_OF_SCOPE:
        return decided.confidence < costs.keep_stranger
    return False


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
    parts = [decided for decided, _ in _parts(cut(calm, costs) if len(calm) > 1 else calm, costs)]
    first = parts[0]
    intent = FALLBACK if first.label == CLARIFY else first.label
    return Decision(intent, first.confidence, tuple(parts), _subject(parts, whole), conditions, safety, ranking)


def _without_alarm(reading: Reading) -> Reading:
    calm = {k: v for k, v in reading.probabilities.items() if k not in (EMERGENCY, SELF_HARM)}
    total = sum(calm.values()) or 1.0
    return Reading(
        reading.stretch, {k: v / total for k, v in calm.items()}, reading.conditions, reading.safety
    )


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
