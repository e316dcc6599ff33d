"""Trains both assistants on the same data and keeps what it cost."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
PEER = ROOT / "benchmarks" / "peer"
PEER_PYTHON = PEER / ".venv" / "bin" / "python"
DATA = ("nlu.yml", "rules.yml", "stories.yml", "voices")


@dataclass(frozen=True)
class Trained:
    """A model and what its training cost: seconds on the clock, and of processor time (which a busy machine does
    not inflate)."""

    model: str
    wall_s: float
    cpu_s: float


class BenchmarkError(RuntimeError):
    """A part of the benchmark could not be done; the message says which and why."""


def train(command: list[str], folder: Path, model: Path) -> Trained:
    """Runs one training as a process of its own and reads its processor time.

    Raises:
        BenchmarkError: it failed.
    """
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONWARNINGS": "ignore", "PYTHONPATH": str(ROOT)}
    log = folder / "training.log"
    started = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    if status or not model.exists():
        raise BenchmarkError(f"training in {folder} failed:\n{log.read_text(errors='replace')[-2000:]}")
    return Trained(str(model), round(wall, 1), round(usage.ru_utime + usage.ru_stime, 1))


def train_ours(folder: Path) -> Trained:
    """Ours, from nothing: no component comes from a cache."""
    model = folder / "ours.tar.gz"
    command = [sys.executable, "-W", "ignore", "-m", "rasa", "train", "--force", "--out", str(folder)]
    command += ["--fixed-model-name", "ours", "--config", str(ROOT / "config.yml")]
    command += ["--domain", str(ROOT / "domain.yml"), "--data", str(ROOT / "data")]
    for name in ("encoder", "data", "source"):
        (folder / name).symlink_to(ROOT / name)
    return train(command, folder, model)


def peer_domain() -> str:
    """Our domain with its answers as plain responses, as a default bot would have them."""
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    domain["responses"] = {name: [{"text": variants[0]["text"]}] for name, variants in domain["responses"].items()}
    return yaml.safe_dump(domain, allow_unicode=True, sort_keys=False)


def _fill(folder: Path, epochs: int) -> str:
    """Writes the peer's project and returns a name for its content."""
    config = (PEER / "config.yml").read_text(encoding="utf-8")
    config = config.replace("epochs: 100", f"epochs: {epochs}").replace("epochs: 50", f"epochs: {max(1, epochs // 2)}")
    (folder / "config.yml").write_text(config, encoding="utf-8")
    (folder / "domain.yml").write_text(peer_domain(), encoding="utf-8")
    (folder / "data").mkdir()
    for name in DATA:
        source = ROOT / "data" / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / "data" / name)
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def train_peer(epochs: int) -> Trained:
    """The peer, once for each content: its model and its costs are kept beside its environment."""
    models = PEER / "models"
    models.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        name = f"peer-{_fill(folder, epochs)}"
        facts = models / f"{name}.json"
        if facts.exists():
            return Trained(**json.loads(facts.read_text(encoding="utf-8")))
        command = [str(PEER_PYTHON), "-W", "ignore", "-m", "rasa", "train", "--out", str(models)]
        trained = train([*command, "--fixed-model-name", name], folder, models / f"{name}.tar.gz")
    facts.write_text(json.dumps(asdict(trained)), encoding="utf-8")
    return trained


if __name__ == "__main__":
    print(train_peer(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
