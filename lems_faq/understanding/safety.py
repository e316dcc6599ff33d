"""Is somebody in danger? How the rules and the classifier are weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from lems_faq.understanding.labels import ALARMS, EMERGENCY, SELF_HARM
from lems_faq.understanding.reading import Reading
from lems_faq.understanding.safety_rules import LINE, NONE, stronger


@dataclass(frozen=True)
class Thresholds:
    """Probabilities of danger. `over`: the reply takes over. `line`: the safety line is shown. Two are of the whole
    message: from `doubt` on a rule takes over, since words are quoted, joked with and denied, and from `clause` on a
    single clause is heard, since alone ('three clear scans now') it has lost what made it harmless."""

    over: float = 0.3
    line: float = 0.015
    doubt: float = 0.05
    clause: float = 0.1


def level(rules: str, whole: Reading, clauses: Sequence[Reading], thresholds: Thresholds) -> str:
    """The stronger word of rules and classifier on a message; a rule that is not believed still shows the line.

    A message of which only the beginning could be read is as dangerous as the worst of its clauses.
    """
    doubted = whole.suspicion < thresholds.doubt and not whole.cut
    heard = clauses if whole.cut or sum(whole.danger) >= thresholds.clause else ()
    worst = max([whole, *heard], key=lambda reading: sum(reading.danger))
    classifier = _by_classifier(worst.danger, thresholds)
    if rules in ALARMS:
        agreed = any(_by_classifier(clause.danger, thresholds) == rules for clause in clauses)
        if doubted and not agreed:
            rules = LINE
        elif classifier in ALARMS:
            return classifier
    return stronger(rules, classifier)


def level_of_pieces(rules: str, pieces: Sequence[Reading], thresholds: Thresholds) -> str:
    """The same for a message that nobody has read as one: the most alarming piece speaks for it."""
    worst = max(pieces, key=lambda reading: sum(reading.danger))
    return level(rules, worst, (), thresholds)


def _by_classifier(danger: tuple[float, float], thresholds: Thresholds) -> str:
    if sum(danger) >= thresholds.over:
        return SELF_HARM if danger[1] >= danger[0] else EMERGENCY
    return LINE if sum(danger) >= thresholds.line else NONE
