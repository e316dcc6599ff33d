"""Starting, waking up, stopping: what the README's first command does."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest
import requests

from tests.servers import free_port
from tests.whole.everything import DESK, PARTS, PYTHON, Patient, everything

SAFETY_LINE = "If somebody is in danger now, call 112, 911 or 999."
DISCLAIMER = "Medical disclaimer:"


def test_desk_is_up_while_the_assistant_wakes_and_answers_what_was_asked_meanwhile(
    model_file: Path, tmp_path: Path
) -> None:
    with everything(tmp_path) as whole:
        whole.until(lambda: whole.status() == "waking_up", what="the desk", seconds=30)
        assert requests.get(whole.url, timeout=5).status_code == 200
        whole.until(lambda: whole.pid_of("worker"), what="the tables", seconds=60)
        patient = whole.until(lambda: _try(whole.url), what="a conversation", seconds=60)
        first = patient.send("I cannot breathe").json()
        whole.ready()
        if "reply" not in first or first["reply"] is None:
            assert first["notice"]["text"].startswith(SAFETY_LINE)
            assert first["notice"]["text"].count(DISCLAIMER) == 1
        whole.until(
            lambda: [one["safety"] for one in patient.history() if one["author"] == "assistant"] == ["emergency"],
            what="the answer to what was asked meanwhile",
            seconds=60,
        )
        # Within 3 s on a machine that has nothing else to do: benchmarks/desk.py holds that bar.
        assert whole.text.index("desk up after") < whole.text.index("ready after")


def test_assistant_that_dies_is_started_again_and_the_patient_hears_of_it_once(
    model_file: Path, tmp_path: Path
) -> None:
    with everything(tmp_path) as whole:
        whole.ready()
        patient = Patient(whole.url)
        patient.ask("is it hereditary?")
        # A slow machine may have told the patient already that the first answer takes longer than usual.
        before = len(patient.history())
        whole.kill("assistant")
        sent = [patient.send(text).json() for text in ("what causes LEMS", "what is LEMS")]
        whole.until(
            lambda: all(one["state"] == "answered" for one in patient.history() if one["author"] == "patient"),
            what="the answers",
            seconds=90,
        )
        history = patient.history()[before:]
        notices = [one for one in history if one["author"] == "desk"]
        assert len(notices) == 1, sent
        assert notices[0]["text"].startswith(SAFETY_LINE)
        assert notices[0]["text"].count(DISCLAIMER) == 1
        assert [one["outcome"] for one in history if one["author"] == "assistant"] == ["answered"] * 2


def test_ctrl_c_ends_every_part(model_file: Path, tmp_path: Path) -> None:
    with everything(tmp_path) as whole:
        whole.ready()
        parts = [whole.pid_of(part) for part in PARTS]
        assert all(parts)
        started = time.monotonic()
        whole.process.send_signal(signal.SIGINT)
        assert whole.process.wait(30) == 0
        assert time.monotonic() - started < 20
        assert not any(Path(f"/proc/{pid}").exists() for pid in parts)
        assert whole.text.rstrip().endswith("stopped")
        assert "Warning" not in whole.text


@pytest.mark.parametrize("variable", ["LEMS_PORT", "LEMS_ASSISTANT_PORT", "LEMS_ACTIONS_PORT"])
def test_port_in_use_is_named_with_the_variable_that_changes_it(variable: str, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        free = {name: str(free_port()) for name in ("LEMS_PORT", "LEMS_ASSISTANT_PORT", "LEMS_ACTIONS_PORT")}
        desk_url = {"LEMS_DESK_URL": f"http://127.0.0.1:{free_port()}"}
        settings = {**os.environ, "LEMS_STATE": str(tmp_path), **free, **desk_url, variable: str(port)}
        done = subprocess.run(
            [str(PYTHON), "-m", "supervisor"], cwd=DESK, env=settings, capture_output=True, timeout=60, check=False
        )
    assert done.returncode == 1
    assert f":{port} " in done.stderr.decode()
    assert variable in done.stderr.decode()


def _try(url: str) -> Patient | None:
    try:
        return Patient(url)
    except (AssertionError, requests.RequestException):
        return None
