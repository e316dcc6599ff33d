"""What the tests need of a server beside its API: to stop and start its assistant, and to write as a person."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any, Protocol
from urllib.request import Request, urlopen

from standin.assistant import Assistant
from standin.conversations import Book

DESK = Path(__file__).parents[2] / "desk"


class Desk(Protocol):
    """A server that implements desk/chat/openapi.yaml."""

    address: str

    def stop_assistant(self) -> None: ...

    def start_assistant(self) -> None: ...

    def staff_says(self, text: str) -> None:
        """A person writes into the conversation that was started last."""


class StandIn:
    def __init__(self, address: str, book: Book) -> None:
        self.address = address
        self.book = book

    def stop_assistant(self) -> None:
        self.book.set_assistant("waking_up")

    def start_assistant(self) -> None:
        self.book.set_assistant("ready")

    def staff_says(self, text: str) -> None:
        self.book.staff_says(text)


class RealDesk:
    """The desk at an address. Its assistant is here, where LEMS_ASSISTANT_URL says, so that it can be stopped; the
    person writes by the desk's own code, in a process of the desk's environment."""

    def __init__(self, address: str) -> None:
        self.address = address
        port = int(os.environ["LEMS_ASSISTANT_URL"].rpartition(":")[2])
        self._assistant = Assistant(port, os.environ["LEMS_DESK_SECRET"])
        python = DESK / ".venv" / "bin" / "python"
        script = Path(__file__).with_name("staff_line.py").read_text(encoding="utf-8")
        self._staff = subprocess.Popen(
            [str(python), "-c", script], cwd=DESK, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def stop_assistant(self) -> None:
        self._assistant.stop()

    def start_assistant(self) -> None:
        self._assistant.start()

    def staff_says(self, text: str) -> None:
        assert self._staff.stdin and self._staff.stdout
        self._staff.stdin.write(f"{text}\n")
        self._staff.stdin.flush()
        assert self._staff.stdout.readline() == "said\n"

    def close(self) -> None:
        self._assistant.stop()
        assert self._staff.stdin and self._staff.stdout
        self._staff.stdin.close()
        self._staff.wait(10)
        self._staff.stdout.close()


def history(desk: Desk, token: str | None) -> list[dict[str, Any]]:
    """The conversation as the server has it."""
    request = Request(f"{desk.address}/api/v1/messages", headers={"Authorization": f"Bearer {token}"})
    with urlopen(request, timeout=10) as response:
        messages: list[dict[str, Any]] = json.load(response)["messages"]
    return messages


def questions(desk: Desk, token: str | None) -> list[str]:
    """What the server has of the patient's words."""
    return [message["body"] for message in history(desk, token) if message["author"] == "patient"]
