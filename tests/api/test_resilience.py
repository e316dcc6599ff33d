"""What happens when a part dies or hangs."""

from __future__ import annotations

import socket
import threading
import time
import uuid
from pathlib import Path
from typing import Iterator

import pytest

from tests.servers import free_port, running, stop

DISCLAIMER = "Medical disclaimer: This content is for educational purposes only"


@pytest.fixture
def hanging_port() -> Iterator[int]:
    """A port that takes connections and never answers."""
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen(16)
    held: list[socket.socket] = []

    def hold() -> None:
        while True:
            try:
                held.append(server.accept()[0])
            except OSError:
                return

    threading.Thread(target=hold, daemon=True).start()
    yield int(server.getsockname()[1])
    server.close()
    for connection in held:
        connection.close()


def test_resilience_restart_in_the_middle_loses_nothing(model_file: Path, tmp_path: Path) -> None:
    sender = uuid.uuid4().hex
    with running(tmp_path) as server:
        first = server.say(sender, "m-1", "is LEMS inherited?")
        stop(server, kill=True)
    with running(tmp_path) as server:
        assert server.say(sender, "m-1", "is LEMS inherited?") == first
        # 'why?' needs the turn before the crash.
        assert server.say(sender, "m-2", "why?")["topics"] == ["hla_types"]
        events = server.desk("GET", f"/conversations/{sender}").json()["events"]
        assert [e["message_id"] for e in events if e["event"] == "user"] == ["m-1", "m-2"]


def test_resilience_hanging_action_server_gets_an_apology_within_three_seconds(
    model_file: Path, tmp_path: Path, hanging_port: int
) -> None:
    _apologises(tmp_path, f"http://127.0.0.1:{hanging_port}/webhook")


def test_resilience_stopped_action_server_gets_an_apology(model_file: Path, tmp_path: Path) -> None:
    _apologises(tmp_path, f"http://127.0.0.1:{free_port()}/webhook")


def _apologises(state: Path, action_url: str) -> None:
    with running(state, environment={"LEMS_ACTIONS_URL": action_url}) as server:
        sender = uuid.uuid4().hex
        server.say(sender, "warm", "hello")
        for number, (text, outcome, said) in enumerate(
            [
                ("please let me talk to a real human being", "human_handoff", "could not reach anybody"),
                ("show me the data you keep about me", "show_my_data", "could not look up your data"),
                ("I'd like to leave feedback on your answers", "feedback", "could not store your feedback"),
            ]
        ):
            started = time.monotonic()
            turn = server.say(sender, f"m-{number}", text)
            assert time.monotonic() - started < 3
            assert turn["outcome"] == outcome
            assert said in turn["messages"][0]["body"]
            assert turn["messages"][0]["text"].count(DISCLAIMER) == 1
        server.say(sender, "f-1", "delete everything you have about me")
        turn = server.say(sender, "f-2", None, payload="/affirm")
        assert "could not delete your data" in turn["messages"][0]["body"]
        assert server.say(sender, "q-1", "is it hereditary?")["topics"] == ["hereditary"]
