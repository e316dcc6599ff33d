"""Tokens: the only key to a conversation. Signed and dated by the server, opaque to the client."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing

_CHAT = "desk.chat-token"
_PAGE = "desk.data-page"
PAGE_LIFETIME = timedelta(hours=1)


class TokenInvalid(ValueError):
    """Not a token of this server, or changed on the way."""


class TokenExpired(TokenInvalid):
    """Once good, now too old."""


@dataclass(frozen=True)
class Token:
    value: str
    expires_at: datetime


def chat_token(conversation: UUID) -> Token:
    return _issue(conversation, purpose=_CHAT, lifetime=timedelta(hours=settings.TOKEN_HOURS))


def page_token(conversation: UUID) -> Token:
    """For the page 'my data': stands in an address, so it lives shortly and opens nothing else."""
    return _issue(conversation, purpose=_PAGE, lifetime=PAGE_LIFETIME)


def read_chat_token(value: str) -> tuple[UUID, datetime]:
    """The conversation of a token, and when the token ends.

    Raises:
        TokenExpired, TokenInvalid
    """
    return _read(value, purpose=_CHAT)


def read_page_token(value: str) -> UUID:
    """The conversation of an address of 'my data'.

    Raises:
        TokenExpired, TokenInvalid
    """
    return _read(value, purpose=_PAGE)[0]


def _issue(conversation: UUID, *, purpose: str, lifetime: timedelta) -> Token:
    ends = int((datetime.now(UTC) + lifetime).timestamp())
    value = signing.Signer(salt=purpose).sign(f"{conversation.hex}.{ends}")
    return Token(value.replace(":", "."), datetime.fromtimestamp(ends, UTC))


def _read(value: str, *, purpose: str) -> tuple[UUID, datetime]:
    head, _, signature = value.rpartition(".")
    try:
        conversation, _, ends = signing.Signer(salt=purpose).unsign(f"{head}:{signature}").partition(".")
        found, until = UUID(conversation), datetime.fromtimestamp(int(ends), UTC)
    except (signing.BadSignature, ValueError, OverflowError):
        raise TokenInvalid from None
    if until <= datetime.now(UTC):
        raise TokenExpired
    return found, until
