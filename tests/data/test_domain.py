"""domain.yml, rules and stories fit together, and every response is composed as it should be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from lems_faq.answers.compose import Composer, Part, Question

ROOT = Path(__file__).parent.parent.parent
DOMAIN: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
STEPS: list[tuple[str, list[dict[str, str]]]] = [
    (entry.get("rule") or entry["story"], entry["steps"])
    for name, key in (("rules", "rules"), ("stories", "stories"))
    for entry in yaml.safe_load((ROOT / "data" / f"{name}.yml").read_text(encoding="utf-8"))[key]
]
COMPOSED = {"utter_safety_line"}
"""Uttered by no policy: compose puts it before the ordinary reply."""


def test_domain_every_intent_has_a_rule_or_a_story() -> None:
    used = {step["intent"] for _, steps in STEPS for step in steps if "intent" in step}
    assert set(DOMAIN["intents"]) - used == set()


def test_domain_every_response_is_used() -> None:
    used = {step["action"] for _, steps in STEPS for step in steps if "action" in step}
    assert set(DOMAIN["responses"]) - used - COMPOSED == set()
    assert {name for name in used if name.startswith("utter_")} <= set(DOMAIN["responses"])


def test_domain_stories_have_names_of_their_own() -> None:
    names = [name for name, _ in STEPS]
    assert len(names) == len(set(names))


def test_domain_follow_ups_lead_where_the_metadata_says(curated_composer: Composer) -> None:
    kinds = {"ask_why": "why", "ask_more": "more", "anything_else": "anything_else"}
    led = {}
    for _, steps in STEPS:
        if len(steps) == 4 and steps[2].get("intent") in kinds:
            led[(steps[1]["action"], kinds[steps[2]["intent"]])] = steps[3]["action"]
    for topic in curated_composer.curated.topics:
        follow_ups = curated_composer.curated[topic].default.follow_ups
        default = topic if topic.startswith("nc_") else follow_ups["more"]
        for kind in kinds.values():
            assert led[(f"utter_{topic}", kind)] == f"utter_{follow_ups.get(kind, default)}", (topic, kind)


def test_domain_every_topic_says_what_it_is_about(curated_composer: Composer) -> None:
    for topic in curated_composer.curated.topics:
        variant = curated_composer.curated[topic].default
        assert variant.title, topic
        assert variant.about, topic
        assert variant.suggestions, topic
        assert topic not in variant.suggestions


def test_domain_every_suggestion_has_a_title(curated_composer: Composer) -> None:
    curated = curated_composer.curated
    for response in curated.responses.values():
        for variant in response.variants:
            for name in variant.suggestions:
                assert curated[name].default.title, (response.name, name)
                assert name in DOMAIN["intents"], (response.name, name)
            for button in variant.buttons:
                assert button.title, response.name
                assert button.payload.removeprefix("/") in DOMAIN["intents"], (response.name, button)


def test_domain_every_slot_that_chooses_a_wording_is_declared(curated_composer: Composer) -> None:
    for response in curated_composer.curated.responses.values():
        for variant in response.variants:
            assert variant.slot is None or variant.slot[0] in DOMAIN["slots"], (response.name, variant.slot)


def test_domain_rules_and_stories_name_only_what_there_is() -> None:
    actions = {*DOMAIN["responses"], *DOMAIN["actions"], "action_listen", "action_default_fallback"}
    for name, steps in STEPS:
        for step in steps:
            assert step.get("intent", "nlu_fallback") in {*DOMAIN["intents"], "nlu_fallback"}, (name, step)
            assert step.get("action", "action_listen") in actions, (name, step)


def test_domain_every_wording_is_one_block_with_one_disclaimer(curated_composer: Composer) -> None:
    disclaimer = next(iter(curated_composer.sources.values())).disclaimer
    for name, response in curated_composer.curated.responses.items():
        for variant in response.variants:
            slots = dict([variant.slot]) if variant.slot else {}
            slots["my_data_link"] = "https://desk.example/data"
            question = Question([Part(name, variant.reason)], conditions=["gout"], near=["cause"], slots=slots)
            message = curated_composer.compose(question).message
            assert message.text.count(disclaimer) == 1, name
            assert "\n\n" not in message.text, name
            assert "\n\n" not in message.body, name
            assert "{" not in message.text, name
