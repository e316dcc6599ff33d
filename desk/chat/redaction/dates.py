"""How people write dates: one pattern, and the year of what it found."""

from __future__ import annotations

import re

_MONTHS = (
    r"(?:jan(?:uary|uar|vier|uari|eiro)?|gennaio|enero|feb(?:ruary|ruar|ruari|brero|braio|ereiro)?|f[eé]vr(?:ier)?|"
    r"mar(?:ch|s|zo|ço|zec)?|märz|maart|apr(?:il|ile)?|avril|abril|may|mai|mei|mayo|maggio|maio|maj|jun(?:e|i|io|ho)?|"
    r"juin|giugno|jul(?:y|i|io|ho)?|juillet|luglio|aug(?:ust|ustus|usti)?|ao[uû]t|agosto|sept?(?:ember|embre|iembre)?|"
    r"set(?:tembre|embro)|oct(?:ober|obre|ubre)?|okt(?:ober|ober)?|ottobre|outubro|nov(?:ember|embre|iembre|embro)?|"
    r"dec(?:ember|embre)?|dez(?:ember|embro)?|d[eé]cembre|dic(?:iembre|embre)?|"
    r"stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|"
    r"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|"
    r"tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta)\.?"
)
_ORDINAL_WORD = (
    r"(?:twenty[\s-]|thirty[\s-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)
_YEAR_WORDS = (
    r"(?:(?:nineteen|twenty|two\s+thousand)(?:\s+(?:and\s+)?(?:hundred|oh|o|[a-z]+teen|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|one|two|three|four|five|six|seven|eight|nine)|-(?:one|two|three|four|five|six|seven|"
    r"eight|nine)){0,3}|(?:thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)"
_FULL_YEAR = r"(?:19|20)\d\d"
_SEP = r"(?:\s?[./-]\s?)"

FULL_DATE = (
    rf"(?:\b{_FULL_YEAR}{_SEP}{_MONTH}{_SEP}{_DAY}\b"
    rf"|\b(?:{_DAY}{_SEP}{_MONTH}|{_MONTH}{_SEP}{_DAY}){_SEP}{_YEAR}\b"
    rf"|\b{_DAY}(?:st|nd|rd|th|er|\.|º)?(?:\s+day)?(?:\s+(?:of|de|di))?[\s/.-]*{_MONTHS}(?:\s*,)?(?:\s+(?:de|del|of))?[\s/.-]*{_YEAR}\b"
    rf"|\b{_FULL_YEAR}[\s/.-]+{_MONTHS}[\s/.-]+{_DAY}\b"
    rf"|\b(?:{_ORDINAL_WORD})\s+(?:of\s+)?{_MONTHS},?\s+(?:{_YEAR}|{_YEAR_WORDS})\b"
    rf"|\b{_MONTHS}\s+(?:the\s+)?(?:{_ORDINAL_WORD}),?\s+(?:{_YEAR}|{_YEAR_WORDS})\b"
    rf"|\b{_DAY}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTHS},?\s+{_YEAR_WORDS}\b"
    rf"|\b{_DAY}(?:st|nd|rd|th)?\s+of\s+the\s+{_MONTH}(?:st|nd|rd|th)?,?\s+(?:of\s+)?{_YEAR}\b"
    rf"|\b{_DAY}\s?[./-]\s?(?:I{{1,3}}|I?[VX]|VI{{1,3}}|XI{{1,2}})\s?[./-]\s?{_YEAR}\b"
    rf"|(?<!\d){_FULL_YEAR}\s?[年년]\s?{_MONTH}\s?[月월]\s?{_DAY}\s?[日일]?"
    rf"|\b{_MONTHS}[\s-]*{_DAY}(?:st|nd|rd|th)?(?:\s*,)?[\s-]+{_YEAR}\b)"
)
"""Day, month and year, in any order and spelling that is used."""

SPACED_DATE = (
    rf"(?:\b(?:{_DAY}\s+{_MONTH}|{_MONTH}\s+{_DAY})\s+{_YEAR}\b|\b{_FULL_YEAR}\s+{_MONTH}\s+{_DAY}\b|\b\d\d[./-]{_MONTH}[./-]{_DAY}\b"
    rf"|\b{_DAY}[_,|]\s?{_MONTH}[_,|]\s?{_YEAR}\b)"
)
"""Numbers with nothing but spaces between them: a date only where a word says so."""

SHORT_DATE = (
    rf"(?:\b{_DAY}(?:st|nd|rd|th|\.)?(?:\s+of)?[\s-]*{_MONTHS}(?!\w)|\b{_MONTHS}[\s-]*{_DAY}(?:st|nd|rd|th)?\b"
    rf"|\b{_DAY}{_SEP}{_MONTH}\b|\b{_MONTHS}(?:\s+of)?[\s,-]+(?:{_FULL_YEAR}|'\d\d)\b|\b{_MONTH}/{_FULL_YEAR}\b)"
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
