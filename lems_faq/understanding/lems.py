"""The many ways to write the name of the one disease that the source is about."""

from __future__ import annotations

import re

NAME = "LEMS"
"""What stands in the masked text for every way to write it."""

_LAMBERT = r"l(?:a|e|o)?m+b?(?:e|u|a|i)?r+(?:t|d|ts|t's)?e?"
_EATON = r"(?:e+a*t+(?:o|e|i|a)n(?:g|s)?|eating|eton|eatin|e(?:a|e)tton|heaton|eden)"
_PATTERN = re.compile(
    r"\b(?:"
    rf"(?:{_LAMBERT}[\s/-]*{_EATON}|{_EATON}[\s/-]*{_LAMBERT})"
    r"(?:'?s)?(?:[\s,-]*\(?(?:myasth?[ae]?n[a-z]*|my?sth?[a-z]*nic|maya?\s?thenic))?\)?(?:[\s-]*(?:syn?d?rom?e?s?|disease|disorder))?"
    r"|l\.?\s?e\.?\s?m\.?\s?s\b\.?"
    r"|le?[\s-]syndrome|l-?e[\s-](?:ms|myasthenic)\b(?:[\s-]syndrome)?"
    r"|(?<!congenital )myasthenic[\s-]+syn?drom?e(?:\s*\(?lambert'?s?\)?)?"
    r"|lambert'?s?[\s-]+(?:myasthenic[\s-]+)?(?:syndrome|disease)"
    r")(?:\s*\(\s*lems\s*\))?",
    re.IGNORECASE,
)
_CONGENITAL = re.compile(r"congenital\s+$", re.IGNORECASE)


def find(text: str) -> list[tuple[int, int]]:
    """The places (start, end in characters) where LEMS is named."""
    return [m.span() for m in _PATTERN.finditer(text) if not _CONGENITAL.search(text[: m.start()])]
