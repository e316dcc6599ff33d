"""The sentence encoder: MiniLM, fine-tuned on the project's own examples (encoder/), as int8 ONNX."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Encoding, Tokenizer

FOLDER = Path("encoder/artefact")
DIMENSIONS = 384
EARLIER = 200
"""Characters that are read of what was said before, its last ones; and the length of a message from which on it stands
for itself."""
UNLIKELY = 0.05
"""What is less probable than this is not counted among what may be asked."""
LONGEST = 160
"""Word pieces; of what is longer only the beginning is read (`Encoded.cut`)."""

Vectors = npt.NDArray[np.float32]


class EncoderError(RuntimeError):
    """The artefact is missing or is not the one that encoder.json describes."""


@dataclass(frozen=True)
class Asked:
    """A label with the probability that the text asks this, whatever else it asks."""

    label: str
    probability: float


@dataclass(frozen=True)
class Encoded:
    """`vector`: (384,), of length one. `names`: (start, end, probability that it belongs to the name of another
    condition) for each word piece, in characters of the text. `asked`: what may be asked, in the order of the text.
    `cut`: the text was longer than what is read."""

    vector: Vectors
    names: list[tuple[int, int, float]]
    asked: tuple[Asked, ...]
    cut: bool = False


class Encoder:
    """Runs the artefact on one thread. Build it with `load`."""

    def __init__(self, session: onnxruntime.InferenceSession, tokenizer: Tokenizer, labels: Sequence[str]) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._labels = tuple(labels)

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Encoder:
        """Loads the artefact after comparing its checksums.

        Raises:
            EncoderError: a file is missing or changed.
        """
        try:
            facts = json.loads((folder / "encoder.json").read_text(encoding="utf-8"))
            for name, checksum in facts["sha256"].items():
                found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
                if found != checksum:
                    raise EncoderError(f"{folder / name} is not the file that encoder.json describes; run make encoder")
        except FileNotFoundError as error:
            raise EncoderError(f"{error.filename} is missing; run make encoder") from error
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(
            str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.enable_truncation(LONGEST)
        tokenizer.enable_padding()
        return cls(session, tokenizer, facts["labels"])

    def encode(self, texts: Sequence[str], *, before: Sequence[str] = ()) -> list[Encoded]:
        """One result a text, in order. An empty text has a vector too. Texts of like length cost least: the shorter
        ones are padded. `before`: for each text what was said before it, empty where nothing was."""
        if not texts:
            return []
        earlier = list(before) or [""] * len(texts)
        pairs = [
            (said[-EARLIER:], text) if said and len(text) <= EARLIER else text
            for said, text in zip(earlier, texts, strict=True)
        ]
        encodings = self._tokenizer.encode_batch(pairs)
        if any(isinstance(pair, tuple) and 1 not in e.sequence_ids for pair, e in zip(pairs, encodings)):
            # A text of signs that have no word piece leaves nothing to read beside what was said before.
            encodings = self._tokenizer.encode_batch(list(texts))
        parts = [max(part or 0 for part in encoding.sequence_ids) for encoding in encodings]
        vectors, names, asked, places = self._session.run(
            None,
            {
                "input_ids": np.array([e.ids for e in encodings], dtype=np.int64),
                "attention_mask": np.array([e.attention_mask for e in encodings], dtype=np.int64),
                "own": np.array([_own(e, part) for e, part in zip(encodings, parts)], dtype=np.float32),
            },
        )
        names, asked = _probability(names), _probability(asked)
        return [
            Encoded(
                vector=vectors[row],
                names=[
                    (start, end, float(names[row, column]))
                    for column, ((start, end), part) in enumerate(zip(encoding.offsets, encoding.sequence_ids))
                    if end > start and part == parts[row]
                ],
                asked=self._asked(asked[row], places[row]),
                cut=bool(encoding.overflowing),
            )
            for row, encoding in enumerate(encodings)
        ]

    def _asked(self, probabilities: Vectors, places: Vectors) -> tuple[Asked, ...]:
        likely = [n for n in np.argsort(places, kind="stable") if probabilities[n] >= UNLIKELY]
        return tuple(Asked(self._labels[n], float(probabilities[n])) for n in likely)


def _own(encoding: Encoding, part: int) -> list[int]:
    """Which word pieces are the text itself: the second of a pair, else all."""
    return [int(found == part) for found in encoding.sequence_ids] if part else encoding.attention_mask


def _probability(scores: Vectors) -> Vectors:
    return np.asarray(1 / (1 + np.exp(-scores)))
