"""Addresses: street and number, houses, boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chat.redaction.spans import Span
from chat.redaction.words import plain, stops

_UNITS = (
    r"minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|miles?|kms?|kilomet\w+|met\w+|feet|ft|blocks?|steps?|"
    r"mg|ml|percent|times|or|and|to|of|in|the|a|at|more|people|patients?|different|point|per|cent|st|nd|rd|th|"
    r"milligrams?|tablets?|pills?|doses?|grams?|am|pm|h|cm|mm|kg|lbs?|pounds?|euros?|dollars?|second|seconds"
)
_WORD = rf"(?:(?!(?:{_UNITS})\b)[A-Za-zÀ-ÿ][\w'.-]*|\d{{1,3}}(?:st|nd|rd|th))"
_NAME = r"(?:[A-ZÀ-Þ][\w'.-]*|\d{1,3}(?:st|nd|rd|th))"
_CLEAR = (
    r"street|str\.?|road|rd\.?|avenue|ave\.?|lane|ln\.?|boulevard|blvd\.?|crescent|cres\.?|terrace|highway|hwy\.?|"
    r"parkway|pkwy\.?|mews|turnpike|cul-de-sac|driveway|nagar|marg|colony|enclave|vihar|salai|jalan"
)
_VAGUE = (
    r"drive|dr\.?|way|close|court|ct\.?|place|pl\.?|walk|hill|row|st\.?|square|sq\.?|park|gardens?|grove|rise|view|green|"
    r"circle|cir\.?|trail|trl\.?|loop|alley|broadway|heights|house|gate|wharf|quay|bay|ridge|run|path|heath|vale|mount|bank|croft|meadows?|esplanade|parade|promenade|circus|approach|dell|glen|mead|leys|causeway|"
    r"cove|hollow|knoll|wynd|brow|bend"
)
_DIRECTION = r"(?:(?:[NSEW]|NE|NW|SE|SW|North|South|East|West)\.?\s+)?"
_TAIL = (
    r"(?:,?\s+(?:apartment|apt\.?|flat|unit|suite|ste\.?|room|rm\.?|floor|#)\s*#?\w{1,5})?"
    r"(?:,\s*[A-ZÀ-Þ][\w'.-]+(?:\s+[A-ZÀ-Þ][\w'.-]+){0,2}(?!\w)){0,4}(?:,?\s+[A-Z]{2,3}\b(?=,?\s+\d{4,5}))?"
    r"(?:\s?[,-]?\s+(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?\b(?:\s+[A-ZÀ-Þ][\w'-]+(?:[\s-][A-ZÀ-Þ][\w'-]+){0,2})?)?"
)
_HOUSE = r"(?<![\d.,/-])(?:no\.?\s*)?\d{1,5}(?:\s?[a-zA-Z]\b|[/-]\d{1,4}[a-zA-Z]?)?,?"
_PART = r"(?:flat|apartment|apt\.?|unit|suite|plot|house|h\.|door|d\.|villa|block|bldg\.?|building|tower|room|shop|wohnung|appartement|piso)"
_HOME = (
    r"(?:\blive[sd]?\s+(?:at|in|on)|\bliving\s+(?:at|in|on)|\baddress\s*(?:is|:|=)?|\breside[sd]?\s+(?:at|on)|"
    r"\bhome\s+is(?:\s+at)?|\bmy\s+house\s+is(?:\s+at)?|\bmov(?:ed|ing)\s+to|\bstay(?:ing)?\s+at|\bdeliver(?:ed|y)?\s+to|"
    r"\b(?:send|post|mail|ship)\s+(?:\w+\s+){0,3}to|\bwohne?\s+in(?:\s+der)?)\s+"
)

_RULES = tuple(
    re.compile(rule, flags)
    for rule, flags in (
        # 12 Baker Street; 4b old mill lane
        (rf"{_HOUSE}\s+{_DIRECTION}(?:{_WORD}\s+){{1,4}}?(?:(?i:{_CLEAR}))(?!\w){_TAIL}", 0),
        (
            r"(?<![\d.,/-])\d{1,4}\s?[a-z]?,?\s+(?:high|church|station|main|mill|park|london|victoria|king'?s?|queen'?s?|school|green|north|south|"
            r"east|west|elm|oak|maple|cedar|pine|washington|lake|hill|george|albert|john|st\.?\s\w+)\s+(?:st|rd|ave|dr|ln)\b\.?",
            re.I,
        ),
        # 7 Orchard Close: words that also mean something else, so the name must be written as one
        (rf"{_HOUSE}\s+{_DIRECTION}(?:{_NAME}\s+){{1,3}}(?:(?i:{_VAGUE}))(?!\w){_TAIL}", 0),
        # I live at 12 orchard close
        (
            rf"(?i:{_HOME})(?P<it>\d{{1,5}}\s?[a-zA-Z]?,?\s+(?:{_WORD}\s+){{1,4}}?(?i:{_CLEAR}|{_VAGUE})(?!\w){_TAIL})",
            0,
        ),
        (
            rf"(?i:{_HOME})(?P<it>(?:(?i:flat|apartment|apt\.?|unit|suite|number|no\.?)\s+)?\d{{1,5}}[a-zA-Z]?,?\s+{_NAME}"
            rf"(?:,?\s+{_NAME}){{0,4}})",
            0,
        ),
        (
            r"(?i:(?:\b(?:address|adress[e]?|anschrift|direcci[oó]n|indirizzo|endere[cç]o|adres|domicil[ei]o?|wohnhaft\s+in|adresa)|адрес|地址|住所)"
            r"\s*(?:is|ist|est|es|è|é|:|：|=)\s*)(?P<it>[^\n?!]{0,50}\d[^\n?!;]{0,50})",
            0,
        ),
        # Flat No. 302, Sai Krupa Apts, MG Road, Pune 411001; H.No. 12-4-56/A, Gandhi Nagar
        (
            rf"(?<!\w)(?i:{_PART})\s*(?i:no\.?|number|nr\.?|\#)?\s*\#?\d[\w/-]*,\s*[A-ZÀ-Þ\d][^\n?!;,]{{1,40}}"
            r"(?:,\s*[A-ZÀ-Þ\d][^\n?!;,]{1,40}){0,4}",
            0,
        ),
        (
            r"(?i:\b(?:plot|house|flat|apt|apartment|villa)\s+(?:no\.?\s*)?#?)\d{1,5}[\w/-]*(?:\s+Block\s+[A-Z\d]\w?)?(?:,?\s+[A-Z][\w'-]+){0,4}",
            0,
        ),
        # Dorf 12, 6020 Innsbruck
        (
            r"\b[A-ZÀ-Þ][\w'-]{2,}(?:\s[A-ZÀ-Þ][\w'-]+)?\s\d{1,4}\s?[a-z]?,?\s+(?:[A-Z]{1,2}-)?(?!19\d\d|20\d\d)\d{4,5}\s+[A-ZÀ-Þ][^\W\d_]{2,}",
            0,
        ),
        (
            r"\b(?:strada|bulevardul|ulice|ulitsa|prospekt|улица|ул\.|οδός)\s+[^\W\d_]+(?:\s[^\W\d_]+)?,?\s+(?:nr\.?\s*|no:?\s*)?\d{1,4}|"
            r"\b[A-ZÀ-Þ][\w-]+\s(?:utca|út|tér|sokak|sok\.|caddesi|cad\.|mahallesi)\s+(?:no:?\s*)?\d{1,4}\b",
            re.I,
        ),
        (rf"(?<!\w)(?i:{_PART})\s*(?i:no\.?|number|nr\.?|\#)\s*\#?\d[\w/-]*", 0),
        (
            rf"(?i:\b(?:live[sd]?|living|stay(?:ing)?)\s+at|\baddress\s*(?:is|:))\s+(?P<it>{_NAME}(?:\s+{_NAME}){{0,3}}(?:,\s*{_NAME}(?:\s+{_NAME}){{0,2}}){{0,3}})",
            0,
        ),
        (rf"(?<![\d.,/-])\d{{1,5}}\s+{_NAME}(?:\s+{_NAME}){{0,2}},\s*{_NAME}(?:\s+{_NAME})?,\s*[A-Z]{{2}}\b", 0),
        # On a street without a number, where somebody lives there: I live on Mill Lane
        (
            rf"(?i:{_HOME})(?P<it>(?:the\s+)?(?:{_NAME}\s+){{1,3}}(?i:{_CLEAR}|close|drive|way|court|gardens?|grove|place|crescent)(?!\w){_TAIL})",
            0,
        ),
        # Send it to The Old Forge, Church Lane
        (
            rf"(?i:{_HOME})(?P<it>(?:{_NAME}\s+){{0,3}}{_NAME},\s*(?:{_NAME}\s+){{1,3}}(?i:{_CLEAR}|{_VAGUE})(?!\w){_TAIL})",
            0,
        ),
        # B-204, Shanti Apartments, Andheri West
        (
            rf"(?<![\w-])(?:[A-Z]{{1,2}}[-/ ]?)?\d{{1,4}}[A-Z]?,\s*(?:{_NAME}\s+){{1,3}}(?:Apartments?|Apts?\.?|Society|Soc\.?|Towers?|Residency|CHS|Complex|"
            rf"Bhavan|Niwas|Mansions?|Estate|Heights|Condominium|Layout|Phase|Sector)(?!\w)(?:\s+\d{{1,3}}[A-Z]?)?(?:,\s*{_NAME}(?:\s+{_NAME}){{0,2}}){{0,4}}",
            0,
        ),
        # 3 Chome-5-2 Shibuya, Tokyo 150-0002; 2-11-3 Meguro-ku
        (
            r"\b\d{1,2}(?:-\d{1,3})?[\s-]?chome\b(?:[\s,-]*\d{1,3}){0,3}(?:,?\s+[A-Z][\w-]+){0,4}(?:\s+\d{3}-\d{4}\b)?|"
            r"\b\d{1,2}-\d{1,2}(?:-\d{1,3})?,?\s+(?:[A-Z][\w-]+,?\s+)?[A-Z]\w+-(?:ku|cho|machi|shi|gun)\b(?:,?\s+[A-Z][\w-]+)*(?:\s+\d{3}-\d{4}\b)?",
            re.I,
        ),
        # A house by its name: Rose Cottage, Mill Lane
        (
            rf"\b(?:{_NAME}\s+){{1,2}}(?:Cottage|Farm|Lodge|Villa|Manor|Bungalow|Barn|Rectory|Vicarage|House|Hall|Mill|Court),\s*(?:\d{{1,4}}\s+)?{_NAME}(?:\s+{_NAME}){{0,2}}{_TAIL}",
            0,
        ),
        # where three words or a code of letters stand for a place
        (r"///[a-z]+\.[a-z]+\.[a-z]+|\b(?:what3words|w3w)\b[\s:]*(?P<it>[a-z]+\.[a-z]+\.[a-z]+)", 0),
        (r"\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b", 0),
        # Hauptstraße 12, Lindenweg 3a; 12 rue de la Paix; Calle Mayor 5; Via Roma 10; Kerkstraat 7
        (
            r"\b(?:[A-ZÄÖÜ][\w-]*\s?(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.?)|[A-ZÄÖÜ][\w-]{2,}(?:weg|platz|gasse|allee|ufer|markt|ring|damm|hof|"
            r"straat|laan|plein|gracht|singel|dijk|kade|gatan|vägen|gränd|torget|vej|gade|veien|gata|gate|katu|tie|utca))"
            r"\s+\d{1,4}(?:\s?[a-z]|[A-Z])?\b(?:[,/]?\s*\d{1,2}\b(?!\d))?"
            r"(?:,?\s+(?:[A-Z]{1,2}-)?\d{3,5}\s?(?:\d\d\s|[A-Z]{2}\s)?\s?[A-ZÄÖÜ][\w-]+)?",
            0,
        ),
        # Am Alten Markt 3, 18055 Rostock: with its postcode, since these words begin English sentences too
        (
            r"\b(?:Am|An\s+de[rnm]|Auf\s+de[rm]|Im|In\s+de[rnm]|Unter\s+den|Zum|Zur|Bei\s+de[rnm]|Hinter\s+de[rm]|Vor\s+de[rm])\s+[A-ZÄÖÜ][\w-]+"
            r"(?:\s+[A-ZÄÖÜ][\w-]+)?\s+\d{1,3}\s?[a-z]?,?\s+\d{4,5}\s+[A-ZÄÖÜ][\w-]+",
            0,
        ),
        (
            r"\b\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|place|chemin|allée|impasse|quai)\s+(?:d[eu]s?\s+|de\s+la\s+|d'|l')?"
            r"[\w'-]+(?:\s+[A-ZÀ-Þ][\w'-]+){0,3}(?:,?\s+(?:F-)?\d{5}(?:\s+[\w'-]+)?)?",
            re.I,
        ),
        (
            r"\b(?:c/|calle|carrer|gran|ronda|traves[ií]a|carretera|largo|pra[çc]a|alameda|vicolo|calle|avenida|avda\.?|plaza|paseo|via|viale|piazza|corso|rua|travessa|ulica|ul\.)\s+(?:d[eio]l?\s+|d[eio]\s+|la\s+)?"
            r"[A-ZÀ-Þ][\w'-]+(?:\s+[A-ZÀ-Þ][\w'-]+){0,3},?\s+(?:n[.º°]?\s*)?\d{1,4}(?:/\d{1,4})?\b(?:,?\s+\d{4,5}(?:-\d{3})?\s+[\w'-]+)?",
            re.I,
        ),
        (
            r"\b(?:blk|block|no\.?|lot)\s*\d{1,4}[A-Z]?,?\s+(?:[A-Z][\w'-]+\s+){1,4}(?:Ave(?:nue)?|Street|St|Road|Rd|Drive|Lorong|Jalan|Jln)\b"
            r"(?:\s+\d{1,3}[A-Z]?)?(?:,?\s+#\d{1,3}-\d{1,4})?(?:,?\s+(?:[A-Z]\w+\s+)?\d{5,6})?|\b(?:jalan|jln|lorong)\s+[A-Z]\w+(?:\s+\d{1,4})?"
            r"(?:,?\s+\d{5}\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)?",
            re.I,
        ),
        (r"#\d{2}-\d{2,4}\b", 0),
        (r"\b(?:rr|rural\s+route|hc)\s*#?\d{1,3},?\s+box\s+\d{1,5}\b", re.I),
        (
            r"\bp\.?\s?o\.?\s?box\s+\d{1,6}\b|\b(?:postfach|apartado(?:\s+(?:postal|de\s+correos))?|casilla(?:\s+de\s+correo)?|bo[iî]te\s+postale|caixa\s+postal|"
            r"casella\s+postale|skrytka\s+pocztowa|postbus|postboks|(?:private|locked|mail)\s+bag|gpo\s+box)\s+(?:x\s?)?\d{2,6}\b",
            re.I,
        ),
    )
)


_PIECE = r"(?:[A-ZÀ-Þ]|\d{1,5}[a-zA-Z]?(?:[/-]\d{1,4})?\s+[A-ZÀ-Þ])[\w'./&-]*(?:\s+(?:of\s+|the\s+|upon\s+|on\s+)?[A-ZÀ-Þ][\w'./&-]*){0,3}"
_IN_FRONT = re.compile(rf"(?:{_PIECE}\s*[,\n]\s*){{1,4}}$|(?<![\w,.])\d{{1,5}}[a-zA-Z]?\s+{_PIECE}\s+$")
_REACH = 90
_GAP = 40


def in_front(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """What stands before an address that was found, between commas: the house and the street of a postcode."""
    for span in found:
        if span.kind != "address":
            continue
        begin = max((other.end for other in found if other.end <= span.start), default=0)
        piece = text[max(begin, span.start - _REACH) : span.start]
        if (match := _IN_FRONT.search(piece)) and any(sign.isdigit() for sign in match[0]):
            yield Span(span.start - len(match[0]), span.end, "address")


_BETWEEN = re.compile(r"[\s,]*(?:[A-ZÀ-Þ\d][\w'.º°/#&-]*[\s,]*){0,5}")
_BEHIND = re.compile(
    r"(?:,?\s*(?i:daire|kat|apt\.?|apartment|flat|unit|piso|puerta|esc\.?|planta|bus|bte\.?|bo[iî]te|m\.|lok\.|depto\.?|dept\.?|int\.?|interior|[ée]tage|"
    r"stiege|top|t[üu]r|lgh)\s*(?:no:?\s*)?\d{1,4}[A-Za-z]?\b|,?\s*\d{1,2}o\.?\s*(?:[A-Z]\b|(?i:izq\w*|dcha|esq|dto|drt|frente)\.?)|\s(?:bis|ter)\b)?(?:,\s*[A-ZÀ-Þ][\w'-]+(?:\s[A-ZÀ-Þ][\w'-]+)?)?(?:,?\s+[A-Z]{0,3}\(?(?:\d{4,6})\)?(?![\w%-]|\s[a-z]))?"
)
_TOWN_GOES_ON = re.compile(
    r"(?:(?<=[\s,][A-ZÀ-Þ][a-zà-ÿ][a-zà-ÿ])|(?<=[\s,][A-ZÀ-Þ][a-zà-ÿ]{3})) [A-ZÀ-Þ][a-zà-ÿ]+(?=\s*(?:[,.\n]|$))"
)


def between(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """Words with capital letters and numbers between two parts of one address; the flat, the town and the postcode behind."""
    places = [span for span in found if span.kind == "address"]
    for first, second in pairwise(places):
        gap = text[first.end : second.start]
        if len(gap) <= _GAP and _BETWEEN.fullmatch(gap) and not _sentence(gap):
            yield Span(first.start, second.end, "address")
    for span in places:
        match = _BEHIND.match(text, span.end)
        if match and any(sign.isdigit() for sign in match[0]) and not _sentence(match[0]):
            yield Span(span.start, match.end(), "address")
        elif (goes_on := _TOWN_GOES_ON.match(text, span.end)) and not _sentence(goes_on[0]):
            yield Span(span.start, goes_on.end(), "address")


def _sentence(piece: str) -> bool:
    """Whether a word of the language stands in it: then it is no part of an address."""
    return any(plain(word) in stops() for word in re.findall(r"[^\W\d_]{2,}", piece))


def find(text: str) -> Iterator[Span]:
    """Where they stand. Of a rule with a part named `it`, only that part is the address."""
    for rule in _RULES:
        for match in rule.finditer(text):
            yield Span(*(match.span("it") if "it" in rule.groupindex else match.span()), "address")
