"""What a result has to name: the machine and the versions."""

from __future__ import annotations

import os
import platform
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from benchmarks.memory import machine_gb

TOLD = ("rasa", "tensorflow", "onnxruntime", "spacy", "numpy", "sanic")
"""The packages whose versions a result tells."""


def facts() -> dict[str, Any]:
    """`load`: processes that wanted a core in the last minute, before anything was measured."""
    return {
        "processor": processor(),
        "cores": os.cpu_count(),
        "memory_gb": machine_gb(),
        "load": round(os.getloadavg()[0], 1),
        "system": platform.release(),
        "python": platform.python_version(),
    }


def processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def versions(environment: Path) -> dict[str, str]:
    """Those of `TOLD` that are installed there."""
    site = next(environment.glob("lib/python3*/site-packages"))
    found = {d.metadata["Name"].lower(): d.version for d in distributions(path=[str(site)])}
    return {name: found[name] for name in TOLD if name in found}
