"""Tokens: signed, dated, each for its own purpose."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chat import tokens

CONVERSATION = uuid.uuid4()


def test_token_opens_its_conversation() -> None:
    token = tokens.chat_token(CONVERSATION)
    found, ends = tokens.read_chat_token(token.value)
    assert found == CONVERSATION
    assert ends == token.expires_at


def test_token_lives_as_long_as_is_set(settings: Any) -> None:
    settings.TOKEN_HOURS = 2
    left = tokens.chat_token(CONVERSATION).expires_at - datetime.now(UTC)
    assert timedelta(hours=1, minutes=59) < left <= timedelta(hours=2)


def test_token_holds_nothing_that_an_address_or_header_would_change() -> None:
    assert set(tokens.chat_token(CONVERSATION).value) <= set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."
    )


def test_expired_token_is_told_from_a_wrong_one(settings: Any) -> None:
    settings.TOKEN_HOURS = -1
    with pytest.raises(tokens.TokenExpired):
        tokens.read_chat_token(tokens.chat_token(CONVERSATION).value)
    for wrong in ("", ".", "...", "a.b.c", CONVERSATION.hex, "\x00", "é.1.x"):
        with pytest.raises(tokens.TokenInvalid) as caught:
            tokens.read_chat_token(wrong)
        assert caught.type is tokens.TokenInvalid


def test_token_of_one_purpose_is_none_of_another() -> None:
    with pytest.raises(tokens.TokenInvalid):
        tokens.read_chat_token(tokens.page_token(CONVERSATION).value)
    with pytest.raises(tokens.TokenInvalid):
        tokens.read_page_token(tokens.chat_token(CONVERSATION).value)
    assert tokens.read_page_token(tokens.page_token(CONVERSATION).value) == CONVERSATION


def test_token_of_an_earlier_key_is_accepted_while_that_is_named(settings: Any) -> None:
    token = tokens.chat_token(CONVERSATION).value
    earlier, settings.SECRET_KEY = settings.SECRET_KEY, "another key " * 5
    with pytest.raises(tokens.TokenInvalid):
        tokens.read_chat_token(token)
    settings.SECRET_KEY_FALLBACKS = [earlier]
    assert tokens.read_chat_token(token)[0] == CONVERSATION
