"""The two environments: the peer's set up where it is missing, and their sizes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from benchmarks.places import OUR_ENVIRONMENT, PEER, PEER_ENVIRONMENT, PEER_PYTHON, ROOT, BenchmarkError


def ensure_peer() -> None:
    """Sets up the peer's environment where there is none. `make benchmark` does the same.

    Raises:
        BenchmarkError: uv is missing or failed.
    """
    if PEER_PYTHON.exists():
        return
    uv = _uv()
    for command in (
        ["venv", "--quiet", "--allow-existing", ".venv"],
        ["pip", "sync", "--quiet", "--require-hashes", "requirements.txt"],
    ):
        done = subprocess.run([uv, "--directory", str(PEER), *command], check=False)
        if done.returncode:
            raise BenchmarkError(f"'uv {' '.join(command)}' in {PEER} failed with status {done.returncode}")
    (PEER_ENVIRONMENT / ".ready").touch()


def _uv() -> str:
    """A uv that runs: a shim of another Python on the PATH does not."""
    for found in (shutil.which("uv"), str(ROOT / ".tools" / "bin" / "uv")):
        if found and Path(found).exists() and not subprocess.run([found, "--version"], capture_output=True).returncode:
            return found
    raise BenchmarkError("uv is missing; 'make benchmark' fetches it, or 'python3 -m pip install uv' does")


def installed_mb(environment: Path) -> int:
    """Size on disk. Each environment is counted on its own: two in one count share what uv links into both."""
    done = subprocess.run(["du", "-sm", str(environment)], capture_output=True, text=True, check=True)
    return int(done.stdout.split()[0])


def installed() -> dict[str, int]:
    return {"ours": installed_mb(OUR_ENVIRONMENT), "peer": installed_mb(PEER_ENVIRONMENT)}
