"""SIGKILL of any part in the middle of a load: no accepted message is lost, none is answered twice.

Two desk processes on one database, a worker, and a stand-in assistant that keeps what it has answered, as turn.md
asks of it. Clients behave like the widget: after a network error they send the same client id again.
"""

from __future__ import annotations

import itertools
import sqlite3
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api import Api, events
from processes import Server, Stack, answers, stack, until

UNLIMITED = {
    "LEMS_LIMIT_CONVERSATION": "100000/1",
    "LEMS_LIMIT_ADDRESS": "100000/1",
    "LEMS_LIMIT_STARTS": "100000/1",
    "LEMS_WAKING_SECONDS": "60",
}
CONVERSATIONS = 8
MESSAGES = 12
WORK_MS = 15.0


class Load(threading.Thread):
    """One patient. `accepted`: client ids that the desk has answered with 200 or 202."""

    def __init__(self, urls: list[str], token: str) -> None:
        super().__init__(daemon=True)
        self.token = token
        self.accepted: list[str] = []
        self.odd: list[int] = []
        self._urls = itertools.cycle(urls)

    def run(self) -> None:
        for number in range(MESSAGES):
            client_message_id = uuid.uuid4().hex
            for _ in range(200):
                if self._send(client_message_id, f"question {number}"):
                    break
                time.sleep(0.2)

    def _send(self, client_message_id: str, text: str) -> bool:
        body = {"client_message_id": client_message_id, "text": text}
        headers = {"Authorization": f"Bearer {self.token}"}
        try:
            response = httpx.post(
                f"{next(self._urls)}/api/v1/messages", json=body, headers=headers, timeout=20, trust_env=False
            )
        except httpx.HTTPError:
            return False
        if response.status_code in (200, 202):
            self.accepted.append(client_message_id)
            return True
        self.odd.append(response.status_code)
        return False


class Desks:
    """Two desk processes whose addresses stay the same when they are started again."""

    def __init__(self, parts: Stack) -> None:
        self.servers, self.urls = zip(*(parts.desk() for _ in range(2)), strict=True)

    def restart(self, number: int) -> None:
        self.servers[number].start()
        self.servers[number].until(lambda: answers(f"{self.urls[number]}/api/v1/status"), what="the desk")


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Stack]:
    with stack(tmp_path, more=UNLIMITED) as found:
        yield found


def _start(urls: list[str]) -> list[Load]:
    client = Api(urls[0])
    loads = [Load(list(urls), client.start().token) for _ in range(CONVERSATIONS)]
    client.close()
    for load in loads:
        load.start()
    return loads


def _mid_load(loads: list[Load], share: float) -> None:
    wanted = share * CONVERSATIONS * MESSAGES
    until(lambda: sum(len(load.accepted) for load in loads) >= wanted, what="the load")


def _check(loads: list[Load], url: str, parts: Stack) -> None:
    """Every accepted message has exactly one reply, and the assistant has worked on each exactly once."""
    for load in loads:
        load.join(120)
        assert not load.is_alive()
        assert not load.odd
        assert len(load.accepted) == MESSAGES
    for load in loads:
        client = Api(url, load.token)
        waiting = lambda client=client: all(  # noqa: E731
            message["state"] != "waiting" for message in client.history()["messages"]
        )
        until(waiting, what="the last reply", seconds=90)
        messages = client.history()["messages"]
        asked = [message for message in messages if message["author"] == "patient"]
        assert Counter(message["client_message_id"] for message in asked) == Counter(load.accepted)
        replies = Counter(message["reply_to"] for message in messages if message["author"] == "assistant")
        assert replies == Counter(message["id"] for message in asked)
        assert [message["cursor"] for message in messages] == list(range(1, len(messages) + 1))
        with events(client) as stream:
            assert [stream.next().data["id"] for _ in messages] == [message["id"] for message in messages]
        client.close()
    with sqlite3.connect(parts.folder / "assistant.sqlite3") as memory:
        work = memory.execute("SELECT count(*), count(DISTINCT message) FROM work").fetchone()
    assert work == (CONVERSATIONS * MESSAGES,) * 2


def test_killing_the_desk(parts: Stack) -> None:
    parts.assistant(work_ms=WORK_MS)
    desks = Desks(parts)
    parts.worker()
    loads = _start(desks.urls)
    for number, share in enumerate((0.2, 0.5)):
        _mid_load(loads, share)
        desks.servers[number].kill()
        time.sleep(1)
        desks.restart(number)
    _check(loads, desks.urls[0], parts)


def test_killing_the_assistant(parts: Stack) -> None:
    assistant = parts.assistant(work_ms=WORK_MS)
    desks = Desks(parts)
    parts.worker()
    loads = _start(desks.urls)
    for share in (0.2, 0.5):
        _mid_load(loads, share)
        assistant.kill()
        time.sleep(1.5)
        assistant.start()
        parts.assistant_ready()
    _check(loads, desks.urls[0], parts)


def test_killing_the_worker_while_it_delivers(parts: Stack) -> None:
    """All messages are written while the assistant is away, so that the worker has to deliver each of them."""
    desks = Desks(parts)
    worker = parts.worker()
    loads = _start(desks.urls)
    for load in loads:
        load.join(120)
    parts.assistant(work_ms=WORK_MS)

    def answered() -> int:
        with sqlite3.connect(parts.folder / "assistant.sqlite3") as memory:
            return int(memory.execute("SELECT count(*) FROM work").fetchone()[0])

    for wanted in (5, 40):
        until(lambda wanted=wanted: answered() >= wanted, what="the worker's deliveries")  # type: ignore[misc]
        worker.kill()
        time.sleep(0.5)
        worker.start()
    _check(loads, desks.urls[0], parts)


def test_killing_everything_at_once(parts: Stack) -> None:
    servers: list[Server] = [parts.assistant(work_ms=WORK_MS)]
    desks = Desks(parts)
    servers += [*desks.servers, parts.worker()]
    loads = _start(desks.urls)
    _mid_load(loads, 0.3)
    for server in servers:
        server.kill()
    for server in servers:
        server.start()
    _check(loads, desks.urls[0], parts)


def test_outage_gives_each_patient_one_honest_message_and_every_answer(parts: Stack) -> None:
    desks = Desks(parts)
    parts.worker()
    client = Api(desks.urls[0]).start()
    with events(client) as stream:
        assert stream.next("status").data == {"assistant": "waking_up"}
        sent = [client.say(f"question {number}") for number in range(3)]
        assert [response.status_code for response in sent] == [202] * 3
        notices = [response.json()["notice"] for response in sent]
        assert notices[1:] == [None, None]
        assert notices[0]["outcome"] == "waking_up"
        assert notices[0]["text"].startswith("If somebody is in danger now, call 112, 911 or 999.")
        assert notices[0]["text"].count("Medical disclaimer:") == 1
        parts.assistant()
        came = time.monotonic()
        assert stream.next("status", seconds=10).data == {"assistant": "ready"}
    asked = [response.json()["message"]["id"] for response in sent]

    def answered() -> bool:
        replies = [one["reply_to"] for one in client.history()["messages"] if one["author"] == "assistant"]
        return replies == asked

    until(answered, what="the replies", seconds=20)
    assert time.monotonic() - came < 20
    client.close()


def test_forgetting_while_the_assistant_is_away_reaches_it_later(parts: Stack) -> None:
    assistant = parts.assistant()
    _, url = parts.desk()
    parts.worker()
    client = Api(url).start()
    client.say("A secret question")
    assistant.kill()
    assert client.call("DELETE", "/api/v1/conversation").json() == {"desk": "erased", "assistant": "pending"}
    assistant.start()

    def turns() -> int:
        with sqlite3.connect(parts.folder / "assistant.sqlite3") as memory:
            return int(memory.execute("SELECT count(*) FROM turn").fetchone()[0])

    until(lambda: turns() == 0, what="the assistant's forgetting", seconds=40)
    client.close()


def test_confirmed_forgetting_erases_after_the_reply(parts: Stack) -> None:
    parts.assistant()
    _, url = parts.desk()
    parts.internal()
    parts.worker()
    client = Api(url).start()
    client.say("delete my data")
    conversation = client.call("GET", "/api/v1/data").json()["conversation"]["id"]
    with events(client) as stream:
        stream.next("status")
        sent = threading.Thread(target=client.say, args=("slow 1",))
        sent.start()
        time.sleep(0.4)
        headers = {"X-Internal-Secret": parts.environment["LEMS_INTERNAL_SECRET"]}
        address = f"{parts.internal_url}/internal/conversations/{conversation}/forget"
        assert httpx.post(address, headers=headers, json={}, trust_env=False).status_code == 200
        rest = stream.rest(seconds=30)
    sent.join()
    assert rest[-1].name == "erased"
    assert [event.data["author"] for event in rest if event.name == "message"][-1] == "assistant"
    assert client.call("GET", "/api/v1/messages").status_code == 410
    client.close()
