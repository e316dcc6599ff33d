"""Names, where people introduce themselves or somebody: by what is said before, after, or by a list of first names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from chat.redaction.name_cues import (
    AGED,
    AND,
    ANY_WORD,
    APPOSED,
    ASIAN,
    AT_THE_TOP,
    BEFORE_HERE,
    CAPITAL_WORD,
    FROM,
    HERE,
    I_AM,
    I_AM_ELSEWHERE,
    IS_MY_NAME,
    KNOWN,
    LAST_WORDS,
    PARTICLES,
    SIGN_OFF,
    TITLED,
    WHOSE,
    WORDS,
)
from chat.redaction.spans import Span
from chat.redaction.words import ambiguous_names, condition_words, first_names, no_names, plain, stops, surnames

_SURNAME = re.compile(
    r" (?P<it>[^\W\d_]{3,})(?=\s*(?:[,.!?;\n]|$|\b(?:from|and\s+i|here|aged|of|in)\b|\d))", re.IGNORECASE
)
_GAP = re.compile(r" {1,2}(?=[^\W\d_])|,? (?=(?:Jr|Sr)\b)")
_MOST = 4
_ENDINGS = frozenset(
    [
        "syndrome",
        "disease",
        "malformation",
        "disorder",
        "deficiency",
        "sequence",
        "anomaly",
        "palsy",
        "dystrophy",
        "ataxia",
    ]
)
_DISEASE = re.compile(rf"'?s?\s(?:[\w-]+\s){{0,2}}(?:{'|'.join(sorted(_ENDINGS))})\b", re.IGNORECASE)
"""Behind what looks like a name: it is the name of a condition."""

_LEADING = re.compile(
    r"(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|bin|al|el|ter|ten) ){1,3}[A-ZÀ-Þ][a-zà-ÿ]"
)
"""Small words that a surname begins with."""

_SHORT = 3
"""Names of so few letters are words of some language."""

_TITLES = ("mr", "mrs", "ms", "miss", "mx", "mister", "dr", "prof", "doctor")


def find(text: str) -> Iterator[Span]:
    """Where they stand."""
    found = [*_after_words(text), *_before_words(text), *_at_the_end(text)]
    if not text.isupper():
        found += _alone(text)
    yield from found
    for span in found:
        if (second := AND.match(text, span.end)) and plain(second["it"].split()[0]) not in no_names() | stops():
            yield Span(*second.span("it"), "name")


def _after_words(text: str) -> Iterator[Span]:
    for cue in ANY_WORD:
        for match in cue.finditer(text):
            yield from _span(_after(text, match.end(), capitals=False))
    for cue in CAPITAL_WORD:
        for match in cue.finditer(text):
            tokens = _after(text, match.end(), capitals=True)
            # 'my son is AS': an abbreviation, unless everything is written in capital letters.
            titled = match[0].lower().startswith(_TITLES)
            if tokens and (titled or not (_abbreviation(tokens[0][0], text) or _looks_medical(text, tokens))):
                yield from _span(tokens)
    for cue in KNOWN:
        for match in cue.finditer(text):
            yield from _known(text, match.end())
    for match in TITLED.finditer(text):
        words = [plain(word) for word in match["it"].split()]
        known = surnames() | _long_first_names()
        if words[0] in known or words[0].startswith(("o'", "mc")) or (len(words[0]) == 1 and words[-1] in surnames()):
            both = len(words) == 2 and (words[1] in known or len(words[0]) == 1)
            yield Span(
                match.start("it"),
                match.end("it") if both or len(words) == 1 else match.start("it") + len(match["it"].split()[0]),
                "name",
            )
    for match in ASIAN.finditer(text):
        yield Span(*match.span("it"), "name")


def _before_words(text: str) -> Iterator[Span]:
    for match in BEFORE_HERE.finditer(text):
        yield from _known(text, match.start("it"), until=match.end("it"))
    for rule in (APPOSED, AGED):
        for match in rule.finditer(text):
            if _known_first(match["it"].split()[0]):
                yield Span(*match.span("it"), "name")
    if top := AT_THE_TOP.match(text):
        yield from (span for span in _known(text, top.start("it"), until=top.end("it")) if span.end == top.end("it"))
    for match in IS_MY_NAME.finditer(text):
        tokens = _after(text[: match.end("it")], match.start("it"), capitals=False)
        if tokens and tokens[-1][2] == match.end("it"):
            yield from _span(tokens)


def _at_the_end(text: str) -> Iterator[Span]:
    for match in SIGN_OFF.finditer(text):
        if match["it"][0].isupper() and not (match["it"].isupper() and len(match["it"]) <= 5):
            yield from _span(_after(text, match.start("it"), capitals=True))
    if last := LAST_WORDS.search(text):
        yield from (span for span in _known(text, last.start("it")) if span.end == last.end("it"))


def _alone(text: str) -> Iterator[Span]:
    """One word whose capital letter alone tells that it is a name."""
    for rule in (WHOSE, HERE, I_AM, I_AM_ELSEWHERE, FROM):
        for match in rule.finditer(text):
            part = next(name for name, word in match.groupdict().items() if word)
            said = match[part]
            if plain(said) not in no_names() | stops() and not _adjective(said) and not _medical(*said.split()):
                yield Span(*match.span(part), "name")


def _known(text: str, start: int, *, until: int | None = None) -> Iterator[Span]:
    """A first name of the list in any letters, with what follows it as a name; or two names with capital letters."""
    end = len(text) if until is None else until
    tokens = _after(text[:end], start, capitals=True, first_free=True)
    if not tokens:
        return
    if _is_condition(text, tokens):
        return
    first = plain(tokens[0][0])
    capital = tokens[0][0][0].isupper()
    shouted = text.isupper()
    listed = _known_first(tokens[0][0]) or (first in ambiguous_names() and capital and not shouted)
    surname = len(tokens) >= 2 and not (_adjective(tokens[-1][0]) or _adjective(tokens[0][0]))
    two = surname and capital and not shouted and not _medical_name(tokens)
    if listed and len(tokens) == 1 and tokens[0][0].islower():
        tokens = [*tokens, *_surname(text[:end], tokens[0][2])]
    if listed or two:
        yield from _span(tokens)


def _surname(text: str, start: int) -> list[tuple[str, int, int]]:
    """The word after a first name in lower case, where the clause ends behind it or goes on to say from where."""
    match = _SURNAME.match(text, start)
    if not match or plain(match["it"]) in no_names() | stops():
        return []
    return [(match["it"], match.start("it"), match.end("it"))]


def _after(text: str, start: int, *, capitals: bool, first_free: bool = False) -> list[tuple[str, int, int]]:
    """The words of a name from here on: each with its start and end."""
    tokens: list[tuple[str, int, int]] = []
    place = start
    leading = capitals and not first_free and _LEADING.match(text, start)
    while len(tokens) < _MOST:
        match = WORDS.match(text, place)
        if not match:
            break
        word = match[0]
        bare = plain(word)
        initial = len(word) <= 2 and word[0].isupper() and bare != "i"
        particle = bare in PARTICLES and not word.endswith(".") and (bool(tokens) or bool(leading))
        if not particle and not initial:
            if bare in no_names() or bare in stops():
                break
            free = not capitals or (first_free and not tokens)
            if not free and not word[0].isupper():
                # 'my name is anna smith' is followed in its own letters; 'Anna smith' after 'I am' is not.
                break
        ends = word.endswith(".") and not (initial or bare in ("dr", "mr", "mrs", "ms", "st"))
        end = match.end() - (1 if ends else 0)
        tokens.append((text[match.start() : end], match.start(), end))
        if ends:
            break
        gap = _GAP.match(text, match.end())
        if not gap:
            break
        place = gap.end()
        if not capitals and len(tokens) >= 2 and not text[place].isupper():
            # Without capital letters to go by, a name has two words.
            break
    while tokens and (plain(tokens[-1][0]) in PARTICLES or (len(tokens[-1][0]) == 1 and len(tokens) == 1)):
        tokens.pop()
    return tokens


def _span(tokens: list[tuple[str, int, int]]) -> Iterator[Span]:
    if tokens and (len(tokens[0][0]) > 1 or len(tokens) > 1):
        yield Span(tokens[0][1], tokens[-1][2], "name")


def _abbreviation(word: str, text: str) -> bool:
    return word.isupper() and len(word) <= 5 and not text.isupper()


def _known_first(word: str) -> bool:
    return any(part in first_names() for part in plain(word).split("-"))


def _is_condition(text: str, tokens: list[tuple[str, int, int]]) -> bool:
    """Whether the words, or those behind them, say that it is the name of a condition."""
    return bool(_DISEASE.match(text, tokens[-1][2])) or plain(tokens[-1][0]) in _ENDINGS


def _looks_medical(text: str, tokens: list[tuple[str, int, int]]) -> bool:
    if _known_first(tokens[0][0]):
        return _is_condition(text, tokens)
    return _is_condition(text, tokens) or _medical_name(tokens)


def _medical_name(tokens: list[tuple[str, int, int]]) -> bool:
    """A surname that a condition has too is one behind a word that no condition has."""
    if len(tokens) >= 2 and plain(tokens[-1][0]) in surnames():
        return _medical(tokens[0][0])
    return _medical(tokens[0][0], tokens[-1][0])


def _medical(*words: str) -> bool:
    """Whether one of the words stands in the name of a condition; such a word needs a clearer introduction."""
    return any(all(part in condition_words() for part in plain(word).split("-")) for word in words)


def _adjective(word: str) -> bool:
    """Not Julian, Therese or Satish, which end like one."""
    if plain(word) in first_names() | ambiguous_names():
        return False
    return bool(re.search(r"(?:[a-z](?:ian|ish|ese|ean)|rican)$", word.lower()))


@lru_cache(maxsize=1)
def _long_first_names() -> frozenset[str]:
    return frozenset(name for name in first_names() if len(name) > _SHORT)
