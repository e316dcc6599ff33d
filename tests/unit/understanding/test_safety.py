"""How rules and classifier are weighed."""

from __future__ import annotations

import pytest

from lems_faq.understanding.encoder import Asked
from lems_faq.understanding.reading import Reading, Stretch
from lems_faq.understanding.safety import Thresholds, level, level_of_pieces

T = Thresholds(over=0.7, line=0.02, doubt=0.02, clause=0.04)
CALM = (0.001, 0.001)


def reading(danger: tuple[float, float], *asked: Asked, cut: bool = False) -> Reading:
    emergency, self_harm = danger
    return Reading(Stretch("t", "t", (), False), {"emergency": emergency, "self_harm": self_harm}, asked=asked, cut=cut)


@pytest.mark.parametrize(
    ("rules", "whole", "clauses", "found"),
    [
        ("none", CALM, [], "none"),
        ("none", (0.8, 0.1), [], "emergency"),
        ("none", (0.1, 0.8), [], "self_harm"),
        ("none", (0.4, 0.35), [], "emergency"),
        ("none", (0.05, 0.0), [], "line"),
        ("none", (0.05, 0.0), [(0.9, 0.0)], "emergency"),
        ("none", CALM, [(0.99, 0.0)], "none"),
        ("line", CALM, [], "line"),
        ("emergency", CALM, [], "line"),
        ("emergency", CALM, [(0.99, 0.0)], "emergency"),
        ("emergency", CALM, [(0.0, 0.99)], "line"),
        ("emergency", (0.03, 0.0), [], "emergency"),
        ("self_harm", (0.0, 0.03), [], "self_harm"),
        ("emergency", (0.0, 0.9), [], "self_harm"),
    ],
)
def test_safety_level(rules: str, whole: tuple[float, float], clauses: list[tuple[float, float]], found: str) -> None:
    assert level(rules, reading(whole), [reading(clause) for clause in clauses], T) == found


def test_safety_believes_a_rule_where_the_encoder_sees_danger_beside_a_question() -> None:
    whole = reading(CALM, Asked("cause", 0.9), Asked("emergency", 0.4))
    assert level("emergency", whole, [], T) == "emergency"
    assert level("none", whole, [reading((0.9, 0.0))], T) == "none"


def test_safety_hears_the_clauses_where_only_the_beginning_was_read() -> None:
    assert level("none", reading(CALM, cut=True), [reading(CALM), reading((0.9, 0.0))], T) == "emergency"
    assert level("emergency", reading(CALM, cut=True), [], T) == "emergency"


@pytest.mark.parametrize(
    ("rules", "pieces", "found"),
    [
        ("none", [CALM, (0.0, 0.9)], "self_harm"),
        ("emergency", [CALM, CALM], "line"),
        ("emergency", [CALM, (0.03, 0.0)], "emergency"),
    ],
)
def test_safety_of_pieces_is_that_of_the_worst(rules: str, pieces: list[tuple[float, float]], found: str) -> None:
    assert level_of_pieces(rules, [reading(piece) for piece in pieces], T) == found
