"""Starts a Rasa server on loopback, talks to its REST channel, reads its memory, ends it by its own process."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator, Sequence

import requests

from benchmarks.training import ROOT, BenchmarkError

PATIENCE = 240.0


@dataclass
class Server:
    """A running server. `start_s`: from the start of the process to its first answer."""

    url: str
    pid: int
    start_s: float = 0.0

    def ask(self, text: str, sender: str) -> tuple[float, list[dict[str, Any]]]:
        """Seconds until the answer, and the answer's messages."""
        started = time.perf_counter()
        answer = requests.post(
            f"{self.url}/webhooks/rest/webhook", json={"sender": sender, "message": text}, timeout=60
        )
        elapsed = time.perf_counter() - started
        answer.raise_for_status()
        return elapsed, list(answer.json())

    def memory_mb(self) -> float:
        """Resident memory of the process and its children."""
        return sum(_resident_kb(pid) for pid in _family(self.pid)) / 1024


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(child for name in children for child in _family(int(name)))]


def _resident_kb(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1])
    return 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(python: Path, model: str, *, credentials: Path, endpoints: Path | None) -> Iterator[Server]:
    """The server of a model with the REST channel open, after its first answer.

    Raises:
        BenchmarkError: it ended, or gave no answer in time.
    """
    port = free_port()
    with tempfile.TemporaryDirectory() as state:
        command = [str(python), "-W", "ignore", "-m", "rasa", "run", "--interface", "127.0.0.1", "--port", str(port)]
        command += ["--model", model, "--credentials", str(credentials)]
        command += ["--endpoints", str(endpoints)] if endpoints else []
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "ignore",
            "RASA_TELEMETRY_ENABLED": "false",
            "LEMS_DESK_SECRET": "benchmark",
            "LEMS_STATE": state,
        }
        log = Path(state) / "server.log"
        started = time.monotonic()
        with log.open("wb") as output:
            process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        server = Server(f"http://127.0.0.1:{port}", process.pid)
        try:
            _first_answer(server, process, log)
            server.start_s = round(time.monotonic() - started, 2)
            yield server
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _first_answer(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    started = time.monotonic()
    while time.monotonic() - started < PATIENCE:
        if process.poll() is not None:
            raise BenchmarkError(f"the server ended:\n{log.read_text(errors='replace')[-2000:]}")
        try:
            if server.ask("is it hereditary?", "first")[1]:
                return
        except requests.RequestException:
            pass
        time.sleep(0.1)
    raise BenchmarkError(f"the server gave no answer within {PATIENCE:.0f} s")


def installed_mb(environment: Path) -> float:
    """Size of an environment on disk."""
    done = subprocess.run(["du", "-sm", str(environment)], capture_output=True, text=True, check=True)
    return float(done.stdout.split()[0])


def median(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def high(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[int(len(values) * 0.95)]
