"""Character n-grams of a text: what an encoder does not see of slips of the hand and rare spellings."""

from __future__ import annotations

from typing import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import HashingVectorizer

DIMENSIONS = 2**15

_HASHING = HashingVectorizer(
    analyzer="char_wb", ngram_range=(2, 4), n_features=DIMENSIONS, alternate_sign=False, dtype=np.float32
)


def rows(texts: Sequence[str]) -> csr_matrix:
    """(texts, DIMENSIONS): how often each n-gram of two to four characters stands in a text, each row of length one."""
    return _HASHING.transform(texts)
