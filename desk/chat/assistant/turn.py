"""The turn record: what the assistant returns for one message, checked before it is stored or shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

_SAFETY = ("none", "line", "emergency", "self_harm")
_SCHEMES = ("https", "http", "tel", "mailto")


class TurnInvalid(ValueError):
    """What came is no turn record. The message names the field, never what it holds."""


@dataclass(frozen=True)
class Turn:
    """One turn. `record` is the whole of it, as it came, with unusable links left out."""

    text: str
    body: str
    disclaimer: str
    outcome: str
    safety: str
    suggestions: tuple[dict[str, str], ...]
    record: dict[str, Any]


def read_turn(raw: object) -> Turn:
    """The turn of a decoded JSON value.

    Raises:
        TurnInvalid: a field is missing or of another type, or there is not exactly one message with its disclaimer.
    """
    record = _of(raw, dict, "turn")
    messages = _of(record.get("messages"), list, "messages")
    if len(messages) != 1:
        raise TurnInvalid(f"messages has {len(messages)} entries; one user message gives one bot message")
    message = _of(messages[0], dict, "messages[0]")
    text, body, disclaimer = (_text(message, name) for name in ("text", "body", "disclaimer"))
    if text.count(disclaimer) != 1:
        raise TurnInvalid("messages[0].text does not hold the disclaimer exactly once")
    for name, parts in (("suggestions", ("title", "payload")), ("sources", ("text", "section", "updated"))):
        for entry in _of(message.get(name, []), list, name):
            for part in parts:
                _text(_of(entry, dict, name), part)
    links = [link for link in _of(message.get("links") or [], list, "links") if _usable(link)]
    safety = _of(record.get("understanding", {}), dict, "understanding").get("safety", "none")
    if safety not in _SAFETY:
        raise TurnInvalid(f"understanding.safety must be one of {', '.join(_SAFETY)}")
    return Turn(
        text=text,
        body=body,
        disclaimer=disclaimer,
        outcome=_text(record, "outcome")[:40],
        safety=safety,
        suggestions=tuple(message.get("suggestions", [])),
        record={**record, "messages": [{**message, "links": links}]},
    )


def _of[T](value: object, kind: type[T], name: str) -> T:
    if not isinstance(value, kind):
        raise TurnInvalid(f"{name} must be a {kind.__name__}")
    return value


def _text(holder: dict[str, Any], name: str) -> str:
    value = _of(holder.get(name), str, name)
    if not value:
        raise TurnInvalid(f"{name} is empty")
    return value


def _usable(link: object) -> bool:
    return (
        isinstance(link, dict)
        and isinstance(link.get("title"), str)
        and isinstance(link.get("url"), str)
        and urlsplit(link["url"]).scheme in _SCHEMES
    )
