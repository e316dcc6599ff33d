"""Telephone numbers, and other long numbers that no medical text holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat.redaction.dates import FULL_DATE
from chat.redaction.spans import Span

CRISIS_NUMBERS = frozenset(
    {"112", "911", "999", "111", "988", "116123", "116117", "116111", "116000", "741741", "85258", "50808", "686868"}
)
"""Numbers that are nobody's own: a frightened person names them, and the assistant must read that."""

CRISIS = re.compile(f"(?:{'|'.join(sorted(CRISIS_NUMBERS))})+")
"""Also several in a row: 911 911 911."""

_GROUPED = re.compile(r"(?<![\w./:,-])(?:\+\s?|\(\s?\+?)?\d(?:(?:\s?[-./()_~*]\s?|[ ]{1,2})*\d)*(?![\w%])", re.ASCII)
_CUED = re.compile(
    r"\b(?:tele)?(?:phone|fone|cell(?:phone)?|mobile|mob|handy|tel|fax|landline|whatsapp|pager|beeper|sms|tlf|telef[oó]no?|t[eé]l[eé]phone|m[oó]vil|celular|cellulare|gsm|puhelin|telefon)\b"
    r"|\b(?:call|text|ring|phone|reach|contact|message|dial|fax)\s+(?:me|us|him|her|my|back|home)\b"
    r"|\b(?:my|her|his|our|work|home|contact|day\s?time|best|wife's|husband's|mum's|mom's|dad's)\s+(?:\w+\s+)?"
    r"(?:number|no\.?|nr\.?|digits)(?!\s+of)\b",
    re.IGNORECASE,
)
_GLUED = re.compile(
    r"(?:phone|fone|cell|mobile|mob|tel|fax|call|text|ring|number|nr|num|no|me|on|at|is|landline|whatsapp|sms|home|work|and|or)"
    r"[.:=]?(?P<it>\+?\d(?:[ .-]?\d){6,14})",
    re.IGNORECASE,
)
"""Written without a space before it or after it."""

_COMMAS = re.compile(r"(?<![\d,.])(?P<it>0\d{2,4},\d{3},\d{3,4})(?![\d,.])")
_SHORT = re.compile(
    r"\b(?:ext(?:ension|n)?\.?|durchwahl|poste|bleep|pager)\s*(?:no\.?|number|is|:)?\s*(?P<it>\d{3,6})\b", re.IGNORECASE
)
_CUE_REACH = 30
_UNIT = re.compile(
    r"\s?(?:mg|mcg|ug|µg|g|kg|ml|l|pmol|nmol|mmol|iu|units?|steps?|people|patients?|cases?|cells?|years?|days?|"
    r"weeks?|months?|hours?|minutes?|times|dollars?|euros?|pounds?|calories|kcal|miles|km|percent|per\s)\b|\s?[%°€£$]",
    re.IGNORECASE,
)
_DATE = re.compile(FULL_DATE, re.IGNORECASE)
_PHRASE = re.compile(r"\b(?:doi|isbn|issn|pmid|nct|eudract|batch|lot)\b[\s:./]*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")

_DIGIT = (
    r"(?:(?:double|triple|treble)[\s-]+)?(?:zero|oh|o|nought|naught|one|two|three|four|five|six|seven|eight|nine|hundred|"
    r"null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zéro|un|deux|trois|quatre|cinq|sept|huit|neuf|"
    r"cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|due|tre|quattro|cinque|sei|sette|otto|nove|nul|een|twee|drie|vijf|zes|zeven|negen)"
)
_SPOKEN = re.compile(rf"\b{_DIGIT}(?:[\s,.-]+{_DIGIT}){{5,}}\b", re.IGNORECASE)
_HALF_SPOKEN = re.compile(
    rf"(?<!\w)(?=(?:\+?\d+[\s,.-]+)+(?:{_DIGIT}[\s,.-]+{_DIGIT}|(?:double|triple|treble)\s)|{_DIGIT}[\s,.-]+{_DIGIT}[\s,.-]+\d)"
    rf"(?:(?:{_DIGIT}|\+?\d{{1,6}})[\s,.-]+){{3,}}(?:{_DIGIT}|\d{{1,6}})\b",
    re.IGNORECASE,
)
"""Digits and words by turns: 07700 nine double oh one two three."""

_EXTENSION = re.compile(r"[,\s]*(?:ext(?:ension)?\.?|x)\s?\d{1,6}\b", re.IGNORECASE)


def find(text: str, keep: frozenset[str] = frozenset()) -> Iterator[Span]:
    """Where they stand. `keep`: more numbers, digits only, that are nobody's own."""
    dates = [match.span() for match in _DATE.finditer(text) if not _part_of_number(text, *match.span())]
    for match in _GROUPED.finditer(text):
        start, end = match.span()
        for start, end in _without(start, end, dates):  # noqa: B020 (a date within splits the run)
            if span := _number(text, start, end, keep):
                yield span
    for rule in (_SPOKEN, _HALF_SPOKEN):
        for match in rule.finditer(text):
            yield Span(*match.span(), "phone number")
    for rule in (_GLUED, _COMMAS, _SHORT):
        for match in rule.finditer(text):
            digits = re.sub(r"\D", "", match["it"])
            if digits not in CRISIS_NUMBERS and digits not in keep and not _UNIT.match(text, match.end()):
                yield Span(*match.span("it"), "phone number")


def _part_of_number(text: str, start: int, end: int) -> bool:
    """06.12.34.56.78: the run goes on with the same signs."""
    return bool(
        re.match(r"[./-]\d\d(?!\d)", text[end:]) or re.search(r"(?:\+\d{1,3}\s?(?:\(0\))?|\d[./-])$", text[:start])
    )


def _without(start: int, end: int, dates: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in dates:
        if start < last and first < end:
            if first > start:
                yield start, first
            start = max(start, last)
    if start < end:
        yield start, end


def _number(text: str, start: int, end: int, keep: frozenset[str]) -> Span | None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(" -./)"))
    piece = text[start:end].rstrip(" -./(")
    end = start + len(piece)
    groups = re.findall(r"\d+", piece)
    digits = "".join(groups)
    if CRISIS.fullmatch(digits) or digits in keep or _PHRASE.search(text[:start]):
        return None
    cued = bool(_CUED.search(text[max(0, start - _CUE_REACH) : start]))
    international = piece.lstrip("( ").startswith("+") or (digits.startswith("00") and len(digits) >= 9)
    if not _is_number(piece, groups, digits, cued=cued, international=international, after=text[end:]):
        return None
    if extension := _EXTENSION.match(text, end):
        end = extension.end()
    return Span(start, end, "card number" if _is_card(digits) else "phone number")


def _is_number(piece: str, groups: list[str], digits: str, *, cued: bool, international: bool, after: str) -> bool:
    if all(_YEAR.fullmatch(group) for group in groups):
        return False
    if international:
        return len(digits) >= 7
    if _is_card(digits):
        return True
    if _UNIT.match(after):
        return False
    if cued:
        return len(digits) >= 5
    if len(groups) == 1:
        # A count is round; eight digits can be a date without its signs.
        return len(digits) >= 7 and not digits.endswith("000" if len(digits) < 10 else "00000")
    if len(digits) >= 9:
        return _grouped_as_number(piece, groups)
    if len(digits) in (7, 8) and digits.startswith("0"):
        return _grouped_as_number(piece, groups)
    if re.fullmatch(r"[2-9]\d{3}[ -]\d{4}", piece) and not any(
        _YEAR.fullmatch(group) or group.endswith("0") for group in groups
    ):
        return True
    # 555-0123: written like a range, but a range rises and is round.
    local = re.fullmatch(r"(\d{3})\s?-\s?(\d{4})", piece) or re.fullmatch(r"(\d{3}) (\d{4})", piece)
    return bool(local) and not (groups[0].endswith("0") and groups[1].endswith("0"))


def _grouped_as_number(piece: str, groups: list[str]) -> bool:
    """Not a list of doses ('5 10 15 20 25') and not decimal numbers ('0.25 0.30 0.45')."""
    if re.search(r"\b\d\.\d{1,2}\b", piece) or (piece.count("/") > 1 and not re.match(r"\+|0\d{3}", piece)):
        return False
    if all(len(group) == 1 for group in groups):
        return True
    if [len(group) for group in groups] == [1, 2, 2, 2, 2] and piece.count(" ") == 4:
        return True
    if all(len(group) <= 2 for group in groups):
        return groups[0].startswith("0") and all(len(group) == 2 for group in groups)
    return max(len(group) for group in groups) >= 3


def _is_card(digits: str) -> bool:
    """Of a payment card: its length, and the check digit of Luhn."""
    if not 13 <= len(digits) <= 19:
        return False
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
