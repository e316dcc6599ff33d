"""The four calls as requests and answers, apart from how they are sent: the desk sends them async, the worker not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx

from chat.assistant.turn import Turn, TurnInvalid, read_turn


class Trouble(Exception):
    """No turn came. `notice`: the delay that a patient is told of; empty: waking up or unreachable. `tries`: after so
    many the message is given up; None: never, since the assistant did not even have it. The text says what happened,
    never what was asked."""

    notice = "slow"
    tries: int | None = 10


class AssistantAway(Trouble):
    """It cannot be reached, or is not ready: it never had the message."""

    notice = ""
    tries = None


class AssistantBroke(Trouble):
    """The connection broke off in the middle."""

    notice = ""


class AssistantSlow(Trouble):
    """It did not answer in time."""


class AssistantFailed(Trouble):
    """It answered, but not with a turn."""


class AssistantUnavailable(Trouble):
    """It gave its last resort: a part of it failed. `turn` is that, for when trying again did not help."""

    tries = 3

    def __init__(self, turn: Turn) -> None:
        super().__init__("the last resort")
        self.turn = turn


class AssistantRefused(Exception):
    """It will never take this message. The text is the status."""


@dataclass(frozen=True)
class Question:
    """One message for the assistant: free text, or the payload of a suggestion that its last reply offered."""

    conversation: UUID
    message: UUID
    text: str
    payload: str = ""

    def as_dict(self) -> dict[str, str]:
        said = {"payload": self.payload} if self.payload else {"text": self.text}
        return {"sender_id": str(self.conversation), "message_id": str(self.message), **said}


@dataclass(frozen=True)
class Health:
    ready: bool
    model: str = ""
    content: str = ""


_LAST_RESORT = "unavailable"
_BUSY = (408, 425, 429, 502, 503, 504)
_OURS = (401, 403, 404)
"""The secret or the address is wrong: an operator's fault, which a patient's message must outlive."""


def turn_of(response: httpx.Response) -> Turn:
    """The turn of an answer to POST /webhooks/desk.

    Raises:
        Trouble, AssistantRefused
    """
    status = response.status_code
    if status in _BUSY or status in _OURS:
        raise AssistantAway(f"status {status}")
    if status >= 500:
        raise AssistantFailed(f"status {status}")
    if status != 200:
        raise AssistantRefused(f"status {status}")
    try:
        turn = read_turn(response.json())
    except TurnInvalid as error:
        raise AssistantFailed(str(error)) from None
    except ValueError:
        raise AssistantFailed("the answer is no JSON") from None
    if turn.outcome == _LAST_RESORT:
        raise AssistantUnavailable(turn)
    return turn


def health_of(response: httpx.Response) -> Health:
    """The health of an answer to GET /webhooks/desk/health. Whatever is not a clear yes is a no."""
    try:
        raw: Any = response.json()
    except ValueError:
        raw = None
    if not isinstance(raw, dict) or response.status_code != 200:
        return Health(ready=False)
    said = raw.get("ready", raw.get("status"))
    return Health(
        ready=said is True or said in ("ready", "ok"),
        model=str(raw.get("model") or ""),
        content=str(raw.get("content") or ""),
    )


def tracker_of(response: httpx.Response) -> Any:
    """The tracker's content; None where the assistant has none.

    Raises:
        AssistantAway: it cannot say.
    """
    if response.status_code == 404:
        return None
    if response.status_code != 200:
        raise AssistantAway(f"status {response.status_code}")
    try:
        return response.json()
    except ValueError:
        raise AssistantAway("the answer is no JSON") from None


def check_erased(response: httpx.Response) -> None:
    """Returns when the tracker is gone, also when there was none.

    Raises:
        AssistantAway: it is not.
    """
    if response.status_code not in (200, 202, 204, 404):
        raise AssistantAway(f"status {response.status_code}")
