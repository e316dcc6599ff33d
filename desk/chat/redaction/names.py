"""Names, where people introduce themselves or somebody: by what is said before, after, or by a list of first names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat.redaction.spans import Span
from chat.redaction.words import ambiguous_names, first_names, no_names, plain, stops

_MARKS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e00-\u0e7f"
_WORD = rf"[^\W\d_](?:[\w{_MARKS}]|['-](?=\w))*\.?"
_WORDS = re.compile(_WORD)
_PARTICLES = frozenset(
    re.findall(r"\w+", "van von de der den del della di da dos du la le bin ibn al el ter ten st mc mac y e zu")
)
_PERSON = (
    r"wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|spouse|mother|mum|mom|mummy|mam|father|dad|son|daughter|"
    r"sister|brother|twin|aunt|uncle|niece|nephew|cousin|gran(?:dmother|dfather|ny|dma|dpa|dad)?|grandson|"
    r"granddaughter|friend|neighbou?r|colleague|baby|child|kid|carer|caregiver|stepmother|stepfather|stepson|"
    r"stepdaughter|hubby|hubbie|missus|wifey|ex|nan|nana|nanna|grandad|grandma|grandpa|papa|mama|mamma|pop|auntie|aunty|bro|sis|boy|girl|"
    r"kiddo|mate|pal|flatmate|roommate|housemate|boss|godson|goddaughter|widow|widower|late|"
    r"(?:mother|father|sister|brother|son|daughter)-in-law"
)
_CARER = r"doctor|gp|neurologist|oncologist|consultant|specialist|nurse|physician|surgeon|pharmacist|therapist"

_ANY_WORD = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        # my name is ..., her name's ..., name: ...
        r"\b(?:my|his|her|our|their|your|full|first|last|family|given|maiden|middle|nick|christian|legal|patient(?:'s)?|"
        rf"child's|mother's|father's|real|birth|(?:{_PERSON}|{_CARER})(?:'s|s)?)\s*(?:full\s+|first\s+|last\s+|real\s+)?"
        r"(?:sur)?names?(?:\s*(?:\b(?:is|was|are|s)\b|'s\b|[:=-])|(?<=s))\s*(?:actually\s+|dr\.?\s+|mr\.?\s+|mrs\.?\s+|ms\.?\s+)?",
        r"(?:^|[\n,;(]\s*)(?:sur|fore|first |last |full )?name\s*[:=-]\s*",
        r"(?:^|[\n,;(]\s*)(?:patient|signed|surname|forename|contact|next of kin)\s*[:=]\s*",
        r"\bthe\s+name(?:'s|\s+is)\s+",
        r"\bmy\s+(?:nane|naem|nme|mane|namme|nam|nmae|anme|nickname|surname|firstname|lastname|first|last)(?:\s+(?:is|s|iz|=)|'s|:)\s+",
        r"\b(?:called|named)\s+me\s+",
        r"\b(?:patient|pt|carer|caller)(?:'s)?\s+name(?:\s+is)?\s*:?\s+",
        r"\bname\s+of\s+(?:the\s+)?(?:patient|caller|carer|applicant)\s*(?:is|:)?\s+",
        r"\b(?:they|people|friends|everyone|everybody|family|mates|you\s+can|please|just)\s+calls?\s+me\s+",
        r"\b(?:goes\s+by(?:\s+the\s+name(?:\s+of)?)?|i'm\s+known\s+as)\s+",
        r"\b(?:i\s+am|i'm|im|we\s+are)\s+(?:called|named)\s+",
        rf"\b(?:{_PERSON}|{_CARER})(?:\s+is|\s+was|,)?\s+(?:called|named)\s+",
        r"\b(?:i\s+go\s+by|je\s+m'appelle|me\s+llamo|mi\s+nombre\s+es|ich\s+hei(?:ß|ss)e|mein\s+name\s+ist|mi\s+chiamo|"
        r"ik\s+heet|mijn\s+naam\s+is|meu\s+nome\s+[eé]|(?:eu\s+)?me\s+chamo|chamo-me|mon\s+nom\s+(?:est|c'est)|(?:il\s+)?mio\s+nome\s+è|"
        r"jag\s+heter|mitt\s+namn\s+är|jeg\s+h(?:e|edd)er|mit\s+navn\s+er|mitt\s+navn\s+er|(?:minun\s+)?nimeni\s+on|"
        r"nazywam\s+si[eę]|mam\s+na\s+imi[eę]|jmenuji\s+se|vol[aá]m\s+sa|zovem\s+se|ime\s+mi\s+je|m[aă]\s+(?:numesc|cheam[aă])|"
        r"(?:benim\s+)?ad[ıi]m|ismim|t[eê]n\s+(?:t[oô]i|em)\s+l[aà]|t[oô]i\s+t[eê]n\s+l[aà]|nama\s+saya|mera\s+naam|ang\s+pangalan\s+ko\s+ay|"
        r"me\s+léne|a\s+nevem|namn:|nom\s*:|nombre\s*:|nome\s*:)\s+",
        r"(?:меня\s+зовут|моё\s+имя|мое\s+имя|мене\s+звати|казвам\s+се|με\s+λένε|ονομάζομαι|اسمي|أنا\s+اسمي|मेरा\s+नाम|שמי)\s+",
        r"(?:我叫做?|我的名字[是叫]|私の名前は|わたしの名前は|제\s*이름은|저는)\s*(?=\w)",
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
        r"\b(?:registered|booked|listed|down|filed)\s+(?:in\s+)?(?:as|under)\s+(?:the\s+name\s+)?(?:of\s+)?",
        r"\b(?:woman|man|person|lady|guy|gentleman|girl|boy|patient|doctor|nurse|carer|someone|somebody|child)\s+(?:called|named|by\s+the\s+name\s+of)\s+",
        r"\b(?:ask\s+for|speak\s+(?:to|with)|asked\s+for|c/o|next\s+of\s+kin(?:\s+is)?|emergency\s+contact(?:\s+is)?)\s*:?\s+",
        r"\b(?:sur|fore|first\s|last\s|given\s|family\s|maiden\s|middle\s|full\s)name\s*:?\s+",
        r"(?:^|\n)name\s+",
        r"\b(?:kind|best|warm|warmest)?\s*(?:regards|wishes|sincerely|faithfully|yours)\s+(?=[^\n]{1,40}$)",
        r"\b(?:mme|mlle|sra?|dhr|mevr|signora?|sig|dott|rev)\.?\s+",
        r"(?:^|[.!?\n]\s*)I,\s+",
    )
)
"""After these, words with a capital letter."""

_KNOWN = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        r"\b(?:i\s+am|i'm|im|it's|its|it\s+is|this\s+is|hi,?\s+it's|ich\s+bin|soy|je\s+suis|sono|ik\s+ben|jag\s+är|jeg\s+er|jestem|"
        r"sou(?:\s+[ao])?|aqui\s+é\s+[ao]?)\s+",
        r"(?:^|\n)from[\s,:.-]+(?=[^\n]{1,40}$)",
        r"\bsent\s+from\s+|\bcall\s+me\s+|\bthe\s+(?:patient|carer|caller)\s+is\s+|\b(?:wife|husband|mother|father|son|daughter|mum|mom|dad|carer)\s+of\s+",
        rf"(?:^|[.!?,;(]\s*|\band\s+)(?:{_PERSON}),?\s+",
        r"\b(?:signed|yours|sincerely|faithfully|truly|regards|wishes|cheers|love|best|thanks|thank\s+you|thx|many\s+thanks|"
        r"hugs|respectfully|cordially|xx*)[\s,.!-]+(?=[^\n]{1,40}$)",
        r"(?:^|\n)\s*[-~]\s*(?=[^\n]{1,40}$)",
        r"\s-\s?(?=[^\n.?!-]{1,30}$)",
        r"\b(?:hi|hello|hey|good\s+(?:morning|evening|afternoon|day)|greetings|hiya)[\s,.!]+(?:there[\s,.!]+)?(?:i\s+am|i'm|im)?\s*",
    )
)
"""After these, names that the list knows, or two words with capital letters."""

_SIGN_OFF = re.compile(
    r"\b(?:regards|wishes|cheers|yours|love|sincerely|faithfully|truly|best|greetings|gr(?:ü|u|ue)(?:ß|ss)e?|cordialement|saludos|saluti|"
    r"hugs|respectfully|cordially|gratefully|blessings|ta|tia|thx|thanks|thank\s+you)(?:\s+(?:and\s+)?(?:again|in\s+advance|so\s+much|a\s+lot|from))?"
    r"(?:\s*[,!-]+\s*|\s*\n\s*)(?P<it>[A-ZÀ-Þ][\w'-]+\.?(?:[ ][A-ZÀ-Þ][\w'.-]*){0,3})\s*[.!x\s]*$",
    re.IGNORECASE,
)
"""A word with a capital letter as the last of a message, after words that end letters."""

_IS_MY_NAME = re.compile(
    rf"(?:^|[.!?\n,;:]\s*|\b(?:hi|hello|hey)\s+)(?P<it>{_WORD}(?:\s{_WORD}){{0,3}})\s+(?:is|'s)\s+(?:my|his|her|our|the)\s+"
    r"(?:\w+(?:'s)?\s+)?(?:sur)?name\b(?!\s+of\s+(?!(?:my|the\s+patient)))",
    re.IGNORECASE,
)
_ASIAN = re.compile(r"(?:我是|私は|わたしは|저는|我姓)\s*(?P<it>[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af]{2,6}?)(?=です|と申|입니다|이에요|예요|[,，。.!！?？\s]|$)")
_LAST_WORDS = re.compile(rf"[.,!?\n]\s*(?P<it>{_WORD}(?:\s{_WORD}){{0,2}})\s*$", re.IGNORECASE)
"""The end of a message, as a letter ends."""

_I_AM = re.compile(
    r"\b(?:i\s+am|i'm|im|this\s+is|it's|its|it\s+is)\s+(?P<it>(?-i:[A-ZÀ-Þ][^\W\d_]*[a-zà-ÿ][\w'-]*))"
    r"(?=\s*(?:[,.!(]|$|\n|\b(?:from|and\s+i|here|again|speaking|calling|writing|aged|by\s+the\s+way|btw)\b|\d\d\b))",
    re.IGNORECASE,
)
"""One word with a capital letter that ends what somebody says of themselves."""

_BEFORE_HERE = re.compile(
    rf"(?:^|[.!?\n,]\s*)(?P<it>{_WORD}(?:\s{_WORD}){{0,2}})\s+(?:here|speaking|calling|writing)\b", re.IGNORECASE
)
_SURNAME = re.compile(r" (?P<it>[^\W\d_]{3,})(?=\s*(?:[,.!?;\n]|$|\b(?:from|and\s+i|here|aged|of|in)\b|\d))", re.IGNORECASE)
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
    for match in _SIGN_OFF.finditer(text):
        if match["it"][0].isupper() and not (match["it"].isupper() and len(match["it"]) <= 5):
            yield from _span(_after(text, match.start("it"), capitals=True))
    for match in _IS_MY_NAME.finditer(text):
        tokens = _after(text[: match.end("it")], match.start("it"), capitals=False)
        if tokens and tokens[-1][2] == match.end("it"):
            yield from _span(tokens)
    if match := _LAST_WORDS.search(text):
        found = list(_known(text, match.start("it")))
        if found and found[0].end == match.end("it"):
            yield from found
    if not text.isupper():
        for match in _I_AM.finditer(text):
            if plain(match["it"]) not in no_names() | stops() and not _adjective(match["it"]):
                yield Span(*match.span("it"), "name")
    for match in _ASIAN.finditer(text):
        yield Span(*match.span("it"), "name")


def _known(text: str, start: int, *, until: int | None = None) -> Iterator[Span]:
    """A first name of the list in any letters, with what follows it as a name; or two names with capital letters."""
    end = len(text) if until is None else until
    tokens = _after(text[:end], start, capitals=True, first_free=True)
    if not tokens:
        return
    first = plain(tokens[0][0])
    capital = tokens[0][0][0].isupper()
    shouted = text.isupper()
    listed = first in first_names() or (first in ambiguous_names() and capital and not shouted)
    two = (
        len(tokens) >= 2 and capital and not shouted and not _adjective(tokens[-1][0]) and not _adjective(tokens[0][0])
    )
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
    while len(tokens) < _MOST:
        match = _WORDS.match(text, place)
        if not match:
            break
        word = match[0]
        bare = plain(word)
        initial = len(word) <= 2 and word[0].isupper() and bare != "i"
        particle = bool(tokens) and bare in _PARTICLES and not word.endswith(".")
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
    while tokens and (plain(tokens[-1][0]) in _PARTICLES or (len(tokens[-1][0]) == 1 and len(tokens) == 1)):
        tokens.pop()
    return tokens


def _span(tokens: list[tuple[str, int, int]]) -> Iterator[Span]:
    if tokens and len(tokens[0][0]) > 1:
        yield Span(tokens[0][1], tokens[-1][2], "name")


def _abbreviation(word: str, text: str) -> bool:
    return word.isupper() and len(word) <= 5 and not text.isupper()


def _adjective(word: str) -> bool:
    return bool(re.search(r"(?:[a-z](?:ian|ish|ese|ean)|rican)$", word.lower()))
