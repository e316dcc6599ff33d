"""One set of checks for every graph component of config.yml."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.core.agent import Agent
from rasa.engine.graph import GraphComponent
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from lems_faq.adapters.components import keys
from lems_faq.adapters.components.gate import ScopeGate
from lems_faq.adapters.components.step import Step
from lems_faq.understanding.labels import EMERGENCY

ROOT = Path(__file__).parent.parent.parent
PIPELINE: list[dict[str, Any]] = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))["pipeline"]
TEXTS = [
    "is it hereditary?",
    "",
    " ",
    "?",
    "😀",
    "a" * 5000,
    "line\nbreak\ttab",
    "\ud800 lone",
    "1",
    "‮right to left",
    "what is it " * 300,
]


def component(name: str) -> type[GraphComponent]:
    module, _, attribute = name.rpartition(".")
    found = getattr(importlib.import_module(module), attribute)
    assert issubclass(found, GraphComponent)
    return found  # type: ignore[no-any-return]


@pytest.mark.parametrize("entry", PIPELINE, ids=[e["name"].rpartition(".")[2] for e in PIPELINE])
def test_component_is_a_step_whose_options_have_defaults(entry: dict[str, Any]) -> None:
    found = component(entry["name"])
    assert issubclass(found, Step)
    unknown = set(entry) - {"name"} - set(found.get_default_config())
    assert unknown == set()
    assert found.__doc__


@pytest.mark.parametrize("entry", PIPELINE[:-1], ids=[e["name"].rpartition(".")[2] for e in PIPELINE[:-1]])
def test_component_notes_its_own_failure_and_raises_nothing(
    entry: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = component(entry["name"])
    step = found.__new__(found)
    monkeypatch.setattr(found, "read", lambda self, message: 1 / 0)
    message = Message(data={TEXT: "is it hereditary?"})
    assert step.process([message]) == [message]  # type: ignore[attr-defined]
    assert message.get(keys.FAILED) == entry["name"].rpartition(".")[2]


def test_component_after_a_failure_does_nothing() -> None:
    from lems_faq.adapters.components.safety_rules import SafetyRules

    message = Message(data={TEXT: "she cannot breathe", keys.FAILED: "Something"})
    SafetyRules({}).process([message])
    assert message.get(keys.RULES) is None


@pytest.mark.parametrize(
    ("data", "intent", "reason"),
    [
        ({TEXT: "is it hereditary?", keys.FAILED: "SentenceEncoder"}, "nlu_fallback", "unavailable"),
        ({TEXT: "she cannot breathe", keys.FAILED: "SentenceEncoder", keys.RULES: EMERGENCY}, EMERGENCY, ""),
        ({TEXT: ""}, "out_of_scope", "empty"),
        ({TEXT: None}, "out_of_scope", "empty"),
        ({TEXT: "is it hereditary?"}, "nlu_fallback", "unavailable"),
    ],
    ids=["a step failed", "a step failed after the rules saw danger", "empty", "null", "nothing was read"],
)
def test_component_gate_always_decides(data: dict[str, Any], intent: str, reason: str) -> None:
    message = Message(data=data)
    ScopeGate(ScopeGate.get_default_config()).process([message])
    assert message.get("intent")["name"] == intent
    assert message.get(keys.DECISION)["parts"][0]["reason"] == reason


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
async def test_component_pipeline_reads_any_text(agent: Agent, text: str) -> None:
    parsed = await agent.parse_message(text)
    decision = parsed[keys.DECISION]
    assert decision["parts"]
    assert decision["parts"][0]["reason"] != "unavailable"
    assert 0 <= parsed["intent"]["confidence"] <= 1
