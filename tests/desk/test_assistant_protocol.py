"""What the desk makes of the assistant's answers."""

from __future__ import annotations

import asyncio
import copy
import uuid
from typing import Any

import httpx
import pytest

from chat.assistant.client import Assistant
from chat.assistant.protocol import (
    AssistantAway,
    AssistantBroke,
    AssistantFailed,
    AssistantRefused,
    AssistantSlow,
    AssistantUnavailable,
    Question,
    check_erased,
    health_of,
    tracker_of,
    turn_of,
)
from chat.assistant.turn import TurnInvalid, read_turn
from chat.assistant.watch import Watch
from stand_in_assistant import make_turn

GOOD = make_turn("id", "emergency")


def _changed(**changes: Any) -> dict[str, Any]:
    """The good turn with changes to its message; None removes."""
    turn = copy.deepcopy(GOOD)
    message = turn["messages"][0]
    for name, value in changes.items():
        if value is None:
            message.pop(name)
        else:
            message[name] = value
    return turn


def test_turn_is_kept_whole() -> None:
    turn = read_turn(GOOD)
    assert turn.record == GOOD
    assert (turn.outcome, turn.safety) == ("emergency", "emergency")


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ([], "turn"),
        ({}, "messages"),
        ({**GOOD, "messages": []}, "messages"),
        ({**GOOD, "messages": [*GOOD["messages"]] * 2}, "messages"),
        ({**GOOD, "outcome": 7}, "outcome"),
        ({**GOOD, "understanding": {"safety": "perhaps"}}, "safety"),
        (_changed(text=None), "text"),
        (_changed(body=""), "body"),
        (_changed(disclaimer=None), "disclaimer"),
        (_changed(text="An answer without it"), "disclaimer"),
        (_changed(text=GOOD["messages"][0]["text"] * 2), "disclaimer"),
        (_changed(suggestions=[{"title": "only"}]), "payload"),
        (_changed(sources=["lems-causes"]), "sources"),
        (_changed(links="tel:112"), "links"),
    ],
)
def test_turn_that_is_none_is_named_by_field(raw: object, field: str) -> None:
    with pytest.raises(TurnInvalid, match=field):
        read_turn(raw)


def test_turn_loses_links_that_lead_astray() -> None:
    links = [
        {"title": "a", "url": "javascript:alert(1)"},
        {"title": "b", "url": "data:text/html,x"},
        {"title": "c"},
        "d",
        {"title": "e", "url": "tel:112"},
        {"title": "f", "url": "https://example.org/"},
    ]
    kept = read_turn(_changed(links=links)).record["messages"][0]["links"]
    assert [link["title"] for link in kept] == ["e", "f"]


@pytest.mark.parametrize(
    ("response", "error"),
    [
        (httpx.Response(503), AssistantAway),
        (httpx.Response(429), AssistantAway),
        (httpx.Response(401), AssistantAway),
        (httpx.Response(404), AssistantAway),
        (httpx.Response(500), AssistantFailed),
        (httpx.Response(400), AssistantRefused),
        (httpx.Response(413), AssistantRefused),
        (httpx.Response(200, text="<html>"), AssistantFailed),
        (httpx.Response(200, json={"messages": []}), AssistantFailed),
        (httpx.Response(200, json=make_turn("id", "unavailable")), AssistantUnavailable),
    ],
)
def test_answer_without_a_turn_is_told_apart(response: httpx.Response, error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        turn_of(response)
    assert "patient" not in str(caught.value)


def test_question_is_text_or_payload() -> None:
    conversation, message = uuid.uuid4(), uuid.uuid4()
    ids = {"sender_id": str(conversation), "message_id": str(message)}
    assert Question(conversation, message, text="a").as_dict() == {**ids, "text": "a"}
    assert Question(conversation, message, text="a", payload="/b").as_dict() == {**ids, "payload": "/b"}


@pytest.mark.parametrize(
    ("response", "ready"),
    [
        (httpx.Response(200, json={"ready": True, "model": "m"}), True),
        (httpx.Response(200, json={"ready": False}), False),
        (httpx.Response(503, json={"ready": True}), False),
        (httpx.Response(200, text="ok"), False),
        (httpx.Response(200, json=[]), False),
    ],
)
def test_health_is_a_clear_yes_or_a_no(response: httpx.Response, ready: bool) -> None:
    assert health_of(response).ready is ready


def test_tracker_and_erasing_take_nothing_for_an_answer() -> None:
    assert tracker_of(httpx.Response(404)) is None
    assert tracker_of(httpx.Response(200, json={"events": []})) == {"events": []}
    with pytest.raises(AssistantAway):
        tracker_of(httpx.Response(500))
    for status in (200, 204, 404):
        check_erased(httpx.Response(status))
    with pytest.raises(AssistantAway):
        check_erased(httpx.Response(500))


async def _ask(settings: Any, answer: Any) -> None:
    """Asks a server on a free port that does with each connection what `answer` does."""
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    settings.ASSISTANT_URL = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    assistant = Assistant()
    try:
        async with server:
            await assistant.answer(Question(uuid.uuid4(), uuid.uuid4(), text="a"))
    finally:
        await assistant.close()


def test_client_tells_away_broken_and_slow_apart(settings: Any) -> None:
    settings.ASSISTANT_TIMEOUT = 0.3

    async def breaks(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.close()

    async def hangs(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    with pytest.raises(AssistantBroke):
        asyncio.run(_ask(settings, breaks))
    with pytest.raises(AssistantSlow):
        asyncio.run(_ask(settings, hangs))


def test_client_of_nobody_is_away(settings: Any) -> None:
    async def ask() -> None:
        settings.ASSISTANT_URL = "http://127.0.0.1:9"
        assistant = Assistant()
        try:
            assert not (await assistant.health()).ready
            await assistant.answer(Question(uuid.uuid4(), uuid.uuid4(), text="a"))
        finally:
            await assistant.close()

    with pytest.raises(AssistantAway):
        asyncio.run(ask())


def test_watch_calls_a_short_absence_waking_up_and_a_long_one_an_outage(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from chat.assistant import watch as module

    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    watch = Watch()
    assert (watch.known, watch.state) == (False, "waking_up")
    watch.seen(ready=True)
    assert watch.state == "ready"
    watch.seen(ready=False)
    assert (watch.state, watch.delay) == ("waking_up", "waking_up")
    now[0] += settings.WAKING_SECONDS + 1
    watch.seen(ready=False)
    assert (watch.state, watch.delay) == ("unreachable", "unreachable")
