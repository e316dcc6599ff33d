"""Sentences: how a text is cut into them, and how two of them are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_END = re.compile(r"(?<=[.?!:])\s+(?=[A-Z\"“])")
LEANS = ("in these cases", "however", "this means", "this release", "this is known", "these ", "when these")
"""Openings that point to the sentence before. Such a sentence comes only after it."""
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-", "\u2010": "-", "\u2011": "-"})


def split(text: str) -> list[str]:
    """The sentences of a text, in order. A colon before a capital letter ends a sentence too."""
    flat = " ".join(text.split())
    return [sentence for sentence in _END.split(flat) if sentence]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text with quotes, dashes, spaces and letter case made alike; the full stop at the end falls away."""
    folded = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    folded = re.sub(r"\s*-\s*", "-", " ".join(folded.split()))
    return folded.casefold().rstrip(" .")


def leans(sentence: str) -> bool:
    """Whether a sentence means something only after the one before it."""
    return fold(sentence).startswith(LEANS)
