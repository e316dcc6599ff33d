"""How the four calls are sent, within one event loop."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import httpx
from django.conf import settings

from chat.assistant.protocol import (
    AssistantAway,
    AssistantBroke,
    AssistantSlow,
    Health,
    Question,
    Trouble,
    check_erased,
    health_of,
    tracker_of,
    turn_of,
)
from chat.assistant.turn import Turn

_MESSAGE = "/webhooks/desk"
_HEALTH = "/webhooks/desk/health"
_CONNECT_SECONDS = 2.0
_SHORT_SECONDS = 3.0


class Assistant:
    """The assistant, by HTTP. Close it when its event loop ends."""

    def __init__(self) -> None:
        connections = settings.ASSISTANT_CONNECTIONS
        # httpx gives a free connection to whoever asks at that moment; under load some would wait for ever.
        self._turns = asyncio.Semaphore(connections)
        self._http = httpx.AsyncClient(
            base_url=settings.ASSISTANT_URL,
            headers={"X-Desk-Secret": settings.DESK_SECRET},
            timeout=httpx.Timeout(None, connect=_CONNECT_SECONDS),
            limits=httpx.Limits(
                max_connections=connections,
                max_keepalive_connections=connections,
                # Shorter than any server's own, so that no message goes into a connection that is just being closed.
                keepalive_expiry=2.0,
            ),
            # Loopback: a proxy of the environment must not see what patients write.
            trust_env=False,
        )

    async def answer(self, question: Question) -> Turn:
        """Raises: Trouble, AssistantRefused"""
        return turn_of(await self._send("POST", _MESSAGE, settings.ASSISTANT_TIMEOUT, json=question.as_dict()))

    async def health(self) -> Health:
        try:
            return health_of(await self._send("GET", _HEALTH, _SHORT_SECONDS))
        except Trouble:
            return Health(ready=False)

    async def tracker(self, sender_id: UUID) -> Any:
        """Raises: Trouble"""
        return tracker_of(await self._send("GET", _conversation(sender_id), _SHORT_SECONDS))

    async def erase(self, sender_id: UUID) -> None:
        """Raises: Trouble"""
        check_erased(await self._send("DELETE", _conversation(sender_id), _SHORT_SECONDS))

    async def close(self) -> None:
        await self._http.aclose()

    async def _send(self, method: str, path: str, seconds: float, **more: Any) -> httpx.Response:
        try:
            # One limit for the whole call: httpx's own are for each step of it.
            async with asyncio.timeout(seconds), self._turns:
                return await self._http.request(method, path, **more)
        except httpx.HTTPError as error:
            raise _trouble(error) from None
        except TimeoutError:
            raise AssistantSlow(f"no answer in {seconds} s") from None


def _conversation(sender_id: UUID) -> str:
    return f"/webhooks/desk/conversations/{sender_id}"


def _trouble(error: httpx.HTTPError) -> Trouble:
    if isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout)):
        return AssistantAway(type(error).__name__)
    return AssistantBroke(type(error).__name__)
