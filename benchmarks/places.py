"""Where things are, and the error of this folder."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
PEER = ROOT / "benchmarks" / "peer"
PEER_ENVIRONMENT = PEER / ".venv"
PEER_PYTHON = PEER_ENVIRONMENT / "bin" / "python"
PEER_MODELS = PEER / "models"
OUR_ENVIRONMENT = ROOT / ".venv"
OUR_PYTHON = OUR_ENVIRONMENT / "bin" / "python"
RESULTS = ROOT / "benchmarks" / "results"


class BenchmarkError(RuntimeError):
    """A part of the benchmark could not be done; the message says which and why."""
