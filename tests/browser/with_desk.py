"""`python with_desk.py [options of pytest]`: the same tests against the desk itself.

Starts the desk with a fresh state and its own ports, tells the tests of it (LEMS_BROWSER_DESK) and stops it again.
"""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

HERE = Path(__file__).parent
DESK = HERE.parents[1] / "desk"
PORTS = {"public": 8710, "internal": 8711, "assistant": 8712, "site": 8713, "actions": 8714}
READY_SECONDS = 90
MANY = "100000/60"


def environment(state: str) -> dict[str, str]:
    """What desk and tests must agree on. Limits are out of the way: the tests are many patients at one address."""
    at = {name: f"http://127.0.0.1:{port}" for name, port in PORTS.items()}
    return {
        **os.environ,
        "LEMS_STATE": state,
        "LEMS_CONTENT": str(DESK.parent),
        "LEMS_PORT": str(PORTS["public"]),
        "LEMS_PUBLIC_URL": at["public"],
        "LEMS_DESK_URL": at["internal"],
        "LEMS_ASSISTANT_URL": at["assistant"],
        "LEMS_ASSISTANT_COMMAND": "none",
        "LEMS_ACTIONS_COMMAND": "none",
        "LEMS_DESK_SECRET": secrets.token_urlsafe(32),
        "LEMS_INTERNAL_SECRET": secrets.token_urlsafe(32),
        "LEMS_ORIGINS": at["site"],
        "LEMS_LIMIT_CONVERSATION": MANY,
        "LEMS_LIMIT_ADDRESS": MANY,
        "LEMS_LIMIT_STARTS": MANY,
        "LEMS_BROWSER_DESK": at["public"],
        "LEMS_BROWSER_SITE_PORT": str(PORTS["site"]),
    }


def wait_until_up(address: str, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + READY_SECONDS
    while time.monotonic() < ends and process.poll() is None:
        try:
            with urlopen(f"{address}/api/v1/status", timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise SystemExit(f"The desk did not answer at {address} within {READY_SECONDS} s.")


def main() -> int:
    with tempfile.TemporaryDirectory() as state:
        shared = environment(state)
        python = str(DESK / ".venv" / "bin" / "python")
        desk = subprocess.Popen([python, "-m", "supervisor"], cwd=DESK, env=shared, stdout=sys.stderr)
        try:
            wait_until_up(shared["LEMS_BROWSER_DESK"], desk)
            command = [sys.executable, "-m", "pytest", *sys.argv[1:]]
            return subprocess.run(command, cwd=HERE, env=shared, check=False).returncode
        finally:
            desk.send_signal(signal.SIGINT)
            desk.wait(60)


if __name__ == "__main__":
    sys.exit(main())
