"""Everything as `make run` starts it, with the real assistant, for a browser on a website of another origin."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from standin.server import website
from with_desk import DESK, PORTS, environment, wait_until_up

ASSISTANT = "lems_faq.cli.main serve assistant"
READY_SECONDS = 240


class Real:
    """A running supervisor, and the website that embeds its widget."""

    def __init__(self, process: subprocess.Popen[bytes], address: str, site: str) -> None:
        self.process = process
        self.address = address
        self.site = site

    def state(self) -> str:
        """The assistant's, as the desk says it."""
        try:
            with urlopen(f"{self.address}/api/v1/status", timeout=5) as answer:
                found: dict[str, Any] = json.load(answer)
                return str(found["assistant"])
        except (URLError, OSError, ValueError):
            return ""

    def until_ready(self) -> None:
        ends = time.monotonic() + READY_SECONDS
        while self.state() != "ready":
            assert self.process.poll() is None, "the supervisor has ended"
            assert time.monotonic() < ends, f"the assistant was not ready within {READY_SECONDS} s"
            time.sleep(0.25)

    def kill_assistant(self) -> None:
        """SIGKILL. The supervisor starts it again."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        for child in children:
            words = Path(f"/proc/{child}/cmdline").read_bytes().decode(errors="replace").replace("\0", " ")
            if ASSISTANT in words:
                os.kill(int(child), signal.SIGKILL)
                return
        raise AssertionError(f"no assistant among {children}")


@contextmanager
def everything(folder: Path) -> Iterator[Real]:
    """All parts and the website, ready, until the end of the block."""
    settings = environment(str(folder))
    for name in ("LEMS_ASSISTANT_COMMAND", "LEMS_ACTIONS_COMMAND"):
        del settings[name]
    settings |= {"LEMS_ACTIONS_PORT": str(PORTS["actions"]), "LEMS_OPEN_BROWSER": "no"}
    address = settings["LEMS_BROWSER_DESK"]
    with (folder / "log").open("wb") as log:
        python = str(DESK / ".venv" / "bin" / "python")
        process = subprocess.Popen([python, "-m", "supervisor"], cwd=DESK, env=settings, stdout=log, stderr=log)
    try:
        wait_until_up(address, process)
        with website(address, port=PORTS["site"]) as site:
            found = Real(process, address, site)
            found.until_ready()
            yield found
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)
