"""Starts a Rasa server on loopback, talks to it over HTTP, ends it by its own process."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Iterator, Mapping, Sequence

from benchmarks.memory import resident_mb
from benchmarks.places import ROOT, BenchmarkError

PATIENCE = 300.0
"""Seconds that a server may take to its first answer."""
TIMEOUT = 60.0
SECRET = "benchmark"
FIRST = ("is it hereditary?", "hello")
REFUSED = (OSError, http.client.HTTPException)


class Server:
    """A running server. `start_s`: from the start of the process to its first answer."""

    def __init__(self, port: int, pid: int) -> None:
        self.pid = pid
        self.start_s = 0.0
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)

    def connect(self) -> None:
        """Opens a fresh connection, which the messages after it share. Servers close one that rests for seconds."""
        self._connection.close()
        self._connection.connect()

    def post(self, path: str, data: Mapping[str, Any], *, headers: Mapping[str, str] | None = None) -> Any:
        """The JSON of the answer.

        Raises:
            BenchmarkError: the server answered with an error.
        """
        body = json.dumps(data).encode()
        self._connection.request("POST", path, body, {"Content-Type": "application/json", **(headers or {})})
        answer = self._connection.getresponse()
        content = answer.read()
        if answer.status != http.client.OK:
            raise BenchmarkError(f"{path}: status {answer.status}: {content[:300]!r}")
        return json.loads(content)

    def ask(self, text: str, sender: str) -> tuple[float, list[dict[str, Any]]]:
        """Over the REST channel: seconds until the answer has come in, and the answer's messages."""
        started = time.perf_counter()
        messages = self.post("/webhooks/rest/webhook", {"sender": sender, "message": text})
        return time.perf_counter() - started, list(messages)

    def memory_mb(self) -> float:
        return resident_mb(self.pid)


@contextmanager
def serving(
    python: Path, model: Path, *, credentials: Path, endpoints: Path | None = None, more: Sequence[str] = ()
) -> Iterator[Server]:
    """The server of a model with the REST channel open, after its first answer. Without `endpoints` it runs in an empty
    folder, knows nothing of this project's code, and keeps to Rasa's defaults.

    Raises:
        BenchmarkError: it ended, or gave no answer in time.
    """
    port = _free_port()
    with tempfile.TemporaryDirectory() as state:
        command = [str(python), "-W", "ignore", "-m", "rasa", "run", "--interface", "127.0.0.1", "--port", str(port)]
        command += ["--model", str(model), "--credentials", str(credentials), *more]
        command += ["--endpoints", str(endpoints)] if endpoints else []
        environment = {
            **os.environ,
            "PYTHONWARNINGS": "ignore",
            "RASA_TELEMETRY_ENABLED": "false",
            "LEMS_DESK_SECRET": SECRET,
            "LEMS_STATE": state,
        }
        if endpoints:
            environment["PYTHONPATH"] = str(ROOT)
        else:
            environment.pop("PYTHONPATH", None)
        log = Path(state) / "server.log"
        started = time.monotonic()
        with log.open("wb") as output:
            process = subprocess.Popen(
                command, cwd=ROOT if endpoints else state, env=environment, stdout=output, stderr=output
            )
        server = Server(port, process.pid)
        try:
            _first_answer(server, process, log)
            server.start_s = round(time.monotonic() - started, 2)
            yield server
        finally:
            _end(process)


def _first_answer(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    """Waits until the server says something: a server without a model answers too, with nothing."""
    started = time.monotonic()
    tries = 0
    while time.monotonic() - started < PATIENCE:
        if process.poll() is not None:
            raise BenchmarkError(f"the server ended:\n{log.read_text(errors='replace')[-2000:]}")
        try:
            server.connect()
            tries += 1
            if server.ask(FIRST[tries % len(FIRST)], f"first-{tries}")[1]:
                return
        except REFUSED:
            pass
        time.sleep(0.1)
    raise BenchmarkError(f"no answer within {PATIENCE:.0f} s:\n{log.read_text(errors='replace')[-2000:]}")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
