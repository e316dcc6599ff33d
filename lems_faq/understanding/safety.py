"""Is somebody in danger? How the rules and the classifier are weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable

from lems_faq.understanding.labels import EMERGENCY, SELF_HARM
from lems_faq.understanding.safety_rules import LINE, NONE, stronger


@dataclass(frozen=True)
class Thresholds:
    """Probabilities of danger, by the classifier. `over`: it takes over. `line`: the safety line is shown. `doubt`: a
    single clause is heard, and a rule takes over, only where the whole message is at least this suspicious: a clause
    alone ('three clear scans now') has lost what made it harmless, and words are quoted, joked with and denied."""

    over: float = 0.7
    line: float = 0.02
    doubt: float = 0.02


def by_classifier(whole: tuple[float, float], clauses: Iterable[tuple[float, float]], thresholds: Thresholds) -> str:
    """What the classifier says. `whole`, `clauses`: (emergency, self-harm) for the message and its clauses."""
    heard = [whole, *clauses] if sum(whole) >= thresholds.doubt else [whole]
    worst = max(heard, key=sum)
    if sum(worst) >= thresholds.over:
        return SELF_HARM if worst[1] >= worst[0] else EMERGENCY
    return LINE if sum(worst) >= thresholds.line else NONE


def level(
    rules: str, whole: tuple[float, float], clauses: Iterable[tuple[float, float]], thresholds: Thresholds
) -> str:
    """The stronger word of rules and classifier on a message; a rule that is not believed still shows the line."""
    classifier = by_classifier(whole, clauses, thresholds)
    if rules in (EMERGENCY, SELF_HARM):
        if sum(whole) < thresholds.doubt:
            rules = LINE
        elif classifier in (EMERGENCY, SELF_HARM):
            return classifier
    return stronger(rules, classifier)
