"""The disclaimer stands in every reply, word for word, exactly once, in the same message, whatever way it came."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from lems_faq.adapters.assistant import Assistant
from lems_faq.answers.source import read_sources
from lems_faq.understanding.encoder import Encoder

DISCLAIMER = read_sources()["lems-causes"].disclaimer
FOLLOW_UPS = ["ask_why", "ask_more", "anything_else", "what_about", "affirm", "deny", "pick_option", "none_of_these"]


async def said(agent: Agent, *texts: str) -> list[dict[str, Any]]:
    """What a stock channel shows for each of a conversation's messages: each must be one message."""
    sender = uuid.uuid4().hex
    replies = []
    for text in texts:
        channel = CollectingOutputChannel()
        await agent.handle_message(UserMessage(text, channel, sender))
        assert len(channel.messages) == 1, (texts, channel.messages)
        replies.append(channel.messages[0])
    return replies


def check(replies: list[dict[str, Any]]) -> None:
    for reply in replies:
        assert reply["text"].count(DISCLAIMER) == 1, reply
        assert reply["text"].endswith(DISCLAIMER)
        assert "\n\n" not in reply["text"]


async def test_disclaimer_of_every_intent_by_rule_and_story(agent: Agent) -> None:
    assert agent.domain is not None
    intents = [intent for intent in agent.domain.intents if intent not in ("restart", "back", "session_start")]
    assert len(intents) > 40
    for intent in intents:
        check(await said(agent, f"/{intent}"))


async def test_disclaimer_of_every_intent_after_every_topic(agent: Agent) -> None:
    assert agent.domain is not None
    topics = [name.removeprefix("utter_") for name, variants in agent.domain.responses.items()
              if variants[0]["metadata"]["outcome"] in ("answered", "not_covered")]  # fmt: skip
    assert len(topics) == 21
    for topic in topics:
        for follow_up in FOLLOW_UPS:
            check(await said(agent, f"/{topic}", f"/{follow_up}"))


@pytest.mark.parametrize(
    "text", ["", "   ", "?", "zzz qqq", "my father cannot breathe", "I want to die", "is gout inherited"]
)
async def test_disclaimer_of_texts_of_every_kind(agent: Agent, text: str) -> None:
    check(await said(agent, text))


async def test_disclaimer_where_the_model_is_not_sure(agent: Agent) -> None:
    check(await said(agent, "/nlu_fallback", "2", "none of these"))


async def test_disclaimer_where_a_step_fails(agent: Agent, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Encoder, texts: list[str]) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(Encoder, "encode", broken)
    replies = await said(agent, "is it hereditary?", "he is choking and turning blue")
    check(replies)
    assert "Something went wrong on my side" in replies[0]["text"]
    assert replies[1]["text"].startswith("Call your local emergency number now: 112, 911 or 999.")


async def test_disclaimer_of_the_last_resort(lems: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(message: UserMessage) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(lems._agent.processor, "handle_message", broken)
    turn = await lems.answer("is it hereditary?", conversation="c")
    assert turn["outcome"] == "unavailable"
    assert turn["messages"][0]["text"].count(DISCLAIMER) == 1
    turn = await lems.answer("she is unconscious", conversation="c")
    assert turn["outcome"] == "emergency"
    assert turn["messages"][0]["text"].count(DISCLAIMER) == 1
