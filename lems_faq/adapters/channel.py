"""The assistant's own channel, /webhooks/desk: one message in, its turn record out."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import os
import re
from dataclasses import dataclass
from typing import Any, Awaitable, Callable, Dict, List, Optional

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from lems_faq.adapters.context import context
from lems_faq.adapters.last_turn import TURN, offered
from lems_faq.adapters.tracker_store import RecentTrackerStore
from lems_faq.answers.record import content_of, last_resort
from lems_faq.answers.setup import composer
from lems_faq.understanding.safety_rules import by_rules

logger = logging.getLogger(__name__)

SECRET_VARIABLE = "LEMS_DESK_SECRET"
SECRET_HEADER = "X-Desk-Secret"
LARGEST = 100_000
"""Bytes of a request body."""
TIMEOUT = 10.0
"""Seconds until the last resort answers."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff]")
_ID = re.compile(r"[\w.:@+-]{1,200}")


class BadRequest(ValueError):
    """A request cannot be read. `status` is the HTTP status, the message names the culprit."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True)
class Incoming:
    """One message of the desk. Either `text` or `payload`."""

    sender_id: str
    message_id: str
    text: str
    payload: str = ""


def read_request(body: bytes) -> Incoming:
    """The message of a request body.

    Raises:
        BadRequest: too large, no JSON object, a field missing or of the wrong kind.
    """
    if len(body) > LARGEST:
        raise BadRequest(f"The message has {len(body)} bytes; at most {LARGEST} are read", 413)
    try:
        data = json.loads(body.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadRequest("The body is not UTF-8") from None
    except (json.JSONDecodeError, RecursionError):
        raise BadRequest("The body is not JSON") from None
    if not isinstance(data, dict):
        raise BadRequest("The body must be a JSON object with sender_id, message_id and text or payload")
    for name in ("sender_id", "message_id"):
        if not isinstance(data.get(name), str) or not _ID.fullmatch(data[name]):
            raise BadRequest(f"{name} must be a string of 1 to 200 letters, digits and . : @ + - _")
    text, payload = data.get("text"), data.get("payload")
    if payload is None and text is None and "text" not in data:
        raise BadRequest("text or payload is missing")
    for name, value in (("text", text), ("payload", payload)):
        if value is not None and not isinstance(value, str):
            raise BadRequest(f"{name} must be a string")
    return Incoming(data["sender_id"], data["message_id"], clean(text or ""), clean(payload or ""))


def clean(text: str) -> str:
    """Without control characters and lone surrogates, which neither a model nor a database should meet."""
    return _CONTROL.sub(" ", text).encode("utf-8", "ignore").decode("utf-8").strip()


def admitted(message: Incoming, offers: List[Dict[str, str]]) -> str:
    """What Rasa gets to read. A payload ('/cause') passes only if the last reply offered it; any other text that
    begins with a slash is plain text, since Rasa would take it for an order."""
    asked = message.payload or message.text
    if not asked.startswith("/"):
        return asked
    if asked in {offer["payload"] for offer in offers}:
        return asked
    return asked.lstrip("/").replace("_", " ").strip()


class TurnCollector(OutputChannel):
    """Keeps the turn record of what the bot says."""

    def __init__(self) -> None:
        self.turns: List[Dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        return "desk"

    async def send_response(self, recipient_id: str, message: Dict[str, Any]) -> None:
        if message.get(TURN):
            self.turns.append(message[TURN])


class DeskChannel(InputChannel):
    """Named in credentials.yml. Every call needs the shared secret of LEMS_DESK_SECRET in X-Desk-Secret."""

    def __init__(self) -> None:
        self._composer = composer()
        self._content = content_of(self._composer)

    @classmethod
    def name(cls) -> str:
        return "desk"

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[str, Any]]) -> InputChannel:
        return cls()

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        desk = Blueprint("desk_channel")

        @desk.middleware("request")
        async def guard(request: Request) -> Optional[HTTPResponse]:
            secret = os.environ.get(SECRET_VARIABLE, "")
            if not secret:
                return _error(f"{SECRET_VARIABLE} is not set", 503)
            if not hmac.compare_digest(secret.encode(), request.headers.get(SECRET_HEADER, "").encode()):
                return _error(f"{SECRET_HEADER} is missing or wrong", 401)
            return None

        @desk.route("/", methods=["POST"], name="message")
        async def receive(request: Request) -> HTTPResponse:
            try:
                message = read_request(request.body)
            except BadRequest as problem:
                return _error(str(problem), problem.status)
            return response.json(await self.answer(request.app.ctx.agent, message))

        @desk.route("/health", methods=["GET"], name="health")
        async def health(request: Request) -> HTTPResponse:
            agent: Optional[Agent] = request.app.ctx.agent
            ready = bool(agent and agent.is_ready())
            facts = {"ready": ready, "model": _model(agent) if agent else "", "content": self._content}
            return response.json(facts, status=200 if ready else 503)

        @desk.route("/conversations/<sender_id>", methods=["GET"], name="show")
        async def show(request: Request, sender_id: str) -> HTTPResponse:
            tracker = await store_of(request.app.ctx.agent).retrieve_full_tracker(sender_id)
            if tracker is None:
                return _error(f"There is no conversation '{sender_id}'", 404)
            events = [event.as_dict() for event in tracker.events]
            return response.json({"sender_id": sender_id, "slots": tracker.current_slot_values(), "events": events})

        @desk.route("/conversations/<sender_id>", methods=["DELETE"], name="erase")
        async def erase(request: Request, sender_id: str) -> HTTPResponse:
            agent: Agent = request.app.ctx.agent
            async with agent.lock_store.lock(sender_id):
                erased = await store_of(agent).erase(sender_id)
            return response.json({"sender_id": sender_id, "erased_events": erased})

        return desk

    async def answer(self, agent: Optional[Agent], message: Incoming) -> Dict[str, Any]:
        """The turn record for a message: the stored one if it was answered before, else a new one, else the last
        resort. Always a record."""
        problem = "nothing was said"
        try:
            if agent and agent.is_ready():
                turn = await asyncio.wait_for(self._process(agent, message), TIMEOUT)
                if turn:
                    return turn
            else:
                problem = "no model is loaded"
        except asyncio.TimeoutError:
            problem = "time-out"
        except Exception as error:  # the patient gets an answer whatever broke
            problem = type(error).__name__
        logger.error("channel.last_resort problem=%s", problem)
        safety = by_rules(message.text)
        turn_record = last_resort(self._composer, id=message.message_id, safety=safety, model=_model(agent))
        return turn_record.as_dict()

    async def _process(self, agent: Agent, message: Incoming) -> Optional[Dict[str, Any]]:
        assert agent.processor is not None
        store = store_of(agent)
        # One lock around look-up and work: a message that is sent twice at once is processed once.
        async with agent.lock_store.lock(message.sender_id):
            known = await store.find_turn(message.sender_id, message.message_id)
            if known:
                return known
            tracker = await store.retrieve(message.sender_id)
            text = admitted(message, offered(tracker) if tracker else [])
            collector = TurnCollector()
            await agent.processor.handle_message(
                UserMessage(
                    text,
                    collector,
                    message.sender_id,
                    input_channel=self.name(),
                    message_id=message.message_id,
                    metadata=context(tracker, self._composer.curated.title),
                )
            )
        return collector.turns[-1] if collector.turns else None


def store_of(agent: Agent) -> RecentTrackerStore:
    """The tracker store behind Rasa's fail-safe wrapper.

    Raises:
        TypeError: endpoints.yml names another tracker store, which cannot find a message or erase a conversation.
    """
    store = getattr(agent.tracker_store, "_tracker_store", agent.tracker_store)
    if not isinstance(store, RecentTrackerStore):
        raise TypeError(f"The desk channel needs RecentTrackerStore in endpoints.yml, not {type(store).__name__}")
    return store


def _model(agent: Optional[Agent]) -> str:
    return (agent.model_id or "") if agent else ""


def _error(reason: str, status: int) -> HTTPResponse:
    return response.json({"error": reason}, status=status)
