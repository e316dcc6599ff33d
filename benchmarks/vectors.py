"""The vectors that a network of torch makes of texts; in the encoder's environment alone."""

from __future__ import annotations

from typing import Callable, Sequence

import numpy as np
import numpy.typing as npt
import torch

from encoder.examples import Example
from encoder.network import Network
from encoder.train import Settings, encode, tokenizer

Vectors = npt.NDArray[np.float32]


def reader(network: Network) -> Callable[[Sequence[str]], Vectors]:
    """What reads texts with this network: (n, 384)."""
    pieces = tokenizer(Settings.longest)

    def vectors(texts: Sequence[str]) -> Vectors:
        ids, mask, own, _ = encode(pieces, [Example(text, "") for text in texts])
        with torch.no_grad():
            return np.asarray(network(ids, mask, own)[0].numpy())

    return vectors
