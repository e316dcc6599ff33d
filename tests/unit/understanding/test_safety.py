"""How rules and classifier are weighed."""

from __future__ import annotations

import pytest

from lems_faq.understanding.safety import Thresholds, by_classifier, level

T = Thresholds(over=0.7, line=0.02, doubt=0.02)
CALM = (0.001, 0.001)


@pytest.mark.parametrize(
    ("rules", "whole", "clauses", "found"),
    [
        ("none", CALM, [], "none"),
        ("none", (0.8, 0.1), [], "emergency"),
        ("none", (0.1, 0.8), [], "self_harm"),
        ("none", (0.05, 0.0), [], "line"),
        ("none", (0.05, 0.0), [(0.9, 0.0)], "emergency"),
        ("none", CALM, [(0.99, 0.0)], "none"),
        ("line", CALM, [], "line"),
        ("emergency", CALM, [], "line"),
        ("emergency", (0.03, 0.0), [], "emergency"),
        ("self_harm", (0.0, 0.03), [], "self_harm"),
        ("emergency", (0.0, 0.9), [], "self_harm"),
    ],
)
def test_safety_level(rules: str, whole: tuple[float, float], clauses: list[tuple[float, float]], found: str) -> None:
    assert level(rules, whole, clauses, T) == found


def test_safety_classifier_hears_both_kinds_together() -> None:
    assert by_classifier((0.4, 0.35), [], T) == "emergency"
