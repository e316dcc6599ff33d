"""Starts all parts as `make run` does, by the desk's supervisor, on free ports, and speaks to the chat API."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Iterator, Mapping

import requests

from tests.servers import ROOT, free_port

DESK = ROOT / "desk"
PYTHON = DESK / ".venv" / "bin" / "python"
MANY = "100000/1"
PARTS = {
    "desk": "config.serve public",
    "internal": "config.serve internal",
    "worker": "manage.py worker",
    "assistant": "lems_faq.cli.main serve assistant",
    "actions": "lems_faq.cli.main serve actions",
}
"""Words of each part's command line."""


@dataclass
class Everything:
    """A running supervisor and its parts."""

    process: subprocess.Popen[bytes]
    log: Path
    url: str
    assistant_url: str
    secret: str

    @property
    def text(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def until(self, look: Callable[[], Any], *, what: str, seconds: float = 180.0) -> Any:
        """What `look` gives as soon as it is true; otherwise an error with the end of the log."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            assert self.process.poll() is None, f"the supervisor has ended:\n{self.text[-3000:]}"
            found = look()
            if found:
                return found
            time.sleep(0.1)
        raise AssertionError(f"{what} did not come within {seconds:g} s:\n{self.text[-3000:]}")

    def ready(self) -> None:
        self.until(lambda: "ready after" in self.text, what="readiness")

    def status(self) -> str:
        """The assistant's state as the desk says it; empty while there is no desk."""
        try:
            return str(requests.get(f"{self.url}/api/v1/status", timeout=5).json()["assistant"])
        except (requests.RequestException, ValueError, KeyError):
            return ""

    def pid_of(self, part: str) -> int:
        """The process of a part, by the command lines of the supervisor's children; 0 while there is none."""
        try:
            children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
            for child in children:
                words = Path(f"/proc/{child}/cmdline").read_bytes().decode(errors="replace").replace("\0", " ")
                if PARTS[part] in words:
                    return int(child)
        except FileNotFoundError:
            pass
        return 0

    def kill(self, part: str) -> None:
        """SIGKILL, and waits until the supervisor has started the part again."""
        first = self.until(lambda: self.pid_of(part), what=part)
        os.kill(first, signal.SIGKILL)
        self.until(lambda: self.pid_of(part) not in (0, first), what=f"a new {part}")


class Patient:
    """One conversation by the chat API."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.http = requests.Session()
        started = self.http.post(f"{url}/api/v1/conversations", json={}, timeout=30)
        assert started.status_code == 201, started.text
        self.http.headers["Authorization"] = f"Bearer {started.json()['token']}"

    def send(self, text: str, *, id: str | None = None) -> requests.Response:
        body = {"client_message_id": id or uuid.uuid4().hex, "text": text}
        return self.http.post(f"{self.url}/api/v1/messages", json=body, timeout=40)

    def ask(self, text: str) -> dict[str, Any]:
        """The reply: in the same answer, or a little later where the machine is busy."""
        answer = self.send(text)
        assert answer.status_code in (200, 202), answer.text
        if answer.status_code == 200:
            return dict(answer.json()["reply"])
        asked = answer.json()["message"]["id"]
        ends = time.monotonic() + 60
        while time.monotonic() < ends:
            for one in self.history():
                if one["author"] == "assistant" and one["reply_to"] == asked:
                    return one
            time.sleep(0.2)
        raise AssertionError(f"no reply within a minute to what was asked: {answer.text}")

    def history(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        while True:
            after = found[-1]["cursor"] if found else 0
            page = self.http.get(f"{self.url}/api/v1/messages?after={after}", timeout=30).json()
            found += page["messages"]
            if not page["more"]:
                return found

    def call(self, method: str, path: str, **options: Any) -> requests.Response:
        return self.http.request(method, f"{self.url}/api/v1/{path}", timeout=30, **options)


@contextmanager
def everything(folder: Path, *, more: Mapping[str, str] | None = None) -> Iterator[Everything]:
    """All parts, ended with the block. Returns at once; `ready()` waits for the assistant."""
    assert PYTHON.exists(), "The desk has no environment: run 'make desk-environment'."
    ports = {name: free_port() for name in ("public", "internal", "assistant", "actions")}
    secret = "a secret of the whole tests"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("LEMS_", "DJANGO_", "PYTHON"))},
        "LEMS_STATE": str(folder / "state"),
        "LEMS_PORT": str(ports["public"]),
        "LEMS_PUBLIC_URL": f"http://127.0.0.1:{ports['public']}",
        "LEMS_DESK_URL": f"http://127.0.0.1:{ports['internal']}",
        "LEMS_ASSISTANT_PORT": str(ports["assistant"]),
        "LEMS_ACTIONS_PORT": str(ports["actions"]),
        "LEMS_DESK_SECRET": secret,
        "LEMS_OPEN_BROWSER": "no",
        "LEMS_LIMIT_CONVERSATION": MANY,
        "LEMS_LIMIT_ADDRESS": MANY,
        "LEMS_LIMIT_STARTS": MANY,
        **(more or {}),
    }
    log = folder / "everything.log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [str(PYTHON), "-m", "supervisor"], cwd=DESK, env=environment, stdout=stream, stderr=stream
        )
    urls = (f"http://127.0.0.1:{ports['public']}", f"http://127.0.0.1:{ports['assistant']}")
    try:
        yield Everything(process, log, *urls, secret)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def desk_up_seconds(text: str) -> float:
    """From the supervisor's own words: how long after the start the desk's first page was there."""
    found = re.search(r"desk up after (\d+\.\d) s", text)
    assert found, text
    return float(found[1])
