"""Dates of birth: a date that is said to be one, or that stands beside a name or a number of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chat.redaction.dates import COMPACT_DATE, FULL_DATE, SHORT_DATE, year_of
from chat.redaction.spans import Span

_YEAR = r"\b(?:19|20)\d\d\b"
_BEFORE = re.compile(
    r"\b(?:d\.?\s?o\.?\s?b\b\.?|birth\s?dates?|birth\s?days?|b-?days?|date\s+of\s+birth|dates\s+of\s+birth|"
    r"day\s+of\s+birth|geburtsdatum|geb\.|geboren\s+am|date\s+de\s+naissance|n[eé]e?\s+le|fecha\s+de\s+nacimiento|"
    r"nacid[oa]\s+el)(?P<gap>[^.!?\n\d]{0,30}?[:\s(]?)"
    rf"(?P<it>{FULL_DATE}|{COMPACT_DATE}|{SHORT_DATE}|{_YEAR}|(?<!\d)\d{{6}}(?!\d))",
    re.IGNORECASE,
)
_BORN = re.compile(
    rf"(?:\bborn\b|\bb\.|\*)(?P<gap>[^.!?\n\d]{{0,25}}?)(?P<it>{FULL_DATE}|{COMPACT_DATE}|{SHORT_DATE})", re.IGNORECASE
)
_AFTER = re.compile(
    rf"(?P<it>{FULL_DATE}|{SHORT_DATE})\s*(?:,|-|\()?\s*(?:is|was|being|=)?\s*(?:my|his|her|our|their|the|\w+'s)?\s*"
    r"(?:d\.?o\.?b\b|birth\s?day|birth\s?date|date\s+of\s+birth|day\s+of\s+birth|\(?born)",
    re.IGNORECASE,
)
_ANY = re.compile(rf"{FULL_DATE}|{COMPACT_DATE}", re.IGNORECASE)
_MEDICAL = re.compile(
    r"\b(?:diagnos\w*|surgery|operation|operated|scan\w*|mri|ct|started|since|from|until|updated|reviewed|dated|"
    r"published|appointment|visit|seen|tested|test|admitted|discharged|died|vaccin\w*|treated|infusion|biopsy)\b"
    r"[^.!?\n]{0,20}$",
    re.IGNORECASE,
)
_LATEST_BIRTH = 2015


def find(text: str) -> Iterator[Span]:
    """Where a date is said to be one of birth. A year alone is one only after 'date of birth' and its like."""
    for rule in (_BEFORE, _BORN, _AFTER):
        for match in rule.finditer(text):
            yield Span(*match.span("it"), "date of birth")


def beside(text: str, found: Sequence[Span], *, within: int) -> Iterator[Span]:
    """Bare dates close to another personal detail: 'Name, 12.03.1961'. Not those that something medical explains."""
    for match in _ANY.finditer(text):
        year = year_of(match[0])
        if year is None or year > _LATEST_BIRTH or _MEDICAL.search(text[: match.start()]):
            continue
        if any(span.start - within <= match.end() and match.start() <= span.end + within for span in found):
            yield Span(*match.span(), "date of birth")
