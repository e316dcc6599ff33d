"""The supervisor: everything up, kept up, and stopped cleanly."""

from __future__ import annotations

import asyncio
import io
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from api import Api
from config.environment import Environment, SettingError
from processes import DESK, HERE, answers, free_port, until
from supervisor.browser import can_open
from supervisor.output import Output
from supervisor.process import Process
from supervisor.programs import Program, assistant_port, ports_needed, programs, shared_environment


class Supervised:
    """A running supervisor with the stand-in as its assistant."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "supervisor.log"
        ports = {name: free_port() for name in ("public", "internal", "assistant")}
        self.url = f"http://127.0.0.1:{ports['public']}"
        assistant = (
            f"{sys.executable} {HERE / 'stand_in_assistant.py'} --port {ports['assistant']} "
            f"--state {folder / 'assistant.sqlite3'} --secret shared-by-the-test"
        )
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings.local",
            "PYTHONPATH": "",
            "LEMS_STATE": str(folder / "state"),
            "LEMS_PORT": str(ports["public"]),
            "LEMS_DESK_URL": f"http://127.0.0.1:{ports['internal']}",
            "LEMS_ASSISTANT_URL": f"http://127.0.0.1:{ports['assistant']}",
            "LEMS_ASSISTANT_COMMAND": assistant,
            "LEMS_ACTIONS_COMMAND": "/no/such/program",
            "LEMS_DESK_SECRET": "shared-by-the-test",
        }
        with self.log.open("wb") as stream:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "supervisor"], cwd=DESK, env=environment, stdout=stream, stderr=stream
            )

    @property
    def text(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def ready(self) -> bool:
        assert self.process.poll() is None, f"it has ended:\n{self.text[-2000:]}"
        return "ready after" in self.text

    def pid_of(self, part: str) -> int:
        """The process id of a part, from its own place in the tree."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        for child in children:
            if part in Path(f"/proc/{child}/cmdline").read_bytes().decode().replace("\0", " "):
                return int(child)
        raise AssertionError(f"no {part} among {children}")


@pytest.fixture
def supervised(tmp_path: Path) -> Iterator[Supervised]:
    found = Supervised(tmp_path)
    try:
        yield found
    finally:
        if found.process.poll() is None:
            found.process.terminate()
            found.process.wait(60)


def test_supervisor_starts_keeps_and_stops_everything(supervised: Supervised) -> None:
    until(supervised.ready, what="readiness")
    assert re.search(r"desk up after \d+\.\d s: http://127\.0\.0\.1:\d+", supervised.text)
    client = Api(supervised.url).start()
    assert client.say("Is it hereditary?").status_code == 200

    for part in ("stand_in_assistant", "config.serve public", "manage.py worker"):
        first = supervised.pid_of(part)
        os.kill(first, signal.SIGKILL)
        until(lambda part=part, first=first: _again(supervised, part, first), what=f"a new {part}")  # type: ignore[misc]
    until(lambda: answers(f"{supervised.url}/api/v1/status"), what="the desk")
    until(lambda: client.call("GET", "/api/v1/status").json()["assistant"] == "ready", what="the assistant")
    assert client.say("What causes LEMS?").status_code == 200
    client.close()
    assert "actions   | cannot be started: No such file or directory: /no/such/program" in supervised.text
    assert "assistant | ended with status -9; started again in 0.5 s" in supervised.text

    parts = [supervised.pid_of(part) for part in ("stand_in_assistant", "config.serve public", "manage.py worker")]
    supervised.process.send_signal(signal.SIGINT)
    assert supervised.process.wait(60) == 0
    assert supervised.text.rstrip().endswith("stopped")
    assert not any(Path(f"/proc/{pid}").exists() for pid in parts)


def _again(supervised: Supervised, part: str, first: int) -> bool:
    try:
        return supervised.pid_of(part) != first
    except (AssertionError, FileNotFoundError):
        return False


def test_killed_supervisor_leaves_nothing_running(supervised: Supervised) -> None:
    until(supervised.ready, what="readiness")
    pid = supervised.pid_of("config.serve public")
    supervised.process.kill()
    supervised.process.wait()
    until(lambda: not Path(f"/proc/{pid}").exists(), what="the end of the desk")


def test_supervisor_names_a_port_that_is_taken(tmp_path: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        environment = {**os.environ, "LEMS_PORT": port, "LEMS_STATE": str(tmp_path), "PYTHONPATH": ""}
        done = subprocess.run(
            [sys.executable, "-m", "supervisor"], cwd=DESK, env=environment, capture_output=True, text=True, check=False
        )
    assert done.returncode == 1
    assert f"127.0.0.1:{port} cannot be listened on" in done.stderr
    assert "LEMS_PORT" in done.stderr


def test_programs_leave_out_what_runs_elsewhere() -> None:
    everything = [program.name for program in programs(Environment({}))]
    assert everything == ["desk", "internal", "worker", "assistant", "actions"]
    some = programs(Environment({"LEMS_ASSISTANT_COMMAND": "none", "LEMS_ACTIONS_COMMAND": "run 'my actions'"}))
    assert [program.name for program in some] == ["desk", "internal", "worker", "actions"]
    assert some[-1].command == ("run", "my actions")


PORTS = {"LEMS_ASSISTANT_PORT": 5005, "LEMS_ACTIONS_PORT": 5055}


@pytest.mark.parametrize(
    ("given", "needed"),
    [
        ({}, PORTS),
        ({"LEMS_ASSISTANT_PORT": "6005"}, {**PORTS, "LEMS_ASSISTANT_PORT": 6005}),
        ({"LEMS_ASSISTANT_URL": "http://127.0.0.1:6005"}, {**PORTS, "LEMS_ASSISTANT_PORT": 6005}),
        ({"LEMS_ACTIONS_PORT": "6055"}, {**PORTS, "LEMS_ACTIONS_PORT": 6055}),
        ({"LEMS_ASSISTANT_COMMAND": "none", "LEMS_ACTIONS_COMMAND": "none"}, {}),
    ],
)
def test_programs_say_which_ports_they_need(given: dict[str, str], needed: dict[str, int]) -> None:
    assert ports_needed(Environment(given)) == needed


@pytest.mark.parametrize(
    ("given", "culprit", "choice"),
    [
        ({"LEMS_ASSISTANT_URL": "http://assistant.example:5005"}, "assistant.example", "LEMS_ASSISTANT_COMMAND=none"),
        ({"LEMS_ASSISTANT_URL": "http://127.0.0.1:5005", "LEMS_ASSISTANT_PORT": "6005"}, "6005", "LEMS_ASSISTANT_URL"),
        ({"LEMS_ASSISTANT_PORT": "many"}, "'many'", "LEMS_ASSISTANT_PORT"),
    ],
)
def test_programs_refuse_an_assistant_that_they_cannot_start(given: dict[str, str], culprit: str, choice: str) -> None:
    with pytest.raises(SettingError) as raised:
        assistant_port(Environment(given))
    assert culprit in str(raised.value)
    assert choice in str(raised.value)


def test_programs_share_addresses_and_secrets() -> None:
    shared = shared_environment(Environment({"LEMS_PORT": "8123", "LEMS_ASSISTANT_PORT": "6005"}))
    assert shared["LEMS_ASSISTANT_URL"] == "http://127.0.0.1:6005"
    assert shared["LEMS_PUBLIC_URL"] == "http://127.0.0.1:8123"
    assert shared["RASA_TELEMETRY_ENABLED"] == "false"
    assert all(len(shared[name]) > 20 for name in ("LEMS_DESK_SECRET", "LEMS_INTERNAL_SECRET"))


@pytest.mark.parametrize(
    ("environment", "terminal", "system", "expected"),
    [
        ({"DISPLAY": ":0"}, True, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, "linux", True),
        ({}, True, "linux", False),
        ({"DISPLAY": ":0"}, False, "linux", False),
        ({}, True, "darwin", True),
        ({}, False, "win32", False),
    ],
)
def test_page_is_opened_only_where_somebody_sits(
    environment: dict[str, str], terminal: bool, system: str, expected: bool
) -> None:
    assert can_open(environment, terminal=terminal, system=system) is expected


def test_process_passes_on_the_last_state_of_a_progress_bar() -> None:
    said: list[str] = []
    script = r"print('\r'.join(f'{n} of 300' for n in range(301)) + '\r\nnext\n\nlast', end='')"

    async def run() -> int:
        program = Program("bar", (sys.executable, "-c", script), DESK)
        return await Process(program, dict(os.environ), say=lambda _, text: said.append(text)).once()

    assert asyncio.run(run()) == 0
    assert said == ["300 of 300", "next", "last"]


def test_process_that_ignores_its_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    from supervisor import process as module

    monkeypatch.setattr(module, "_PATIENCE", 0.3)
    said: list[str] = []
    script = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
    )

    async def run() -> None:
        program = Program("deaf", (sys.executable, "-c", script), DESK)
        process = Process(program, dict(os.environ), say=lambda _, text: said.append(text))
        keeping = asyncio.create_task(process.keep())
        while "up" not in said:
            await asyncio.sleep(0.05)
        await process.stop()
        await keeping

    started = time.monotonic()
    asyncio.run(run())
    assert time.monotonic() - started < 30
    assert said[-1] == "did not stop in 0.3 s and is killed"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_output_keeps_the_progress_line_below_the_lines() -> None:
    stream = Terminal()
    output = Output(["desk", "assistant"], stream=stream)
    output.progress("waking up ... 0 s")
    output.line("desk", "a line")
    output.done("ready")
    assert stream.getvalue() == (
        "\r\x1b[2Kwaking up ... 0 s\r\x1b[2Kdesk      | a line\nwaking up ... 0 s\r\x1b[2Kready\n"
    )


def test_output_elsewhere_writes_each_state_once() -> None:
    stream = io.StringIO()
    output = Output(["desk"], stream=stream)
    for text in ("waking up", "waking up", "nearly"):
        output.progress(text)
    assert stream.getvalue() == "waking up\nnearly\n"


def test_supervisor_ends_where_there_is_no_database(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "PYTHONPATH": "",
        "LEMS_STATE": str(tmp_path),
        "LEMS_PORT": str(free_port()),
        "LEMS_DESK_URL": f"http://127.0.0.1:{free_port()}",
        "LEMS_DATABASE_URL": f"postgresql://nobody@127.0.0.1:{free_port()}/nothing",
        "LEMS_ASSISTANT_COMMAND": "none",
        "LEMS_ACTIONS_COMMAND": "none",
    }
    done = subprocess.run(
        [sys.executable, "-m", "supervisor"], cwd=DESK, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert re.search(r"^prepare +\| django\.db\.utils\.OperationalError", done.stderr, re.MULTILINE)
    assert done.stderr.rstrip().endswith("stopped")
