"""`python -m encoder.build`: fine-tunes MiniLM on data/ and writes encoder/artefact/."""

from __future__ import annotations

import argparse
import random
import sys
import time
from dataclasses import asdict
from pathlib import Path

import torch

from encoder.examples import Example, part, read, read_compounds, read_follow_ups, vary
from encoder.export import export
from encoder.network import PACKAGE, SHA256, Network
from encoder.train import Settings, fine_tune, labels_of
from lems_faq.understanding.conditions import Lexicon

DATA = Path("data")
LISTS = ("everyday", "everyday", "rare", "rare", "icd")
"""Where a name to put in comes from; what people say and what encyclopaedias hold weighs twice."""
WRITTEN = 2
"""How often a message with several questions, or after another one, is seen where somebody wrote it so, beside those
put together by program."""
THREADS = 2


class Varied:
    """`vary` with the project's own names and drugs."""

    def __init__(self, folder: Path) -> None:
        self._names = {name: (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines() for name in set(LISTS)}
        drugs = (folder / "words" / "drugs.txt").read_text(encoding="utf-8").splitlines()
        self._drugs = Lexicon.build((), drugs=drugs)

    def __call__(self, example: Example, chance: random.Random) -> Example:
        names = [chance.choice(self._names[chance.choice(LISTS)]) for _ in range(4)]
        return vary(example, names, self._drugs, chance)


def train(examples: list[Example], settings: Settings) -> Network:
    torch.set_num_threads(THREADS)
    return fine_tune(examples, Varied(DATA / "conditions"), settings)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("encoder/artefact"))
    parser.add_argument("--epochs", type=int, default=Settings.epochs)
    parser.add_argument("--without", default="", help="groups (files of data/) to leave out, with commas")
    parser.add_argument("--part", type=float, default=1.0, help="the share of the examples to train on")
    options = parser.parse_args()
    settings = Settings(epochs=options.epochs)
    written = read_compounds(DATA / "compound.jsonl") + read_follow_ups(DATA / "followup.jsonl")
    examples = [e for e in [*read(DATA), *written * WRITTEN] if e.group not in options.without.split(",")]
    examples = part(examples, options.part)
    print(f"Fine-tuning on {len(examples)} examples", file=sys.stderr)
    started = time.monotonic()
    network = train(examples, settings)
    facts = {
        "base": "all-MiniLM-L6-v2",
        "base_package": PACKAGE,
        "base_sha256": SHA256,
        "licence": "Apache-2.0",
        "examples": len(examples),
        "labels": labels_of(examples),
        "without": options.without,
        "part": options.part,
        "settings": asdict(settings),
    }
    cosine = export(network, options.out, facts)
    minutes = (time.monotonic() - started) / 60
    print(f"{options.out}: {minutes:.1f} min, mean cosine of int8 to full precision {cosine:.4f}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
