"""CLINC150 as a yardstick: the same encoder training, head and gate, on data that has nothing to do with LEMS.

`encoder/.venv/bin/python -m benchmarks.clinc150 PATH/data_full.json`. The data set (Larson et al. 2019, CC BY 3.0) is
not part of this repository. One threshold is chosen on the validation split; test is read once.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Sequence

import numpy as np
import numpy.typing as npt
import torch

from encoder.examples import Example
from encoder.network import Network
from encoder.train import Settings, encode, fine_tune, tokenizer
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


def vectors(network: Network, examples: Sequence[Example]) -> npt.NDArray[np.float32]:
    """(n, 384), in the order of the examples."""
    pieces = tokenizer(Settings.longest)
    order = sorted(range(len(examples)), key=lambda place: len(examples[place].text))
    found = np.zeros((len(examples), 384), dtype=np.float32)
    with torch.no_grad():
        for start in range(0, len(order), 64):
            places = order[start : start + 64]
            ids, mask, _ = encode(pieces, [examples[place] for place in places])
            found[places] = network(ids, mask)[0].numpy()
    return found


def rows(network: Network, examples: Sequence[Example]) -> Array:
    return features(vectors(network, examples), flags=[(False, False, False)] * len(examples))


def score(model: TopicModel, table: Array, weight: float) -> tuple[npt.NDArray[np.str_], Array]:
    """The likeliest in-scope label of each row, and how much it is in scope: its probability less that of
    out-of-scope times `weight`."""
    probabilities = model.probabilities(table)
    outside = model.labels.index(OUT_OF_SCOPE)
    inside = probabilities.copy()
    inside[:, outside] = -1
    best = inside.argmax(axis=1)
    return np.array(model.labels)[best], inside.max(axis=1) - weight * probabilities[:, outside]


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


def choose(labels: Sequence[str], model: TopicModel, table: Array, target: float) -> tuple[float, float]:
    """Weight and threshold with the best out-of-scope recall among those that keep in-scope accuracy at `target`."""
    best = (-1.0, 0.0, 0.0)
    for weight in (0.0, 0.5, 1.0, 2.0):
        guesses, scores = score(model, table, weight)
        for threshold in np.quantile(scores, np.linspace(0, 0.4, 401)):
            found = measure(labels, guesses, scores, float(threshold))
            if found["in_scope_accuracy"] >= target and found["out_of_scope_recall"] > best[0]:
                best = (found["out_of_scope_recall"], weight, float(threshold))
    return best[1], best[2]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="data_full.json of CLINC150")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--target", type=float, default=0.952, help="in-scope accuracy to keep on validation")
    parser.add_argument("--out", type=Path, default=Path("benchmarks/results/clinc150.json"))
    options = parser.parse_args()
    if not options.data.exists():
        parser.error(f"{options.data} does not exist; give the path of CLINC150's data_full.json")

    torch.set_num_threads(2)
    settings = Settings(epochs=options.epochs, joining=0.0)
    train, validation, test = (read(options.data, split) for split in ("train", "val", "test"))
    started = time.monotonic()
    network = fine_tune(train, _as_written, settings)
    model = TopicModel.fit(rows(network, train), [example.label for example in train])
    minutes = (time.monotonic() - started) / 60

    labels = [example.label for example in validation]
    weight, threshold = choose(labels, model, rows(network, validation), options.target)
    guesses, scores = score(model, rows(network, test), weight)
    result: dict[str, Any] = {
        "date": date.today().isoformat(),
        "minutes_of_training": round(minutes, 1),
        "weight": weight,
        "threshold": threshold,
        "settings": asdict(settings),
        **measure([example.label for example in test], guesses, scores, threshold),
    }
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=2))
    return 0


def _as_written(example: Example, chance: random.Random) -> Example:
    return example


if __name__ == "__main__":
    sys.exit(main())
