"""How people write dates: one pattern, and the year of what it found."""

from __future__ import annotations

import re

_MONTHS = (
    r"(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?)\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)"
_FULL_YEAR = r"(?:19|20)\d\d"
_SEP = r"(?:\s?[./-]\s?)"

FULL_DATE = (
    rf"(?:\b{_FULL_YEAR}{_SEP}{_MONTH}{_SEP}{_DAY}\b"
    rf"|\b(?:{_DAY}{_SEP}{_MONTH}|{_MONTH}{_SEP}{_DAY}){_SEP}{_YEAR}\b"
    rf"|\b{_DAY}(?:st|nd|rd|th|\.)?(?:\s+of)?[\s-]*{_MONTHS}(?:\s*,)?[\s-]*{_YEAR}\b"
    rf"|\b{_MONTHS}[\s-]*{_DAY}(?:st|nd|rd|th)?(?:\s*,)?[\s-]+{_YEAR}\b)"
)
"""Day, month and year, in any order and spelling that is used."""

SHORT_DATE = (
    rf"(?:\b{_DAY}(?:st|nd|rd|th|\.)?(?:\s+of)?[\s-]*{_MONTHS}(?!\w)|\b{_MONTHS}[\s-]*{_DAY}(?:st|nd|rd|th)?\b"
    rf"|\b{_DAY}{_SEP}{_MONTH}\b|\b{_MONTHS}(?:\s+of)?[\s,-]+{_FULL_YEAR}\b|\b{_MONTH}/{_FULL_YEAR}\b)"
)
"""Day and month, or month and year."""

_DD, _MM = r"(?:0[1-9]|[12]\d|3[01])", r"(?:0[1-9]|1[0-2])"
COMPACT_DATE = rf"(?<!\d)(?:{_FULL_YEAR}{_MM}{_DD}|{_DD}{_MM}{_FULL_YEAR})(?!\d)"
"""Eight digits without signs between them."""

_FOUR = re.compile(r"(?:19|20)\d\d")


def year_of(date: str) -> int | None:
    """The year of a date with a full year; None where it has none."""
    match = _FOUR.search(date)
    return int(match[0]) if match else None
