"""Who may call what: one table for the public API, one for the internal one."""

from __future__ import annotations

import time
import uuid
from typing import Any

import httpx
import pytest
from django.conf import settings
from django.core import signing

import contract
from api import Api
from chat.models import Conversation
from chat.tokens import chat_token, page_token
from processes import Stack

BODIES: dict[tuple[str, str], dict[str, Any]] = {
    ("POST", "/api/v1/conversations"): {},
    ("POST", "/api/v1/token"): {},
    ("POST", "/api/v1/messages"): {"client_message_id": "12345678", "text": "Is it hereditary?"},
    ("POST", "/api/v1/feedback"): {"message_id": str(uuid.uuid4()), "thumb": "up"},
    ("POST", "/api/v1/handoff"): {},
}
OPEN = [("GET", "/api/v1/status"), ("POST", "/api/v1/conversations")]
OWNED = [operation for operation in contract.operations() if operation not in OPEN]

OWN = str(uuid.uuid4())


def _signed(value: str, *, key: str | None = None, salt: str = "desk.chat-token") -> str:
    return signing.Signer(key=key, salt=salt).sign(value).replace(":", ".")


def _tokens() -> dict[str, tuple[str, int, str]]:
    """Case: the header, the status that it must give, and the code."""
    good = chat_token(uuid.UUID(OWN)).value
    late = f"{uuid.UUID(OWN).hex}.{int(time.time()) - 1}"
    soon = f"{uuid.UUID(OWN).hex}.{int(time.time()) + 900}"
    return {
        "none": ("", 401, "token_missing"),
        "another scheme": (f"Basic {good}", 401, "token_missing"),
        "empty": ("Bearer", 401, "token_missing"),
        "nonsense": ("Bearer nonsense", 401, "token_invalid"),
        "the bare id": (f"Bearer {OWN}", 401, "token_invalid"),
        "changed": (f"Bearer {'f' if good[0] != 'f' else 'e'}{good[1:]}", 401, "token_invalid"),
        "of another key": (f"Bearer {_signed(soon, key='another key')}", 401, "token_invalid"),
        "of the page 'my data'": (f"Bearer {page_token(uuid.UUID(OWN)).value}", 401, "token_invalid"),
        "prolonged": (f"Bearer {soon}.{_signed(late).rpartition('.')[2]}", 401, "token_invalid"),
        "too old": (f"Bearer {_signed(late)}", 401, "token_expired"),
        "of an erased conversation": (f"Bearer {chat_token(uuid.uuid4()).value}", 410, "conversation_gone"),
    }


@pytest.fixture
def own(anybody: Api) -> Api:
    Conversation.objects.create(pk=uuid.UUID(OWN))
    return anybody


@pytest.mark.parametrize("case", sorted(_tokens()))
@pytest.mark.parametrize(("method", "path"), OWNED)
def test_owned_address_refuses(own: Api, method: str, path: str, case: str) -> None:
    header, status, code = _tokens()[case]
    response = own.call(method, path, json=BODIES.get((method, path)), headers={"Authorization": header})
    assert response.status_code == status
    assert response.json()["error"]["code"] == code
    assert Conversation.objects.filter(pk=OWN).exists()


@pytest.mark.parametrize(("method", "path"), [one for one in OWNED if one != ("GET", "/api/v1/events")])
def test_owned_address_lets_its_owner_in(own: Api, method: str, path: str) -> None:
    own.token = chat_token(uuid.UUID(OWN)).value
    response = own.call(method, path, json=BODIES.get((method, path)))
    assert response.status_code == (404 if path.endswith("feedback") else 200)


@pytest.mark.parametrize(("method", "path"), OPEN)
def test_open_address_needs_no_token(anybody: Api, method: str, path: str) -> None:
    assert anybody.call(method, path, json=BODIES.get((method, path))).status_code in (200, 201)


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "https://clinic.example.evil.example", "http://clinic.example"]
)
@pytest.mark.parametrize(("method", "path"), contract.operations())
def test_foreign_origin_is_refused(own: Api, method: str, path: str, origin: str) -> None:
    own.token = chat_token(uuid.UUID(OWN)).value
    response = own.call(method, path, json=BODIES.get((method, path)), headers={"Origin": origin})
    assert response.status_code == 403
    assert response.json()["error"]["code"] == "origin_not_allowed"
    assert "access-control-allow-origin" not in response.headers
    assert Conversation.objects.filter(pk=OWN).exists()


@pytest.mark.parametrize("origin", ["https://clinic.example", "{own}", settings.PUBLIC_URL])
def test_known_origin_is_let_in(own: Api, origin: str) -> None:
    origin = origin.format(own=own.url)
    response = own.call("POST", "/api/v1/conversations", json={}, headers={"Origin": origin})
    assert response.status_code == 201
    allowed = response.headers.get("access-control-allow-origin")
    assert allowed == ("https://clinic.example" if origin == "https://clinic.example" else None)
    assert "access-control-allow-credentials" not in response.headers


def test_preflight_of_a_known_origin_names_what_is_allowed(anybody: Api) -> None:
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}
    response = anybody.http.options("/api/v1/messages", headers={"Origin": "https://clinic.example", **asked})
    assert response.headers["access-control-allow-origin"] == "https://clinic.example"
    assert "authorization" in response.headers["access-control-allow-headers"]
    refused = anybody.http.options("/api/v1/messages", headers={"Origin": "https://evil.example", **asked})
    assert "access-control-allow-origin" not in refused.headers


@pytest.mark.parametrize(("method", "path"), contract.operations())
def test_other_methods_are_not_allowed(anybody: Api, method: str, path: str) -> None:
    response = anybody.http.request("PUT", path)
    assert response.status_code == 405
    assert method in response.headers["allow"]


INTERNAL = [("POST", "handoff"), ("POST", "feedback"), ("POST", "forget"), ("GET", "data-link")]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"X-Internal-Secret": ""}, 401),
        ({"X-Internal-Secret": "desk-secret-of-the-tests"}, 401),
        ({"X-Internal-Secret": "internal-secret-of-the-tests"}, 200),
    ],
)
@pytest.mark.parametrize(("method", "name"), INTERNAL)
def test_internal_address(live: Stack, own: Api, method: str, name: str, headers: dict[str, str], status: int) -> None:
    response = httpx.request(method, f"{live.internal_url}/internal/conversations/{OWN}/{name}", headers=headers)
    assert response.status_code == status


@pytest.mark.parametrize(("method", "name"), INTERNAL)
def test_internal_address_is_not_on_the_public_port(live: Stack, own: Api, method: str, name: str) -> None:
    headers = {"X-Internal-Secret": "internal-secret-of-the-tests"}
    response = httpx.request(method, f"{own.url}/internal/conversations/{OWN}/{name}", headers=headers)
    assert response.status_code == 404


@pytest.mark.parametrize(("method", "path"), contract.operations())
def test_public_address_is_not_on_the_internal_port(live: Stack, own: Api, method: str, path: str) -> None:
    headers = {"Authorization": f"Bearer {chat_token(uuid.UUID(OWN)).value}"}
    assert httpx.request(method, f"{live.internal_url}{path}", headers=headers).status_code == 404


def test_internal_api_without_a_secret_of_its_own_is_closed(settings: Any, rf: Any) -> None:
    import asyncio

    from chat.views import internal

    settings.INTERNAL_SECRET = ""
    request = rf.post("/", headers={"X-Internal-Secret": ""})
    assert asyncio.run(internal.forget(request, sender_id=uuid.UUID(OWN))).status_code == 401
