"""Server processes of tests: started on free loopback ports, waited for, ended by their own id."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx

HERE = Path(__file__).resolve().parent
DESK = HERE.parent.parent / "desk"
PATIENCE = 120.0


def free_port() -> int:
    """A port that is free now, and that the system gives to no outgoing connection while its server is down."""
    while True:
        port = random.randrange(20_000, 30_000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port


def until[T](look: Callable[[], T], *, what: str, seconds: float = PATIENCE) -> T:
    """What `look` gives as soon as it is true.

    Raises:
        AssertionError: it never was; the message says what was waited for.
    """
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{what} did not come within {seconds:g} s")


def answers(url: str, headers: Mapping[str, str] | None = None) -> bool:
    try:
        return httpx.get(url, headers=headers, timeout=5, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False


class Server:
    """One process. `log`: the file with all that it wrote."""

    def __init__(self, command: list[str], environment: dict[str, str], *, log: Path) -> None:
        self._command = command
        self._environment = environment
        self.log = log
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as stream:
            self.process = subprocess.Popen(
                self._command, cwd=DESK, env=self._environment, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream
            )

    def until(self, look: Callable[[], bool], *, what: str) -> None:
        """Waits; where it is in vain, the message has the end of the log."""
        try:
            until(look, what=what)
        except AssertionError as error:
            raise AssertionError(f"{error}; its log ends with:\n{self.log.read_text()[-2000:]}") from None

    def kill(self) -> None:
        """SIGKILL: no chance to finish anything."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int:
        """SIGTERM, and SIGKILL if that does not help. Returns the exit status."""
        if self.process is None:
            return 0
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
        return self.process.wait()


class Stack:
    """A desk with its stand-in assistant. All parts share one state folder and are started one by one."""

    def __init__(self, folder: Path, *, state: Path, more: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        self.state = state
        self.assistant_port = free_port()
        self.internal_port = free_port()
        self.environment = {
            **os.environ,
            "LEMS_STATE": str(state),
            "LEMS_ASSISTANT_URL": f"http://127.0.0.1:{self.assistant_port}",
            "LEMS_DESK_URL": f"http://127.0.0.1:{self.internal_port}",
            "DJANGO_SETTINGS_MODULE": "config.settings.local",
            "PYTHONPATH": "",
            **(more or {}),
        }
        self.url = ""
        self.servers: list[Server] = []

    @property
    def internal_url(self) -> str:
        return f"http://127.0.0.1:{self.internal_port}"

    def migrate(self) -> None:
        command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
        subprocess.run(command, cwd=DESK, env=self.environment, check=True)

    def assistant(self, *, work_ms: float = 0, wait: bool = True) -> Server:
        secret = self.environment["LEMS_DESK_SECRET"]
        port, state = str(self.assistant_port), str(self.folder / "assistant.sqlite3")
        script = str(HERE / "stand_in_assistant.py")
        server = self._server(
            "assistant",
            [sys.executable, script, "--port", port, "--state", state, "--secret", secret, "--work-ms", str(work_ms)],
        )
        server.start()
        if wait:
            self.assistant_ready()
        return server

    def assistant_ready(self) -> None:
        url = f"{self.environment['LEMS_ASSISTANT_URL']}/webhooks/desk/health"
        headers = {"X-Desk-Secret": self.environment["LEMS_DESK_SECRET"]}
        until(lambda: answers(url, headers), what="the stand-in assistant")

    def desk(self) -> tuple[Server, str]:
        port = free_port()
        server = self._server("desk", [sys.executable, "-m", "config.serve", "public", "--port", str(port)])
        server.start()
        url = f"http://127.0.0.1:{port}"
        server.until(lambda: answers(f"{url}/api/v1/status"), what="the desk")
        return server, url

    def internal(self) -> Server:
        server = self._server("internal", [sys.executable, "-m", "config.serve", "internal"])
        server.start()
        server.until(lambda: _listens(self.internal_port), what="the internal API")
        return server

    def worker(self) -> Server:
        server = self._server("worker", [sys.executable, "manage.py", "worker"])
        server.start()
        server.until(lambda: "worker.ready" in server.log.read_text(), what="the worker")
        return server

    def stop(self) -> None:
        for server in reversed(self.servers):
            server.stop()

    def _server(self, name: str, command: list[str]) -> Server:
        log = self.folder / f"{name}-{len(self.servers)}.log"
        server = Server(command, self.environment, log=log)
        self.servers.append(server)
        return server


@contextmanager
def stack(folder: Path, *, more: Mapping[str, str] | None = None) -> Iterator[Stack]:
    """A stack with a database of its own, all of it ended afterwards."""
    state = folder / "state"
    state.mkdir()
    found = Stack(folder, state=state, more=more)
    found.migrate()
    try:
        yield found
    finally:
        found.stop()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
