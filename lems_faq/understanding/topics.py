"""The topic classifier: two logistic regressions, on the sentence vector and on character n-grams, and a doubt where a
message is like nothing that was learnt; calibrated."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Sequence, Union

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from lems_faq.understanding import ngrams
from lems_faq.understanding.labels import OUT_OF_SCOPE, is_topic

Array = npt.NDArray[np.float64]
Vectors = npt.NDArray[np.float32]
Rows = Union[Vectors, csr_matrix]

SCALE = 6.0
"""What a vector of length one is multiplied by, so that the regularisation suits flags and vector alike."""
FLAG = 2.0
"""What a flag is worth when it is set."""
FLAGS = 3
USUAL = 0.9
"""Cosine to the nearest centre of a label that half of the messages on a topic by new writers reach."""


def features(vectors: Vectors, *, flags: Sequence[Sequence[bool]]) -> Vectors:
    """(n, 387): the sentence vectors and, for each, three flags: another condition named, LEMS named, a drug that
    is not used in LEMS named."""
    marks = np.array(flags, dtype=np.float32).reshape(len(vectors), -1) * FLAG
    return np.hstack([vectors * np.float32(SCALE), marks])


@dataclass(frozen=True)
class Settings:
    """`strength`: inverse of the regularisation, for vector and n-grams. `share`: the weight of the n-grams' word
    beside the vector's. `doubt`: how much it counts that a message is like nothing learnt. `temperature`: what
    calibration divides the scores by."""

    strength: float = 1.0
    ngram_strength: float = 10.0
    share: float = 0.4
    doubt: float = 4.0
    temperature: float = 1.0


@dataclass(frozen=True)
class Linear:
    """`weights` (features, labels), in rows of single precision as sparse rows need them, and `bias` (labels,)."""

    weights: Vectors
    bias: Array

    @classmethod
    def fit(cls, rows: Rows, labels: Sequence[str], *, strength: float) -> Linear:
        """The columns are the labels in alphabetical order.

        Raises:
            ValueError: fewer than two labels.
        """
        model = LogisticRegression(C=strength, max_iter=150, tol=1e-3)
        model.fit(rows, list(labels))
        weights, bias = model.coef_.T, model.intercept_
        if len(model.classes_) == 2:
            weights, bias = np.hstack([-weights, weights]) / 2, np.array([-bias[0], bias[0]]) / 2
        return cls(np.ascontiguousarray(weights, dtype=np.float32), bias)

    def log_probabilities(self, rows: Rows) -> Array:
        """(n, labels)."""
        return _log_softmax(np.asarray(rows @ self.weights) + self.bias)


@dataclass(frozen=True)
class Familiar:
    """What the learnt messages are like: `centres` (labels but the one outside, dimensions), of length one, around
    which they lie; and what becomes of each label where a message lies near none: `shift` (labels,) is -1 for what then
    gets less likely, 1 for what gets likelier. A regression is as sure far from all that it knows as near it."""

    centres: Vectors
    shift: Array

    @classmethod
    def fit(cls, vectors: Vectors, labels: Sequence[str], *, doubted: Callable[[str], bool], outside: str) -> Familiar:
        """`doubted`: labels that have to be known well; `outside`: the label of all that is not known."""
        names, truth = sorted(set(labels)), np.array(labels)
        means = np.array([vectors[truth == name].mean(axis=0) for name in names if name != outside])
        shift = [1.0 if name == outside else -float(doubted(name)) for name in names]
        return cls(means / np.linalg.norm(means, axis=1, keepdims=True), np.array(shift))

    def doubt(self, vectors: Vectors) -> Array:
        """(n, labels): what is added to the scores of each message for each unit of `Settings.doubt`."""
        strangeness = np.maximum(USUAL - (vectors @ self.centres.T).max(axis=1), 0.0)
        return np.asarray(strangeness[:, None] * self.shift)


@dataclass(frozen=True)
class TopicModel:
    """What all say of a text, weighed."""

    labels: tuple[str, ...]
    by_vector: Linear
    by_ngrams: Linear
    familiar: Familiar
    share: float
    doubt: float
    temperature: float

    @classmethod
    def fit(
        cls,
        rows: Vectors,
        texts: Sequence[str],
        labels: Sequence[str],
        *,
        doubted: Callable[[str], bool] = is_topic,
        outside: str = OUT_OF_SCOPE,
        settings: Settings = Settings(),
    ) -> TopicModel:
        """Trains on rows of `features` and the masked texts. `doubted`, `outside`: Familiar.fit.

        Raises:
            ValueError: fewer than two labels.
        """
        return cls(
            tuple(sorted(set(labels))),
            Linear.fit(rows, labels, strength=settings.strength),
            Linear.fit(ngrams.rows(texts), labels, strength=settings.ngram_strength),
            Familiar.fit(_vectors(rows), labels, doubted=doubted, outside=outside),
            settings.share,
            settings.doubt,
            settings.temperature,
        )

    def probabilities(self, rows: Vectors, texts: Sequence[str]) -> Array:
        """(n, labels), each row sums to one."""
        words: list[Array] = [
            (1 - self.share) * self.by_vector.log_probabilities(rows),
            self.share * self.by_ngrams.log_probabilities(ngrams.rows(texts)),
            self.doubt * self.familiar.doubt(_vectors(rows)),
        ]
        return np.exp(_log_softmax(np.sum(words, axis=0) / self.temperature))

    def save(self, path: Path) -> None:
        np.savez(
            path,
            labels=np.array(self.labels),
            vector_weights=self.by_vector.weights,
            vector_bias=self.by_vector.bias,
            ngram_weights=self.by_ngrams.weights,
            ngram_bias=self.by_ngrams.bias,
            centres=self.familiar.centres,
            shift=self.familiar.shift,
            share=np.array(self.share),
            doubt=np.array(self.doubt),
            temperature=np.array(self.temperature),
        )

    @classmethod
    def load(cls, path: Path) -> TopicModel:
        """Reads what `save` wrote.

        Raises:
            FileNotFoundError: there is none.
        """
        with np.load(path, allow_pickle=False) as stored:
            arrays: dict[str, Any] = {name: stored[name] for name in stored.files}
        return cls(
            tuple(str(label) for label in arrays["labels"]),
            Linear(arrays["vector_weights"], arrays["vector_bias"]),
            Linear(arrays["ngram_weights"], arrays["ngram_bias"]),
            Familiar(arrays["centres"], arrays["shift"]),
            float(arrays["share"]),
            float(arrays["doubt"]),
            float(arrays["temperature"]),
        )


def _vectors(rows: Vectors) -> Vectors:
    """The sentence vectors in rows of `features`."""
    return rows[:, :-FLAGS] / np.float32(SCALE)


def _log_softmax(scores: Array) -> Array:
    scores = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)))
