"""Starts the real servers for tests, on loopback and free ports, and ends them by their own process."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator, Mapping

import requests

ROOT = Path(__file__).parent.parent
SECRET = "a secret of the tests"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Running:
    """A running `lems run --serve`."""

    port: int
    state: Path
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def desk(self, method: str, path: str = "/", **options: Any) -> requests.Response:
        """A call of the desk channel with the right secret."""
        headers = {"X-Desk-Secret": SECRET, **options.pop("headers", {})}
        return requests.request(method, f"{self.url}/webhooks/desk{path}", headers=headers, timeout=30, **options)

    def say(self, sender: str, message_id: str, text: str | None = None, **fields: Any) -> dict[str, Any]:
        """One message; its turn record."""
        body = {"sender_id": sender, "message_id": message_id, "text": text, **fields}
        answer = self.desk("POST", json=body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


@contextmanager
def running(
    state: Path,
    *,
    credentials: str = "credentials.yml",
    environment: Mapping[str, str] | None = None,
    actions_port: int | None = None,
) -> Iterator[Running]:
    """The assistant and its action server, ready to answer."""
    port = free_port()
    settings = {
        **os.environ,
        "LEMS_ASSISTANT_PORT": str(port),
        "LEMS_ACTIONS_PORT": str(actions_port or free_port()),
        "LEMS_DESK_SECRET": SECRET,
        "LEMS_STATE": str(state),
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "ignore",
        **(environment or {}),
    }
    command = [sys.executable, "-m", "lems_faq.cli.main", "run", "--serve", "--credentials", credentials]
    process = subprocess.Popen(command, cwd=ROOT, env=settings, start_new_session=True)
    server = Running(port, state, process)
    try:
        _until_ready(server)
        yield server
    finally:
        stop(server)


def stop(server: Running, *, kill: bool = False) -> None:
    """Ends the server and what it started; with `kill` as a crash would."""
    if server.process.poll() is None:
        os.killpg(server.process.pid, signal.SIGKILL if kill else signal.SIGTERM)
        server.process.wait(20)


def _until_ready(server: Running) -> None:
    for _ in range(480):
        assert server.process.poll() is None, (server.state / "servers.log").read_text(errors="replace")[-2000:]
        try:
            if server.desk("GET", "/health").ok:
                return
        except requests.RequestException:
            pass
        time.sleep(0.25)
    raise AssertionError("the assistant was not ready within two minutes")
