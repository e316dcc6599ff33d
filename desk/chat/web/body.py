"""Reading what clients send: JSON bodies field by field, and numbers of the query."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from chat.redaction import Redacted, redact
from chat.safety import safety
from chat.web.refusal import Refusal, too_long

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


class Body:
    """A JSON object of a request. Every reader names its field in the refusal, and never quotes it.

    Raises (all readers): Refusal
    """

    def __init__(self, request: HttpRequest, *, fields: Sequence[str]) -> None:
        self._values: dict[str, Any] = _object(request)
        unknown = sorted(set(self._values) - set(fields))
        if unknown:
            raise _invalid("The body has a field that is not known here.", choices=fields)

    def has(self, name: str) -> bool:
        return self._values.get(name) is not None

    def matching(self, name: str, pattern: str) -> str:
        value = self._string(name)
        if not re.fullmatch(pattern, value):
            raise _invalid(f"{name} must match {pattern}.")
        return value

    def choice(self, name: str, choices: Sequence[str], *, needed: bool = True) -> str:
        if not needed and not self.has(name):
            return ""
        value = self._string(name)
        if value not in choices:
            raise _invalid(f"{name} must be one of {', '.join(choices)}.", choices=choices)
        return value

    def uuid(self, name: str) -> UUID:
        try:
            return UUID(self._string(name))
        except ValueError:
            raise _invalid(f"{name} must be a UUID.") from None

    def words(self, name: str, *, limit: int, needed: bool) -> Redacted:
        """What a patient wrote: cleaned, at most so long, and without personal details."""
        if not self.has(name):
            if needed:
                raise _invalid(f"{name} is missing.")
            return Redacted("", changed=False)
        text = clean(self._string(name))
        if len(text) > limit:
            raise too_long(limit=limit)
        if needed and not text:
            raise _invalid(f"{name} holds nothing to read.")
        return redact(text, keep=_operator_numbers())

    def _string(self, name: str) -> str:
        value = self._values.get(name)
        if not isinstance(value, str):
            raise _invalid(f"{name} must be a string.")
        return value


def clean(text: str) -> str:
    """Without control and invisible characters and lone surrogates, with one kind of line end; composed; trimmed.

    Invisible characters could hide a number from the redaction.
    """
    readable = text.encode("utf-8", "ignore").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in readable if sign in "\n\t" or unicodedata.category(sign) != "Cc")
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", kept)).strip()


def query_number(request: HttpRequest, name: str, *, default: int, least: int, most: int) -> int:
    """A whole number of the query.

    Raises:
        Refusal: it is something else, or out of bounds.
    """
    return number(request.GET.get(name, str(default)), name, least=least, most=most)


def number(value: str, name: str, *, least: int, most: int) -> int:
    if not value.isascii() or not value.isdecimal() or len(value) > 18 or not least <= int(value) <= most:
        raise Refusal(400, "invalid_parameter", f"{name} must be a whole number from {least} to {most}.")
    return int(value)


def _object(request: HttpRequest) -> dict[str, Any]:
    raw = request.body
    if not raw:
        return {}
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        raise _invalid("The body is not JSON.") from None
    if not isinstance(value, dict):
        raise _invalid("The body must be a JSON object.")
    return value


def _invalid(detail: str, *, choices: Sequence[str] = ()) -> Refusal:
    return Refusal(400, "invalid_body", detail, choices=choices)


def _operator_numbers() -> frozenset[str]:
    return frozenset(link["url"].removeprefix("tel:") for link in safety().links)
