"""CLINC150 as a yardstick: the same encoder training and classifier, on data that has nothing to do with LEMS.

`encoder/.venv/bin/python -m benchmarks.clinc150 PATH/data_full.json`. The data set (Larson et al. 2019, CC BY 3.0) is
not part of this repository. A threshold is chosen on the validation split; test is read once.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Sequence

import numpy as np
import numpy.typing as npt
import torch

from benchmarks.batches import by_length
from benchmarks.vectors import reader
from encoder.examples import Example
from encoder.network import Network
from encoder.train import Settings, fine_tune
from lems_faq.understanding.topics import TopicModel, features

OUT_OF_SCOPE = "oos"
Array = npt.NDArray[np.float64]


def read(path: Path, split: str) -> list[Example]:
    """The in-scope examples of a split, then its out-of-scope ones.

    Raises:
        KeyError: the file is not CLINC150's data_full.json.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    return [Example(text, label) for text, label in [*data[split], *data[f"oos_{split}"]]]


@dataclass(frozen=True)
class Read:
    """What the network makes of messages: (n, 384) vectors, with their texts and labels."""

    vectors: npt.NDArray[np.float32]
    texts: list[str]
    labels: list[str]

    @property
    def rows(self) -> npt.NDArray[np.float32]:
        return features(self.vectors, flags=[(False, False, False)] * len(self.texts))


def read_by(network: Network, examples: Sequence[Example]) -> Read:
    texts = [example.text for example in examples]
    return Read(np.array(by_length(reader(network), texts)), texts, [example.label for example in examples])


def score(model: TopicModel, read: Read) -> tuple[npt.NDArray[np.str_], Array]:
    """The likeliest in-scope label of each message, and its probability: how much the message is in scope."""
    probabilities = model.probabilities(read.rows, read.texts)
    probabilities[:, model.labels.index(OUT_OF_SCOPE)] = -1
    return np.array(model.labels)[probabilities.argmax(axis=1)], probabilities.max(axis=1)


def measure(labels: Sequence[str], guesses: npt.NDArray[np.str_], scores: Array, threshold: float) -> dict[str, float]:
    """In-scope accuracy after rejection, and the share of out-of-scope messages that are rejected."""
    truth = np.array(labels)
    inside = truth != OUT_OF_SCOPE
    kept = scores >= threshold
    return {
        "in_scope_accuracy": float(np.mean((guesses == truth)[inside] & kept[inside])),
        "out_of_scope_recall": float(np.mean(~kept[~inside])),
        "accuracy_without_rejection": float(np.mean((guesses == truth)[inside])),
    }


def choose(model: TopicModel, read: Read, target: float) -> float:
    """The threshold with the best out-of-scope recall among those that keep in-scope accuracy at `target`; of equals
    the lowest, which rejects least."""
    guesses, scores = score(model, read)
    tried = [float(threshold) for threshold in np.quantile(scores, np.linspace(0, 0.4, 401))]
    found = [(threshold, measure(read.labels, guesses, scores, threshold)) for threshold in tried]
    kept = [(threshold, f["out_of_scope_recall"]) for threshold, f in found if f["in_scope_accuracy"] >= target]
    return max(kept, key=lambda pair: pair[1])[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="data_full.json of CLINC150")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--target", type=float, default=0.955, help="in-scope accuracy to keep on validation")
    parser.add_argument("--out", type=Path, default=Path("benchmarks/results/clinc150.json"))
    options = parser.parse_args()
    if not options.data.exists():
        parser.error(f"{options.data} does not exist; give the path of CLINC150's data_full.json")

    torch.set_num_threads(2)
    settings = Settings(epochs=options.epochs, joining=0.0, following=0.0)
    train, validation, test = (read(options.data, split) for split in ("train", "val", "test"))
    started = time.monotonic()
    network = fine_tune(train, _as_written, settings)
    learnt, tried, asked = (read_by(network, examples) for examples in (train, validation, test))
    model = TopicModel.fit(
        learnt.rows, learnt.texts, learnt.labels, doubted=lambda label: label != OUT_OF_SCOPE, outside=OUT_OF_SCOPE
    )
    minutes = (time.monotonic() - started) / 60

    threshold = choose(model, tried, options.target)
    guesses, scores = score(model, asked)
    result: dict[str, Any] = {
        "date": date.today().isoformat(),
        "minutes_of_training": round(minutes, 1),
        "threshold": threshold,
        "settings": asdict(settings),
        **measure(asked.labels, guesses, scores, threshold),
    }
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=2))
    return 0


def _as_written(example: Example, chance: random.Random) -> Example:
    return example


if __name__ == "__main__":
    sys.exit(main())
