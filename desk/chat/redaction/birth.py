"""Dates of birth: a date that is said to be one, or that stands beside a name or a number of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chat.redaction.dates import COMPACT_DATE, FULL_DATE, SHORT_DATE, SPACED_DATE, year_of
from chat.redaction.spans import Span

_YEAR = r"\b(?:19|20)\d\d\b"
_ONE = rf"{FULL_DATE}|{SPACED_DATE}|{COMPACT_DATE}|{SHORT_DATE}"
_BEFORE = re.compile(
    r"(?:\b(?:d[./]?\s?o[./]?\s?b\b\.?|naissance|nascita|nacimiento|birth\s?dates?|birth\s?days?|b'?-?days?|date\s+of\s+birth|dates\s+of\s+birth|"
    r"d\.?d\.?n\b\.?|geb\.?\s?-?\s?dat\w*\.?|f\.?d\.?n\b\.?|doğum\s+tarihi|fødselsdag|ngày\s+sinh|tanggal\s+lahir|y\.?o\.?b\b\.?|jahrgang|(?:day|year|month)\s+of\s+birth|birth\s+(?:year|day)|geburtsdatum|geburtstag|geb\.|date\s+de\s+naissance|fecha\s+de\s+nac\w*\.?|f\.?\s?nac\.?|"
    r"data\s+di\s+nascita|data\s+de\s+nascimento|geboorte\s?datum|geb\.?\s?datum|fødselsdato|födelsedatum|syntymäaika|"
    r"data\s+urodzenia|cumplo\s+el)|дата\s+рождения|出生日期|生年月日|생년월일|जन्म\s*(?:तिथि|तारीख)?|janam\s+tithi|تاريخ\s+الميلاد|ημερομηνία\s+γέννησης)(?P<gap>[^.!?\n\d]{0,30}?[:\s(=-]{0,3}?)"
    rf"(?P<it>{_ONE}|{_YEAR}|(?<!\d)\d{{6}}(?!\d))",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"(?:\bborn\b|\bb\.|(?<!\w)\*|\bgeb(?:oren|\.)?\b|\bn[eé]e?(?:\(e\))?\s+(?:le\b|:)|\bszületett|\bnarozen[aý]?|\bro[dđ]en[a]?|\bgeboortedatum|\bnacid[oa]\b|\bnac[ií]\b|\bnat[oa]\b|"
    r"\bnascid[oa]\b|\bnasci\b|\bfödd\b|\bfødt\b|\bsyntynyt\b|\burodzon[aey]?\w*|\burodziłe?a?m\s+się|\bur\.|родил\w*|"
    rf"生于|出生于?)(?P<gap>[^.!?\n\d]{{0,25}}?)(?P<it>{_ONE})",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?P<it>{FULL_DATE}|{SPACED_DATE}|{SHORT_DATE})\s*(?:,|-|\()?\s*(?:is|was|being|=)?\s*(?:my|his|her|our|their|the|\w+'s)?\s*"
    r"(?:d\.?o\.?b\b|birth\s?day|birth\s?date|date\s+of\s+birth|day\s+of\s+birth|\(?born|geboren|geb\.|nacid[oa]|出生|生まれ|태어)"
    rf"|\b(?:turn(?:ed|ing|s)?|be|was|am)\s+\d{{1,3}}\s+(?:on|this)\s+(?:the\s+)?(?P<turned>{FULL_DATE}|{SHORT_DATE})"
    rf"|\b(?:(?:i'?m|i\s+am|aged?:?)\s*\d{{1,3}}|\d{{1,3}}\s?(?:y\.?/?o\.?|years?\s+old|yrs?(?:\s+old)?))[\s,(]{{1,3}}(?P<aged>{FULL_DATE})"
    rf"|(?P<age>{FULL_DATE})[\s,(]{{1,3}}(?:age|aged)\s*\d{{1,3}}"
    rf"|(?P<when>{FULL_DATE})\s+(?:is|was)\s+(?:when|the\s+day)\s+(?:i|he|she)\s+(?:was|were)\s+born",
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
_OLD = 1970
"""A whole date of so long ago, with nothing medical before it, is when somebody was born."""


def find(text: str) -> Iterator[Span]:
    """Where a date is said to be one of birth. A year alone is one only after 'date of birth' and its like."""
    for rule in (_BEFORE, _BORN, _AFTER):
        for match in rule.finditer(text):
            named = next(name for name, said in match.groupdict().items() if said and name != "gap")
            yield Span(*match.span(named), "date of birth")
    for match in _ANY.finditer(text):
        year = year_of(match[0])
        if year is not None and year <= _OLD and not _MEDICAL.search(text[: match.start()]):
            yield Span(*match.span(), "date of birth")


def beside(text: str, found: Sequence[Span], *, within: int) -> Iterator[Span]:
    """Bare dates close to another personal detail: 'Name, 12.03.1961'. Not those that something medical explains."""
    for match in _ANY.finditer(text):
        year = year_of(match[0])
        if year is None or year > _LATEST_BIRTH or _MEDICAL.search(text[: match.start()]):
            continue
        if any(span.start - within <= match.end() and match.start() <= span.end + within for span in found):
            yield Span(*match.span(), "date of birth")
