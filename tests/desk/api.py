"""The chat API as tests use it. Every answer is checked against openapi.yaml."""

from __future__ import annotations

import json
import queue
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

import httpx

import contract

WAIT = 60.0


class Api:
    """One client of one desk process; `token` is the conversation's."""

    def __init__(self, url: str, token: str = "") -> None:
        self.url = url
        self.token = token
        self.http = httpx.Client(base_url=url, timeout=WAIT, trust_env=False)

    def close(self) -> None:
        self.http.close()

    def call(self, method: str, path: str, **more: Any) -> httpx.Response:
        headers = {**({"Authorization": f"Bearer {self.token}"} if self.token else {}), **more.pop("headers", {})}
        response = self.http.request(method, path, headers=headers, **more)
        contract.check(method, path, response)
        return response

    def start(self) -> Api:
        response = self.call("POST", "/api/v1/conversations", json={})
        assert response.status_code == 201, response.text
        self.token = response.json()["token"]
        return self

    def say(self, text: str, *, client_message_id: str | None = None) -> httpx.Response:
        return self._send({"text": text}, client_message_id)

    def pick(self, payload: str, *, client_message_id: str | None = None) -> httpx.Response:
        return self._send({"payload": payload}, client_message_id)

    def history(self, **query: Any) -> dict[str, Any]:
        response = self.call("GET", "/api/v1/messages", params=query)
        assert response.status_code == 200, response.text
        found: dict[str, Any] = response.json()
        return found

    def _send(self, said: dict[str, str], client_message_id: str | None) -> httpx.Response:
        body = {"client_message_id": client_message_id or str(uuid.uuid4()), **said}
        return self.call("POST", "/api/v1/messages", json=body)


@dataclass(frozen=True)
class Event:
    """One frame of the event stream."""

    name: str
    data: dict[str, Any]
    id: int | None


class Events:
    """An open event stream, read in the background."""

    def __init__(self, response: httpx.Response) -> None:
        self._found: queue.Queue[Event | None] = queue.Queue()
        threading.Thread(target=self._read, args=(response,), daemon=True).start()

    def next(self, name: str = "message", *, seconds: float = WAIT) -> Event:
        """The next event of that name; others before it are passed over. AssertionError where the stream ends."""
        while True:
            event = self._found.get(timeout=seconds)
            assert event is not None, "the stream has ended"
            if event.name == name:
                return event

    def rest(self, *, seconds: float = WAIT) -> list[Event]:
        """All events until the stream ends."""
        found = []
        while (event := self._found.get(timeout=seconds)) is not None:
            found.append(event)
        return found

    def _read(self, response: httpx.Response) -> None:
        fields: dict[str, str] = {}
        try:
            for line in response.iter_lines():
                if not line and fields:
                    number = int(fields["id"]) if "id" in fields else None
                    self._found.put(Event(fields["event"], json.loads(fields["data"]), number))
                    fields = {}
                elif line and not line.startswith(":"):
                    name, _, value = line.partition(": ")
                    fields[name] = value
        except (httpx.HTTPError, httpx.StreamError):
            pass
        self._found.put(None)


@contextmanager
def events(api: Api, *, after: int = 0) -> Iterator[Events]:
    """The open stream. Where the desk has not yet noticed that earlier ones were left, it is asked again, as by any
    client that is refused for now."""
    headers = {"Authorization": f"Bearer {api.token}"}
    with httpx.Client(base_url=api.url, timeout=60, trust_env=False) as http, ExitStack() as streams:
        ends = time.monotonic() + WAIT
        while True:
            response = streams.enter_context(http.stream("GET", f"/api/v1/events?after={after}", headers=headers))
            if response.status_code != 429 or time.monotonic() > ends:
                break
            response.read()
            time.sleep(0.2)
        assert response.status_code == 200, response.status_code
        yield Events(response)
