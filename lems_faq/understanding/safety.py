"""Is somebody in danger? How the rules and the classifier are weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Sequence

from lems_faq.understanding.labels import EMERGENCY, SELF_HARM
from lems_faq.understanding.safety_rules import LINE, NONE, stronger


@dataclass(frozen=True)
class Thresholds:
    """Probability above which the classifier takes over, above which the safety line is shown, and below which it
    is certain that nobody is in danger."""

    over: float = 0.5
    line: float = 0.15
    certain: float = 0.01


def by_classifier(probabilities: Iterable[tuple[float, float]], thresholds: Thresholds) -> str:
    """What the classifier says. `probabilities`: (emergency, self-harm) for the message and for each clause."""
    pairs: Sequence[tuple[float, float]] = list(probabilities)
    emergency = max((pair[0] for pair in pairs), default=0.0)
    self_harm = max((pair[1] for pair in pairs), default=0.0)
    either = max((sum(pair) for pair in pairs), default=0.0)
    if either >= thresholds.over:
        return SELF_HARM if self_harm >= emergency else EMERGENCY
    return LINE if either >= thresholds.line else NONE


def level(rules: str, probabilities: Sequence[tuple[float, float]], thresholds: Thresholds) -> str:
    """The stronger word of rules and classifier on a message; `probabilities` as for `by_classifier`.

    Where the classifier is next to certain that a message is ordinary, a rule that would take over shows the line:
    rules read words, and words are quoted, joked with and denied.
    """
    classifier = by_classifier(probabilities, thresholds)
    alarm = max((sum(pair) for pair in probabilities), default=0.0)
    if rules in (EMERGENCY, SELF_HARM) and alarm < thresholds.certain:
        rules = LINE
    if rules in (EMERGENCY, SELF_HARM) and classifier in (EMERGENCY, SELF_HARM):
        return classifier
    return stronger(rules, classifier)
