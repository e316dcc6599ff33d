"""Names without an introduction, where other details of a person stand beside them: 'Ada Example, 0123 456789'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chat.redaction.name_cues import CARER, PERSON
from chat.redaction.spans import Span
from chat.redaction.words import condition_words, first_names, no_names, plain, stops

_CUT = re.compile(r"[\n,;|/()•]+|\s[-–—]+\s|[.?!]\s|\s\+\s")
_WORDS = re.compile(r"[^\W\d_](?:[^\W\d_]|['.-](?=\w))*\.?")
_LABEL = re.compile(
    r"(?:re|fao|attn|attention|cc|from|for|to|patient|contact|pt|name|regarding)\s*:?\s+", re.IGNORECASE
)
_NOT_HERE = ("name",)
_NEAR = 40
_ABOUT = frozenset(
    re.findall(
        r"[\w.-]+",
        "nhs dob d.o.b tel telephone phone mobile mob cell email e-mail mail mrn id ssn ni nino passport address postcode zip ip fax "
        "no number aadhaar pps iban card born b on at is my and contact call ring text write to me via under user account acct "
        "for with from of the by or please pls re fao attn cc patient pt name aged age",
    )
)
"""What stands between a name and the detail beside it."""


_SURNAME = re.compile(
    r"(?:^|[\n;:(]\s*|\b(?:[Nn]ame|[Pp]atient|[Pp]t|Re|RE)\s+)(?P<it>[A-ZÀ-Þ][\w'-]+)(?:,\s|(?<=[A-ZÀ-Þ]{3})\s)$"
)
"""EXAMPLE, Anna."""

_REACH = re.compile(
    r"\b(?i:call|ring|text|phone|e-?mail|mail|contact|reach|tell|message|whatsapp|write\s+to|speak\s+to|talk\s+to|ask(?:\s+for)?|yours|regards|thanks|cheers|love|best)"
    r",?\s+(?P<it>[A-ZÀ-Þ][a-zà-ÿ]+(?:\s[A-ZÀ-Þ][\w'-]+)?)\s*(?:on|at|via|under|\(|:|,|-)?\s*\(?$"
)
"""Call Anna on ...; yours, Anna (...)."""

_TOP = re.compile(
    r"(?:^|\n)(?P<it>[A-ZÀ-Þ][a-zà-ÿ]{2,})\s?[,:(-]\s*(?:(?i:tel|phone|mob|mobile|cell|e-?mail|dob|d\.o\.b|born|b)\b[.:]*\s*(?:on\s+)?)?$"
)
"""Anna, tel ...: one word at the beginning of a line, right before a detail."""

_RELATED = re.compile(
    rf"\b(?:(?:{PERSON}|{CARER})\s*(?:'s\s+|,\s*|:\s*|is\s+|-\s*)\(?|(?!(?:patient|client|care\w+|child|baby|kid|friend|parent|late|ex|pop)s?\b)(?:{PERSON})\s+\(?)(?P<it>(?-i:[A-ZÀ-Þ][\w'-]+(?:\s[A-ZÀ-Þ][\w'-]+){{0,2}}))",
    re.IGNORECASE,
)
"""Somebody's relation, and a word with a capital letter."""


def find(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """A piece between commas, dashes, brackets or line ends that is nothing but a name and words on the detail beside it,
    where a detail of another kind was found: two or three words with capital letters; or anywhere a known first name, and
    the surname with it."""
    if not any(span.kind not in _NOT_HERE for span in found):
        return
    yield from _related(text, found)
    yield from _at_the_top(text, found)
    for start, end in _pieces(text, found):
        if text[end : end + 1] == ":":
            continue
        words = list(_WORDS.finditer(text, start, end))
        yield from _whole(words)
        yield from _listed(words)


def _related(text: str, found: Sequence[Span]) -> Iterator[Span]:
    for match in _RELATED.finditer(text):
        start, end = match.span("it")
        words = match["it"].split()
        while words and _is_no_name(words[-1]):
            end -= len(words.pop()) + bool(words)
        near = any(abs(span.start - end) <= _NEAR or abs(start - span.end) <= _NEAR for span in found)
        if words and near and not any(_is_no_name(word) for word in words):
            yield Span(start, end, "name")


def _at_the_top(text: str, found: Sequence[Span]) -> Iterator[Span]:
    for span in found:
        if span.kind not in ("phone number", "e-mail address", "date of birth"):
            continue
        before = text[: span.start]
        match = _TOP.search(before) or _REACH.search(before)
        if match and not _is_no_name(match["it"].split()[0]):
            yield Span(*match.span("it"), "name")


def surname_first(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """The surname in front of a name that was found, as forms have it."""
    for span in found:
        match = _SURNAME.search(text[: span.start]) if span.kind == "name" else None
        if match and plain(match["it"]) not in no_names() | stops() | _ABOUT:
            yield Span(match.start("it"), span.end, "name")


def _is_no_name(word: str) -> bool:
    abbreviation = word.isupper() and len(word) <= 5
    return abbreviation or plain(word) in no_names() | stops() | condition_words() | _ABOUT


def _whole(words: list[re.Match[str]]) -> Iterator[Span]:
    while words and plain(words[0][0]) in _ABOUT:
        words = words[1:]
    while words and plain(words[-1][0]) in _ABOUT:
        words = words[:-1]
    if 1 <= len(words) <= 3 and _adjacent(words) and _is_name([match[0] for match in words]):
        yield Span(words[0].start(), words[-1].end(), "name")


def _listed(words: list[re.Match[str]]) -> Iterator[Span]:
    for number, match in enumerate(words):
        if plain(match[0]) not in first_names() or len(match[0]) <= 2:
            continue
        end = match.end()
        after = words[number + 1 : number + 2]
        if after and _adjacent([match, *after]) and plain(after[0][0]) not in no_names() | stops() | _ABOUT:
            if after[0][0][0].isupper() or match[0][0].islower():
                end = after[0].end()
        elif match[0][0].islower():
            continue
        yield Span(match.start(), end, "name")


def _adjacent(words: Sequence[re.Match[str]]) -> bool:
    return all(
        second.start() - first.end() == 1 and second.string[first.end()] == " " for first, second in pairwise(words)
    )


def _pieces(text: str, found: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The pieces outside of what was found, without the label and the spaces around them."""
    borders = [(span.start, span.end) for span in found]
    borders += [match.span() for match in _CUT.finditer(text)]
    start = 0
    for first, last in [*sorted(borders), (len(text), len(text))]:
        if first > start:
            piece = text[start:first]
            colon = piece.rfind(": ") + 2 if ": " in piece else 0
            label = _LABEL.match(piece, colon + len(piece[colon:]) - len(piece[colon:].lstrip()))
            begin = label.end() if label else colon
            begin += len(piece[begin:]) - len(piece[begin:].lstrip())
            end = len(piece.rstrip(" .:-"))
            if end > begin:
                yield start + begin, start + end
        start = max(start, last)


def _is_name(words: list[str]) -> bool:
    if any(plain(word) in no_names() | stops() for word in words) or all(
        plain(word) in condition_words() for word in words
    ):
        return False
    listed = plain(words[0]) in first_names() and len(words[0]) > 2
    capital = all(word[0].isupper() and (len(word) <= 2 or not word.isupper()) for word in words)
    return (listed and (capital or len(words) <= 2)) or (capital and len(words) >= 2)
