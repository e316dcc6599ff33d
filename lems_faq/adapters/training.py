"""Trains where the content has changed, and finds the model for the present content."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Iterable

MODELS = Path("models")
_CODE = "lems_faq/understanding"
_CONTENT = (
    "config.yml",
    "domain.yml",
    "data",
    "encoder/artefact",
    "lems_faq/adapters/components",
    "lems_faq/adapters/policies",
    *(f"{_CODE}/{name}.py" for name in ("lems", "conditions", "encoder", "ngrams", "reading", "topics")),
)
"""What a trained model depends on: data, configuration, and the code that turns a text into features."""


class TrainingError(RuntimeError):
    """Rasa could not train. The message holds the end of what it printed."""


def content_hash(root: Path = Path(".")) -> str:
    """A name for what a model is made of: data, domain, configuration and the code that reads them."""
    digest = hashlib.sha256()
    for path in _files(root):
        digest.update(str(path.relative_to(root)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _files(root: Path) -> Iterable[Path]:
    for name in _CONTENT:
        place = root / name
        if place.is_dir():
            yield from (p for p in sorted(place.rglob("*")) if p.is_file() and "__pycache__" not in p.parts)
        elif place.exists():
            yield place


def model_path(root: Path = Path(".")) -> Path:
    """Where the model for the present content is or will be."""
    return root / MODELS / f"lems-{content_hash(root)}.tar.gz"


def ensure_model(root: Path = Path(".")) -> Path:
    """The model for the present content; trains one first where there is none. Progress goes to standard error.

    Raises:
        TrainingError: Rasa failed.
    """
    path = model_path(root)
    if path.exists():
        return path
    print("Training the assistant on the present content. This takes a minute or two, once.", file=sys.stderr)
    # Rasa's cache knows the code of a component, but not the modules that it calls: without --force a change in
    # understanding/ would take effect in half of a model.
    command = [sys.executable, "-W", "ignore", "-m", "rasa", "train", "--force", "--out", str(MODELS)]
    command += ["--fixed-model-name", path.name.removesuffix(".tar.gz")]
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONPATH": str(root.resolve())}
    done = subprocess.run(command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode or not path.exists():
        raise TrainingError(f"rasa train failed with status {done.returncode}:\n{done.stdout[-2000:]}")
    return path
