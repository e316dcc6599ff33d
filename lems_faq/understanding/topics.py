"""The topic classifier: logistic regression on the sentence vector and two flags, calibrated."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Sequence

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

Array = npt.NDArray[np.float64]

SCALE = 6.0
"""What a vector of length one is multiplied by, so that the regularisation suits flags and vector alike."""
FLAG = 2.0
"""What a flag is worth when it is set."""


def features(vectors: npt.NDArray[np.float32], *, flags: Sequence[Sequence[bool]]) -> Array:
    """(n, 387): the sentence vectors and, for each, three flags: another condition named, LEMS named, a drug that
    is not used in LEMS named."""
    marks = np.array(flags, dtype=np.float64).reshape(len(vectors), -1) * FLAG
    return np.hstack([vectors.astype(np.float64) * SCALE, marks])


@dataclass(frozen=True)
class TopicModel:
    """`weights` (features, labels) and `bias` (labels,). `temperature` is what calibration divides the scores by."""

    labels: tuple[str, ...]
    weights: Array
    bias: Array
    temperature: float = 1.0

    @classmethod
    def fit(cls, rows: Array, labels: Sequence[str], *, strength: float = 1.0, temperature: float = 1.0) -> TopicModel:
        """Trains on rows of `features`.

        Raises:
            ValueError: fewer than two labels.
        """
        model = LogisticRegression(C=strength, max_iter=150, tol=1e-3)
        model.fit(rows.astype(np.float32), list(labels))
        weights, bias = model.coef_.T, model.intercept_
        if len(model.classes_) == 2:
            weights, bias = np.hstack([-weights, weights]) / 2, np.array([-bias[0], bias[0]]) / 2
        return cls(tuple(model.classes_), weights, bias, temperature)

    def probabilities(self, rows: Array) -> Array:
        """(n, labels), each row sums to one."""
        scores = (rows @ self.weights + self.bias) / self.temperature
        scores -= scores.max(axis=1, keepdims=True)
        exponents = np.exp(scores)
        return np.asarray(exponents / exponents.sum(axis=1, keepdims=True))

    def save(self, path: Path) -> None:
        np.savez(
            path,
            labels=np.array(self.labels),
            weights=self.weights.astype(np.float32),
            bias=self.bias,
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
            arrays["weights"].astype(np.float64),
            arrays["bias"],
            float(arrays["temperature"]),
        )
