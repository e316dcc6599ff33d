"""A detail that was found once, and stands in the text again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chat.redaction.spans import Span
from chat.redaction.words import ambiguous_names, condition_words, no_names, plain, stops

_WORD = re.compile(r"[^\W\d_](?:\w|['-](?=\w))+")
_MAIL = re.compile(r"[\w.+-]{4,}(?=@)")
_PARTS = re.compile(r"[^\W\d_]{3,}")
_BEFORE = re.compile(r"[A-ZÀ-Þ][\w'-]+ $")


def find(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """Each further place of a name, an account, or of what stands before the @ of an address. 'Jones. Tom Jones':
    the word with a capital letter in front of the name belongs to it."""
    yield from _of_addresses(text, found)
    for span in found:
        for word in _words(text[span.start : span.end], span):
            for match in re.finditer(rf"(?<![\w@]){re.escape(word)}(?![\w@])", text):
                if any(other.start <= match.start() and match.end() <= other.end for other in found):
                    continue
                start = match.start()
                first = _BEFORE.search(text[:start]) if span.kind == "name" else None
                if first and plain(first[0].strip()) not in no_names() | stops():
                    start = first.start()
                yield Span(start, match.end(), span.kind)


def _of_addresses(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """Two words that stand in an e-mail address too, or one of them with a capital letter: 'ada example' beside
    ada.example@..."""
    parts = {
        part
        for span in found
        if span.kind == "e-mail address"
        for part in _PARTS.findall(plain(text[span.start : span.end].partition("@")[0]))
        if part not in no_names() | stops()
    }
    for match in _WORD.finditer(text) if parts else ():
        following = _WORD.match(text, match.end() + 1)
        two = following and plain(match[0]) in parts and plain(following[0]) in parts
        if two or (plain(match[0]) in parts and match[0][0].isupper()):
            end = following.end() if two and following else match.end()
            if not any(other.start < end and match.start() < other.end for other in found):
                yield Span(match.start(), end, "name")


def _words(said: str, span: Span) -> Iterator[str]:
    if span.kind == "name":
        for match in _WORD.finditer(said):
            word = plain(match[0])
            if (
                len(word) > 2
                and match[0][0].isupper()
                and word not in no_names() | stops() | ambiguous_names() | condition_words()
            ):
                yield match[0]
    elif span.kind == "account":
        yield said.lstrip("@")
    elif span.kind == "e-mail address" and (local := _MAIL.match(said)):
        yield local[0]
