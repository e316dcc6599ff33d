"""The one function that takes personal details out of a text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from chat.redaction import beside, birth, contact, identity, links, names, phone, places, postcodes, repeated
from chat.redaction.fold import fold
from chat.redaction.spans import Span, apart

_NEAR = 40


@dataclass(frozen=True)
class Redacted:
    """`text` with each detail replaced by its kind in brackets; `changed`: there was one."""

    text: str
    changed: bool


def redact(text: str, *, keep: Collection[str] = ()) -> Redacted:
    """Takes personal details out. `keep`: telephone numbers (digits only) that are nobody's own, such as crisis lines.

    Redacting twice changes nothing more.
    """
    folded = fold(text)
    found = apart(_find(folded, frozenset(keep)))
    found = apart([*found, *birth.beside(folded, found, within=_NEAR)])
    found = apart([*found, *places.in_front(folded, found)])
    found = apart([*found, *places.between(folded, found)])
    found = apart([*found, *beside.find(folded, found)])
    found = apart([*found, *beside.surname_first(folded, found)])
    found = apart([*found, *repeated.find(folded, found)])
    parts, end = [], 0
    for span in found:
        parts += [text[end : span.start], f"[{span.kind}]"]
        end = span.end
    return Redacted("".join([*parts, text[end:]]), changed=bool(found))


def _find(text: str, keep: frozenset[str]) -> Iterator[Span]:
    yield from contact.find(text)
    yield from links.find(text)
    yield from identity.find(text)
    yield from birth.find(text)
    yield from phone.find(text, keep)
    yield from places.find(text)
    yield from postcodes.find(text)
    yield from names.find(text)
