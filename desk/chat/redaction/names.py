"""Names, where people introduce themselves or somebody: by what is said before, after, or by a list of first names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from chat.redaction.spans import Span
from chat.redaction.words import ambiguous_names, first_names, no_names, stops

_WORD = r"[^\W\d_](?:[\w]|['-](?=\w))*\.?"
_WORDS = re.compile(_WORD)
_PARTICLES = frozenset(
    re.findall(r"\w+", "van von de der den del della di da dos du la le bin ibn al el ter ten st mc mac y e zu")
)
_PERSON = (
    r"wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|spouse|mother|mum|mom|mummy|mam|father|dad|son|daughter|"
    r"sister|brother|twin|aunt|uncle|niece|nephew|cousin|gran(?:dmother|dfather|ny|dma|dpa|dad)?|grandson|"
    r"granddaughter|friend|neighbou?r|colleague|baby|child|kid|carer|caregiver|stepmother|stepfather|stepson|"
    r"stepdaughter|(?:mother|father|sister|brother|son|daughter)-in-law"
)
_CARER = r"doctor|gp|neurologist|oncologist|consultant|specialist|nurse|physician|surgeon|pharmacist|therapist"

_ANY_WORD = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        # my name is ..., her name's ..., name: ...
        r"\b(?:my|his|her|our|their|your|full|first|last|family|given|maiden|middle|nick|christian|legal|patient(?:'s)?|"
        rf"child's|mother's|father's|real|birth|(?:{_PERSON}|{_CARER})(?:'s|s)?)\s*(?:full\s+|first\s+|last\s+|real\s+)?"
        r"(?:sur)?names?(?:\s*(?:\b(?:is|was|are|s)\b|'s\b|[:=-])|(?<=s))\s*(?:actually\s+|dr\.?\s+|mr\.?\s+|mrs\.?\s+|ms\.?\s+)?",
        r"(?:^|[\n,;(]\s*)(?:sur|fore|first |last |full )?name\s*[:=]\s*",
        r"(?:^|[\n,;(]\s*)(?:patient|signed|surname|forename|contact|next of kin)\s*[:=]\s*",
        r"\bthe\s+name(?:'s|\s+is)\s+",
        r"\b(?:they|people|friends|everyone|everybody|you\s+can|please|just)\s+call\s+me\s+",
        r"\b(?:i\s+am|i'm|im|we\s+are)\s+(?:called|named)\s+",
        rf"\b(?:{_PERSON}|{_CARER})(?:\s+is|\s+was|,)?\s+(?:called|named)\s+",
        r"\b(?:i\s+go\s+by|je\s+m'appelle|me\s+llamo|mi\s+nombre\s+es|ich\s+hei(?:ß|ss)e|mein\s+name\s+ist|mi\s+chiamo|"
        r"ik\s+heet|meu\s+nome\s+[eé]|mon\s+nom\s+est|jag\s+heter|nazywam\s+si[eę])\s+",
    )
)
"""After these, the next words are a name in whatever letters."""

_CAPITAL_WORD = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        r"\b(?:(?:mr|mrs|ms|mx|dr|prof)\.?|miss|mister|professor|doctor|nurse|sister|frau|herr|señora?|madame|monsieur)\s+",
        rf"\bmy\s+(?:\w+\s+)?(?:{_PERSON}|{_CARER}),?\s+(?:is\s+)?",
        r"\bcall\s+me\s+",
        r"\bon\s+behalf\s+of\s+(?:my\s+\w+\s+)?",
    )
)
"""After these, words with a capital letter."""

_KNOWN = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        r"\b(?:i\s+am|i'm|im|it's|it\s+is|this\s+is|hi,?\s+it's|ich\s+bin|soy|je\s+suis|sono)\s+",
        r"\b(?:from|signed|yours|sincerely|faithfully|truly|regards|wishes|cheers|love|best|thanks|thank\s+you|thx|many\s+thanks|"
        r"hugs|respectfully|cordially|xx*)[\s,.!-]+(?=[^\n]{1,40}$)",
        r"(?:^|\n)\s*[-~]\s*(?=[^\n]{1,40}$)",
        r"\s-\s?(?=[^\n.?!-]{1,30}$)",
        r"\b(?:hi|hello|hey|good\s+(?:morning|evening|afternoon|day)|greetings|hiya)[\s,.!]+(?:there[\s,.!]+)?(?:i\s+am|i'm|im)?\s*",
    )
)
"""After these, names that the list knows, or two words with capital letters."""

_BEFORE_HERE = re.compile(
    rf"(?:^|[.!?\n,]\s*)(?P<it>{_WORD}(?:\s{_WORD}){{0,2}})\s+(?:here|speaking|calling|writing)\b", re.IGNORECASE
)
_GAP = re.compile(r" {1,2}(?=[^\W\d_])|,? (?=(?:Jr|Sr)\b)")
_MOST = 4
_TITLES = ("mr", "mrs", "ms", "miss", "mx", "mister", "dr", "prof")


def find(text: str) -> Iterator[Span]:
    """Where they stand."""
    for cue in _ANY_WORD:
        for match in cue.finditer(text):
            yield from _span(_after(text, match.end(), capitals=False))
    for cue in _CAPITAL_WORD:
        for match in cue.finditer(text):
            tokens = _after(text, match.end(), capitals=True)
            # 'my son is AS': an abbreviation, unless everything is written in capital letters.
            if tokens and (match[0].lower().startswith(_TITLES) or not _abbreviation(tokens[0][0], text)):
                yield from _span(tokens)
    for cue in _KNOWN:
        for match in cue.finditer(text):
            yield from _known(text, match.end())
    for match in _BEFORE_HERE.finditer(text):
        yield from _known(text, match.start("it"), until=match.end("it"))


def _known(text: str, start: int, *, until: int | None = None) -> Iterator[Span]:
    """A first name of the list in any letters, with what follows it as a name; or two names with capital letters."""
    end = len(text) if until is None else until
    tokens = _after(text[:end], start, capitals=True, first_free=True)
    if not tokens:
        return
    first = _plain(tokens[0][0])
    capital = tokens[0][0][0].isupper()
    shouted = text.isupper()
    listed = first in first_names() or (first in ambiguous_names() and capital and not shouted)
    two = (
        len(tokens) >= 2 and capital and not shouted and not _adjective(tokens[-1][0]) and not _adjective(tokens[0][0])
    )
    if listed or two:
        yield from _span(tokens)


def _after(text: str, start: int, *, capitals: bool, first_free: bool = False) -> list[tuple[str, int, int]]:
    """The words of a name from here on: each with its start and end."""
    tokens: list[tuple[str, int, int]] = []
    place = start
    while len(tokens) < _MOST:
        match = _WORDS.match(text, place)
        if not match:
            break
        word = match[0]
        plain = _plain(word)
        initial = len(word) <= 2 and word[0].isupper() and plain != "i"
        particle = bool(tokens) and plain in _PARTICLES and not word.endswith(".")
        if not particle and not initial:
            if plain in no_names() or plain in stops():
                break
            free = not capitals or (first_free and not tokens)
            if not free and not word[0].isupper():
                # 'my name is anna smith' is followed in its own letters; 'Anna smith' after 'I am' is not.
                break
        ends = word.endswith(".") and not (initial or plain in ("dr", "mr", "mrs", "ms", "st"))
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
    while tokens and (_plain(tokens[-1][0]) in _PARTICLES or (len(tokens[-1][0]) == 1 and len(tokens) == 1)):
        tokens.pop()
    return tokens


def _span(tokens: list[tuple[str, int, int]]) -> Iterator[Span]:
    if tokens and len(tokens[0][0]) > 1:
        yield Span(tokens[0][1], tokens[-1][2], "name")


def _plain(word: str) -> str:
    """Lower case, without accents, stop and possessive."""
    bare = unicodedata.normalize("NFKD", word.lower().rstrip("."))
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).removesuffix("'s")


def _abbreviation(word: str, text: str) -> bool:
    return word.isupper() and len(word) <= 5 and not text.isupper()


def _adjective(word: str) -> bool:
    return bool(re.search(r"(?:[a-z](?:ian|ish|ese|ean)|rican)$", word.lower()))
