"""The stand-in keeps to desk/chat/openapi.yaml: every answer that it gives has the documented status and shape."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import pytest

from contract import request_errors, response_errors
from standin.conversations import Book
from standin.server import stand_in


class Caller:
    """Calls one server, and checks each request and each answer."""

    def __init__(self, address: str) -> None:
        self.host = urlsplit(address).netloc
        self.token = ""

    def __call__(self, method: str, path: str, body: Any = None, *, expected: int = 200, query: str = "") -> Any:
        connection = HTTPConnection(self.host, timeout=10)
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        raw = None if body is None else json.dumps(body)
        assert request_errors(method, f"http://{self.host}{path}{query}", body) == []
        connection.request(method, path + query, raw, headers)
        response = connection.getresponse()
        answer = json.loads(response.read())
        connection.close()
        assert response.status == expected, answer
        assert response_errors(method, path, response.status, answer) == []
        return answer


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def call(book: Book) -> Iterator[Caller]:
    with stand_in(book, []) as address:
        yield Caller(address)


def test_standin_answers_every_call_as_documented(call: Caller, book: Book) -> None:
    call("GET", "/api/v1/status")
    call.token = call("POST", "/api/v1/conversations", {}, expected=201)["token"]
    call.token = call("POST", "/api/v1/token")["token"]
    for number, text in enumerate(("Is LEMS inherited?", "I cannot breathe", "dry mouth", "she may choke", "weather")):
        message = {"client_message_id": f"message-{number}", "text": text}
        sent = call("POST", "/api/v1/messages", message)
        assert call("POST", "/api/v1/messages", message) == sent, "a repeat is answered with the same reply"
    call("POST", "/api/v1/messages", {"client_message_id": "message-9", "payload": "/overview"})
    book.set_assistant("waking_up")
    waiting = {"client_message_id": "message-10", "text": "What is LEMS?"}
    assert call("POST", "/api/v1/messages", waiting, expected=202)["notice"]
    call("GET", "/api/v1/status")
    book.set_assistant("ready")
    book.staff_says("Hello.")
    messages = call("GET", "/api/v1/messages")["messages"]
    assert [message["author"] for message in messages[-3:]] == ["desk", "assistant", "staff"]
    rest = call("GET", "/api/v1/messages", query=f"?after={messages[3]['cursor']}")["messages"]
    assert rest == messages[4:]
    feedback = {"message_id": messages[1]["id"], "thumb": "down", "reason": "unclear", "comment": "x"}
    call("POST", "/api/v1/feedback", feedback)
    call("POST", "/api/v1/feedback", {**feedback, "message_id": messages[0]["id"]}, expected=404)
    assert call("POST", "/api/v1/handoff", {}) == call("POST", "/api/v1/handoff", {})
    call("GET", "/api/v1/data")
    long = {"client_message_id": "message-11", "text": "x" * 1001}
    call("POST", "/api/v1/messages", long, expected=413)
    call("DELETE", "/api/v1/conversation")
    call("GET", "/api/v1/messages", expected=410)
    call.token = "forged"
    call("GET", "/api/v1/messages", expected=401)
