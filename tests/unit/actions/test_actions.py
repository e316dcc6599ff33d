"""The actions against a stand-in desk that answers real HTTP."""

from __future__ import annotations

import asyncio
from typing import Any, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import desk as desk_module
from actions.feedback import RecordFeedback
from actions.handoff import RequestHuman
from actions.my_data import ForgetMe, ShowMyData
from actions.request import ServiceRequest

SECRET = "the internal secret"
ACTIONS: list[tuple[type[ServiceRequest], str, str, dict[str, Any]]] = [
    (RequestHuman, "POST", "handoff", {"handoff": "stored"}),
    (RecordFeedback, "POST", "feedback", {"feedback": "stored"}),
    (ShowMyData, "GET", "data-link", {"my_data": "linked", "my_data_link": "https://desk.example/data/1"}),
    (ForgetMe, "POST", "forget", {"forget": "forgotten"}),
]

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def _answer(request: web.Request) -> web.StreamResponse:
    if request.headers.get("X-Internal-Secret") != SECRET:
        return web.json_response({"error": "wrong secret"}, status=401)
    return web.json_response({"url": "https://desk.example/data/1"})


async def _refuse(request: web.Request) -> web.StreamResponse:
    return web.json_response({"error": "no"}, status=503)


async def _babble(request: web.Request) -> web.StreamResponse:
    return web.Response(text="<html>", content_type="text/html")


async def _hang(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(30)
    return web.json_response({})


async def _run(action: ServiceRequest) -> tuple[dict[str, Any], CollectingDispatcher]:
    tracker = Tracker("conversation-1", {}, {"text": "the words"}, [], False, None, {}, None)
    dispatcher = CollectingDispatcher()
    events = await action.run(dispatcher, tracker, {})
    return {event["name"]: event["value"] for event in events}, dispatcher


async def _with_desk(handler: Handler, action: ServiceRequest, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    seen: list[tuple[str, str]] = []

    async def record(request: web.Request) -> web.StreamResponse:
        seen.append((request.method, request.path))
        return await handler(request)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", record)
    async with TestServer(app) as server:
        monkeypatch.setenv("LEMS_DESK_URL", str(server.make_url("/")))
        monkeypatch.setenv("LEMS_INTERNAL_SECRET", SECRET)
        slots, dispatcher = await _run(action)
    assert dispatcher.messages == []
    return {"slots": slots, "seen": seen}


@pytest.mark.parametrize(("kind", "method", "what", "slots"), ACTIONS, ids=[a[2] for a in ACTIONS])
async def test_action_asks_the_desk_and_sets_its_slot(
    kind: type[ServiceRequest], method: str, what: str, slots: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = await _with_desk(_answer, kind(), monkeypatch)
    assert found["slots"] == slots
    assert found["seen"] == [(method, f"/internal/conversations/conversation-1/{what}")]


@pytest.mark.parametrize(("on_duty", "slot"), [(True, "stored"), (False, "off_duty"), (None, "stored")])
async def test_action_request_human_says_whether_somebody_is_on_duty(
    on_duty: bool | None, slot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.json_response({"result": "stored", "on_duty": on_duty})

    assert (await _with_desk(answer, RequestHuman(), monkeypatch))["slots"] == {"handoff": slot}


@pytest.mark.parametrize("kind", [a[0] for a in ACTIONS], ids=[a[2] for a in ACTIONS])
async def test_action_leaves_its_slot_pending_where_the_desk_refuses(
    kind: type[ServiceRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    action = kind()
    assert (await _with_desk(_refuse, action, monkeypatch))["slots"] == {action.slot: "pending"}


async def test_action_leaves_its_slot_pending_where_the_desk_answers_nonsense(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (await _with_desk(_babble, ShowMyData(), monkeypatch))["slots"] == {"my_data": "pending"}


async def test_action_leaves_its_slot_pending_where_the_secret_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "SECRET_HEADER", "X-Something-Else")
    assert (await _with_desk(_answer, RequestHuman(), monkeypatch))["slots"] == {"handoff": "pending"}


async def test_action_gives_a_hanging_desk_two_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "TIMEOUT", 0.2)
    assert (await _with_desk(_hang, ForgetMe(), monkeypatch))["slots"] == {"forget": "pending"}


async def test_action_leaves_its_slot_pending_where_no_desk_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEMS_DESK_URL", "http://127.0.0.1:9")
    slots, _ = await _run(RequestHuman())
    assert slots == {"handoff": "pending"}


@pytest.mark.parametrize("kind", [a[0] for a in ACTIONS], ids=[a[2] for a in ACTIONS])
async def test_action_says_so_where_no_desk_is_configured(
    kind: type[ServiceRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LEMS_DESK_URL", raising=False)
    action = kind()
    slots, _ = await _run(action)
    assert slots == {action.slot: "no_desk"}
