"""The many ways to write the name of the one disease that the source is about."""

from __future__ import annotations

import re
from itertools import pairwise

from rapidfuzz.distance import OSA

NAME = "LEMS"
"""What stands in the masked text for every way to write it."""

_LAMBERT = r"l(?:a|e|o)?m+b?(?:e|u|a|i)?r+(?:t|d|ts|t's)?e?"
_FULL = r"l(?:a|e|o)?m+b?(?:e|u|a|i)?r+(?:t|d)(?:s|'s)?e?"
_EATON = r"(?:e+a*t+(?:o|e|i|a)n(?!g)s?|eton|e(?:a|e)tton|heaton)"
_ORDINARY = r"(?:eating|eden)"
"""Words of their own: they count only beside a Lambert with its 't'."""
_PATTERN = re.compile(
    r"\b(?:"
    rf"(?:{_LAMBERT}[\s/-]*{_EATON}|{_EATON}[\s/-]*{_LAMBERT}|{_FULL}[\s/-]*{_ORDINARY}|{_ORDINARY}[\s/-]*{_FULL})"
    r"(?:'?s)?(?:[\s,-]*\(?(?:myasth?[ae]?n[a-z]*|my?sth?[a-z]*nic|maya?\s?thenic))?\)?(?:[\s-]*(?:syn?d?rom?e?s?|disease|disorder))?"
    r"|l\.?\s?e\.?\s?m\.?\s?s\b\.?"
    r"|le?[\s-]syndrome|l-?e[\s-](?:ms|myasthenic)\b(?:[\s-]syndrome)?"
    r"|(?<!congenital )myasthenic[\s-]+syn?drom?e(?:\s*\(?lambert'?s?\)?)?"
    r"|lambert'?s?[\s-]+(?:myasthenic[\s-]+)?(?:syndrome|disease)"
    r")(?:\s*\(\s*lems\s*\))?",
    re.IGNORECASE,
)
_HALVES = (("lambert", "eaton"), ("eaton", "lambert"))
_WORD = re.compile(r"[^\W\d_]+")
_CONGENITAL = re.compile(r"congenital\s{1,9}$", re.IGNORECASE)
_BEFORE = 20
"""Characters before a name in which 'congenital' is looked for."""


def find(text: str) -> list[tuple[int, int]]:
    """The places (start, end in characters) where LEMS is named, in order."""
    places = [
        m.span()
        for m in _PATTERN.finditer(text)
        if not _CONGENITAL.search(text[max(0, m.start() - _BEFORE) : m.start()])
    ]
    taken = bytearray(len(text))
    for start, end in places:
        taken[start:end] = b"x" * (end - start)
    places += [(start, end) for start, end in _misspelt(text) if not any(taken[start:end])]
    return sorted(places)


def _misspelt(text: str) -> list[tuple[int, int]]:
    """Two neighbouring words that are each close to one half of the name, in either order."""
    words = list(_WORD.finditer(text))
    found = []
    for left, right in pairwise(words):
        if right.start() - left.end() > 2:
            continue
        pair = (left[0].lower(), right[0].lower())
        if any(_near(pair[0], first) and _near(pair[1], second) for first, second in _HALVES):
            found.append((left.start(), right.end()))
    return found


def _near(word: str, name: str) -> bool:
    return word[0] == name[0] and abs(len(word) - len(name)) <= 2 and OSA.distance(word, name, score_cutoff=2) <= 2
