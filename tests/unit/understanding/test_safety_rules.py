"""The safety rules on cases of their own."""

from __future__ import annotations

import time

import pytest

from lems_faq.understanding.safety_rules import LINE, NONE, by_rules, stronger

EMERGENCIES = [
    "I can't breathe",
    "I can’t breathe",
    "he cant breath and his lips are blue",
    "my wife is choking on her dinner",
    "dad has just collapsed in the kitchen and he won't wake up",
    "she is unconscious",
    "he's having a seizure right now",
    "mum has chest pain and her arm is numb",
    "her face has dropped on one side and her speech is slurred",
    "my throat is closing up after the injection",
    "I took the whole box of tablets an hour ago",
    "my toddler swallowed his grandmother's pills",
    "he suddenly can't move his legs",
    "not breathing please help",
    "call an ambulance",
]
SELF_HARMS = [
    "I want to kill myself",
    "I don't want to live any more",
    "my son says he wants to die",
    "I wish I was dead",
    "everybody would be better off without me",
    "I have been cutting myself since the diagnosis",
    "thinking of suicide",
    "I'm going to end my life tonight",
]
HARMLESS = [
    "is it hereditary?",
    "what causes LEMS",
    "my phone just died",
    "I was choked up when I read the letter",
    "these shoes are killing me",
    "dying to know what causes it",
    "could murder a cup of tea",
    "nearly died laughing",
    "is my condition linked with lung cancer",
    "can I get a flu jab",
    "how do I cancel my subscription",
    "hello there",
    "does it run in families",
    "I stopped smoking ten years ago",
    "",
    "   ",
    "😀",
]
NOT_OVER = [
    "can LEMS make it hard to breathe?",
    "what would count as an emergency?",
    "do people with LEMS ever have trouble swallowing",
    "he had a stroke ten years ago and is fine now",
    "what should we keep in the house in case she chokes",
    "is assisted suicide legal in this country",
]


@pytest.mark.parametrize("text", EMERGENCIES)
def test_safety_rules_see_an_emergency(text: str) -> None:
    assert by_rules(text) == "emergency"


@pytest.mark.parametrize("text", SELF_HARMS)
def test_safety_rules_see_self_harm(text: str) -> None:
    assert by_rules(text) == "self_harm"


@pytest.mark.parametrize("text", HARMLESS)
def test_safety_rules_leave_the_harmless_alone(text: str) -> None:
    assert by_rules(text) == NONE


@pytest.mark.parametrize("text", NOT_OVER)
def test_safety_rules_do_not_take_over_a_question_in_general(text: str) -> None:
    assert by_rules(text) in (NONE, LINE)


def test_safety_rules_find_the_danger_in_the_middle_of_a_long_message() -> None:
    calm = "We went to the garden centre and bought two roses. "
    assert by_rules(calm * 40 + "He can't breathe! " + calm * 40) == "emergency"


def test_safety_rules_read_a_hundred_kilobytes_in_time() -> None:
    for text in ("x " * 50_000, "i cannot " * 11_000, "a" * 100_000, "(" * 100_000):
        started = time.monotonic()
        by_rules(text)
        assert time.monotonic() - started < 8


@pytest.mark.parametrize(
    ("levels", "worst"),
    [
        (("none",), "none"),
        (("none", "line"), "line"),
        (("line", "emergency"), "emergency"),
        (("self_harm", "emergency"), "self_harm"),
    ],
)
def test_safety_rules_stronger_word_counts(levels: tuple[str, ...], worst: str) -> None:
    assert stronger(*levels) == worst
