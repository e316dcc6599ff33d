"""The peer's model: trained once for each content and kept with what it cost.

`python -m benchmarks.peer_model --epochs 100` trains it ahead of a benchmark, for instance overnight.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import json
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Iterator, Mapping

import yaml

from benchmarks.places import PEER, PEER_MODELS, PEER_PYTHON, ROOT, BenchmarkError
from benchmarks.training import Cost, train

FULL_EPOCHS = 100
DATA = ("nlu.yml", "rules.yml", "stories.yml", "voices")


@dataclass(frozen=True)
class PeerModel:
    """`name`: its file in peer/models. `content`: what it was trained on, by hash. `date` is '' where unknown."""

    name: str
    content: str
    epochs: int
    date: str
    cost: Cost

    @property
    def path(self) -> Path:
        return PEER_MODELS / self.name


def peer_model(epochs: int, *, log: Path | None = None, models: Path = PEER_MODELS) -> PeerModel:
    """The model of the present content, trained first where there is none.

    Raises:
        BenchmarkError: the training failed, or another process is at it.
    """
    models.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        content = fill(folder, epochs)
        name = f"peer-{content}"
        if (models / f"{name}.facts.json").exists():
            return _read(models / f"{name}.facts.json")
        with _alone(models / f"{name}.lock"):
            command = [str(PEER_PYTHON), "-W", "ignore", "-m", "rasa", "train", "--out", str(models)]
            command += ["--fixed-model-name", name]
            file = models / f"{name}.tar.gz"
            cost = train(command, folder=folder, model=file, log=log or models / f"{name}.log")
            model = PeerModel(file.name, content, epochs, date.today().isoformat(), cost)
            (models / f"{name}.facts.json").write_text(json.dumps(asdict(model), indent=2) + "\n", encoding="utf-8")
    return model


def kept_model(epochs: int, *, models: Path = PEER_MODELS) -> PeerModel:
    """The kept model of the present content, else the newest of as many epochs, else the newest of any.

    Raises:
        BenchmarkError: none is kept.
    """
    with tempfile.TemporaryDirectory() as scratch:
        present = models / f"peer-{fill(Path(scratch), epochs)}.facts.json"
    if present.exists():
        return _read(present)
    kept = [_read(path) for path in sorted(models.glob("peer-*.facts.json"), key=lambda path: path.stat().st_mtime)]
    if not kept:
        raise BenchmarkError(f"{models} holds no trained peer; leave --skip-training out once")
    return max(reversed(kept), key=lambda model: model.epochs == epochs)


def is_present(model: PeerModel) -> bool:
    """Whether it was trained on the content as it is now."""
    with tempfile.TemporaryDirectory() as scratch:
        return fill(Path(scratch), model.epochs) == model.content


def fill(folder: Path, epochs: int) -> str:
    """Writes the peer's project into `folder` and returns a name for its content."""
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


def peer_domain() -> str:
    """Our domain with its answers as plain responses, as a default bot would have them."""
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    domain["responses"] = {name: [{"text": variants[0]["text"]}] for name, variants in domain["responses"].items()}
    return yaml.safe_dump(domain, allow_unicode=True, sort_keys=False)


def _read(path: Path) -> PeerModel:
    data = json.loads(path.read_text(encoding="utf-8"))
    return PeerModel(data["name"], data["content"], data["epochs"], data["date"], _cost(data["cost"]))


def _cost(data: Mapping[str, Any]) -> Cost:
    return Cost(data["wall_s"], data["cpu_s"], tuple(data["later_epoch_s"]))


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Holds the lock, which the system lets go of when this process ends, however it ends."""
    with lock.open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BenchmarkError(
                f"another process is training {lock.stem}; wait for it, or measure with --skip-training"
            ) from None
        yield


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=FULL_EPOCHS, help="of DIET; TED has half as many")
    parser.add_argument("--log", type=Path, help="where Rasa's output goes (default: beside the model)")
    parser.add_argument("--nice", type=int, default=0, help="how far to stand back on a machine that others use")
    options = parser.parse_args()
    os.nice(options.nice)
    try:
        print(json.dumps(asdict(peer_model(options.epochs, log=options.log)), indent=2))
    except BenchmarkError as problem:
        print(f"benchmark: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
