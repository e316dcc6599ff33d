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
from tokenizers import Tokenizer

FOLDER = Path("encoder/artefact")
DIMENSIONS = 384
_WASTE = 1.2
"""How much longer a batch may become by padding before its texts are read one by one."""
LONGEST = 128
"""Word pieces; what is longer is cut. The whole of a long message is read clause by clause."""

Vectors = npt.NDArray[np.float32]


class EncoderError(RuntimeError):
    """The artefact is missing or is not the one that encoder.json describes."""


@dataclass(frozen=True)
class Encoded:
    """`vector`: (384,), of length one. `names`: (start, end, probability that it belongs to the name of another
    condition) for each word piece, in characters of the text. `several`: that it asks several things."""

    vector: Vectors
    names: list[tuple[int, int, float]]
    several: float


class Encoder:
    """Runs the artefact on one thread. Build it with `load`."""

    def __init__(self, session: onnxruntime.InferenceSession, tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer

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
        return cls(session, tokenizer)

    def encode(self, texts: Sequence[str]) -> list[Encoded]:
        """One result a text, in order. An empty text has a vector too."""
        lengths = [sum(encoding.attention_mask) for encoding in self._tokenizer.encode_batch(list(texts))]
        if not texts:
            return []
        if max(lengths) * len(texts) > _WASTE * sum(lengths):
            # Padding would cost more than it saves: a message and its clauses differ in length.
            return [encoded for text in texts for encoded in self._run([text])]
        return self._run(texts)

    def _run(self, texts: Sequence[str]) -> list[Encoded]:
        encodings = self._tokenizer.encode_batch(list(texts))
        vectors, scores, several = self._session.run(
            None,
            {
                "input_ids": np.array([e.ids for e in encodings], dtype=np.int64),
                "attention_mask": np.array([e.attention_mask for e in encodings], dtype=np.int64),
            },
        )
        probabilities = 1 / (1 + np.exp(-scores))
        return [
            Encoded(
                vector=vectors[row],
                names=[
                    (start, end, float(probabilities[row, column]))
                    for column, (start, end) in enumerate(encoding.offsets)
                    if end > start
                ],
                several=float(1 / (1 + np.exp(-several[row]))),
            )
            for row, encoding in enumerate(encodings)
        ]
