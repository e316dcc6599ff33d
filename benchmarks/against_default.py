"""`python -m benchmarks.against_default`: ours against a default Rasa pipeline, in one run on one machine."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.report import BARS, write
from benchmarks.servers import Server, high, installed_mb, median, serving
from benchmarks.store import store_cost_ms
from benchmarks.training import PEER, PEER_PYTHON, ROOT, BenchmarkError, Trained, train_ours, train_peer

QUESTIONS = ROOT / "evaluation" / "sample" / "single.jsonl"
ASKED = 200
BLOCK = 20
ROW = 1000
FULL_EPOCHS = 100


def questions() -> list[str]:
    return [json.loads(line)["text"] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()][:ASKED]


def alternate(ours: Server, peer: Server) -> dict[str, Any]:
    """Both asked the same questions, in blocks by turns; p50 and p95 in milliseconds, memory after it."""
    times: dict[str, list[float]] = {"ours": [], "peer": []}
    asked = questions()
    for start in range(0, len(asked), BLOCK):
        for name, server in (("ours", ours), ("peer", peer)):
            for number, text in enumerate(asked[start : start + BLOCK]):
                times[name].append(server.ask(text, f"{name}-{start}-{number}")[0] * 1000)
    return {
        name: {
            "p50_ms": round(median(times[name]), 1),
            "p95_ms": round(high(times[name]), 1),
            "memory_mb": round(server.memory_mb()),
            "start_s": server.start_s,
        }
        for name, server in (("ours", ours), ("peer", peer))
    }


def endurance(ours: Server) -> dict[str, Any]:
    """A thousand messages in a row, and one conversation of more than five hundred turns."""
    asked = questions()
    before = ours.memory_mb()
    errors = 0
    for number in range(ROW):
        errors += not ours.ask(asked[number % len(asked)], f"row-{number // 10}")[1]
    grown = ours.memory_mb() / before - 1
    # The same question all along, so that only the length of the conversation differs.
    times = [ours.ask("is it hereditary?", "long")[0] * 1000 for _ in range(510)]
    early, late = median(times[3:23]), median(times[488:508])
    return {
        "messages": ROW,
        "errors": errors,
        "memory_growth": round(grown, 3),
        "turn_5_ms": round(early, 1),
        "turn_500_ms": round(late, 1),
        "turn_500_to_5": round(late / early, 2),
    }


def trainings(epochs: int) -> tuple[Trained, Trained]:
    with tempfile.TemporaryDirectory() as scratch:
        ours = train_ours(Path(scratch))
    return ours, train_peer(epochs)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer-epochs", type=int, default=FULL_EPOCHS, help="of DIET; TED has half as many")
    parser.add_argument("--model", required=True, help="our model, as printed by lems train")
    options = parser.parse_args()
    if not PEER_PYTHON.exists():
        raise BenchmarkError(f"{PEER_PYTHON} is missing; make benchmark sets it up")
    ours_trained, peer_trained = trainings(options.peer_epochs)
    with (
        serving(
            Path(sys.executable),
            options.model,
            credentials=ROOT / "credentials.development.yml",
            endpoints=ROOT / "endpoints.yml",
        ) as ours,
        serving(PEER_PYTHON, peer_trained.model, credentials=PEER / "credentials.yml", endpoints=None) as peer,
    ):
        measured = alternate(ours, peer)
        long = endurance(ours)
    result = {
        "date": date.today().isoformat(),
        "machine": {"processor": _processor(), "cores": os.cpu_count(), "python": platform.python_version()},
        "peer_epochs": options.peer_epochs,
        "training": {"ours": asdict(ours_trained), "peer": asdict(peer_trained)},
        "installed_mb": {"ours": installed_mb(ROOT / ".venv"), "peer": installed_mb(PEER / ".venv")},
        "serving": measured,
        "endurance": long,
        "store_ms": round(store_cost_ms(), 2),
    }
    return write(result, BARS)


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


if __name__ == "__main__":
    sys.exit(main())
