"""Names without an introduction, where other details of a person stand beside them: 'Ada Example, 0123 456789'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chat.redaction.spans import Span
from chat.redaction.words import first_names, no_names, plain, stops

_CUT = re.compile(r"[\n,;|/()•]+|\s[-–—]+\s|[.?!]\s|\s\+\s")
_WORDS = re.compile(r"[^\W\d_](?:[^\W\d_]|['.-](?=\w))*\.?")
_LABEL = re.compile(
    r"(?:re|fao|attn|attention|cc|from|for|to|patient|contact|pt|name|regarding)\s*:?\s+", re.IGNORECASE
)
_NOT_HERE = ("name",)


def find(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """A piece between commas, dashes, brackets or line ends that is nothing but a name, where a detail of another kind
    was found: two or three words with capital letters, or a known first name with at most two more words."""
    if not any(span.kind not in _NOT_HERE for span in found):
        return
    for start, end in _pieces(text, found):
        if text[end : end + 1] == ":":
            continue
        said = text[start:end]
        words = [match[0] for match in _WORDS.finditer(said)]
        if 1 <= len(words) <= 3 and " ".join(words) == said and _is_name(words):
            yield Span(start, end, "name")


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
    if any(plain(word) in no_names() | stops() for word in words):
        return False
    listed = plain(words[0]) in first_names() and len(words[0]) > 2
    capital = all(word[0].isupper() and (len(word) <= 2 or not word.isupper()) for word in words)
    return (listed and (capital or len(words) == 2)) or (capital and len(words) >= 2)
