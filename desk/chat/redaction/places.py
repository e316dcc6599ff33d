"""Addresses: street and number, postcodes, boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat.redaction.spans import Span

_UNITS = (
    r"minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|miles?|kms?|kilomet\w+|met\w+|feet|ft|blocks?|steps?|"
    r"mg|ml|percent|times|or|and|to|of|in|the|a|at|more|people|patients?|different|point|per|cent|st|nd|rd|th|"
    r"milligrams?|tablets?|pills?|doses?|grams?|am|pm|h|cm|mm|kg|lbs?|pounds?|euros?|dollars?|second|seconds"
)
_WORD = rf"(?!(?:{_UNITS})\b)[A-Za-zÀ-ÿ][\w'.-]*"
_NAME = r"[A-ZÀ-Þ][\w'.-]*"
_CLEAR = (
    r"street|str\.?|road|rd\.?|avenue|ave\.?|lane|ln\.?|boulevard|blvd\.?|crescent|cres\.?|terrace|highway|hwy\.?|"
    r"parkway|pkwy\.?|mews|turnpike|cul-de-sac|driveway"
)
_VAGUE = (
    r"drive|dr\.?|way|close|court|ct\.?|place|pl\.?|walk|hill|row|st\.?|square|sq\.?|park|gardens?|grove|rise|view|green|"
    r"circle|cir\.?|trail|trl\.?|loop|alley|broadway|heights|house|gate|wharf|quay|bay|ridge|run|path|heath|vale|mount"
)
_DIRECTION = r"(?:(?:[NSEW]|NE|NW|SE|SW|North|South|East|West)\.?\s+)?"
_TAIL = (
    r"(?:,?\s+(?:apartment|apt\.?|flat|unit|suite|ste\.?|room|rm\.?|floor|#)\s*#?\w{1,5})?"
    r"(?:,\s*[A-ZÀ-Þ][\w'-]+(?:\s+[A-ZÀ-Þ][\w'-]+){0,2}){0,3}(?:,?\s+[A-Z]{2}\b(?=\s+\d{5}))?(?:,?\s+\d{5}(?:-\d{4})?\b)?"
)
_HOUSE = r"(?<![\d.,/-])(?:no\.?\s*)?\d{1,5}(?:\s?[a-zA-Z]\b|/\d{1,3})?,?"
_HOME = (
    r"(?:\blive[sd]?\s+(?:at|in|on)|\bliving\s+(?:at|in|on)|\baddress\s*(?:is|:|=)?|\breside[sd]?\s+(?:at|on)|"
    r"\bhome\s+is(?:\s+at)?|\bmy\s+house\s+is(?:\s+at)?|\bmov(?:ed|ing)\s+to|\bstay(?:ing)?\s+at|\bdeliver(?:ed|y)?\s+to|"
    r"\b(?:send|post|mail|ship)\s+(?:\w+\s+){0,3}to|\bwohne?\s+in(?:\s+der)?)\s+"
)

_OUTWARD = (
    r"(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|"
    r"L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)"
    r"\d[A-Z\d]?"
)
_STATES = (
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|"
    r"W[AIVY])"
)

_RULES = tuple(
    re.compile(rule, flags)
    for rule, flags in (
        # 12 Baker Street; 4b old mill lane
        (rf"{_HOUSE}\s+{_DIRECTION}(?:{_WORD}\s+){{1,4}}?(?:(?i:{_CLEAR}))(?!\w){_TAIL}", 0),
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
        (r"(?i:\baddress\s*(?:is|:|=)\s*)(?P<it>[^\n.?!]{0,40}\d[^\n.?!]{0,40})", 0),
        # Hauptstraße 12, Lindenweg 3a; 12 rue de la Paix; Calle Mayor 5; Via Roma 10; Kerkstraat 7
        (
            r"\b[A-ZÄÖÜ][\wäöüß-]*\s?(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|weg|platz|gasse|allee|ufer|straat|laan|plein|gatan|vej)"
            r"\s+\d{1,4}\s?[a-z]?\b(?:,?\s+\d{4,5}\s+[A-ZÄÖÜ][\wäöüß-]+)?",
            0,
        ),
        (
            r"\b\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|place|chemin|allée|impasse|quai)\s+(?:d[eu]s?\s+|de\s+la\s+|d'|l')?"
            r"[\w'-]+(?:\s+[A-ZÀ-Þ][\w'-]+){0,3}",
            re.I,
        ),
        (
            r"\b(?:calle|avenida|avda\.?|plaza|paseo|via|viale|piazza|corso|rua|travessa|ulica|ul\.)\s+(?:d[eio]l?\s+|d[eio]\s+|la\s+)?"
            r"[A-ZÀ-Þ][\w'-]+(?:\s+[A-ZÀ-Þ][\w'-]+){0,3},?\s+(?:n[.º°]?\s*)?\d{1,4}\b",
            re.I,
        ),
        (r"\bp\.?\s?o\.?\s?box\s+\d{1,6}\b|\b(?:postfach|apartado)\s+\d{2,6}\b", re.I),
        # Postcodes: British, Canadian, American with its state or its word, and others by their word
        (rf"\b{_OUTWARD}\s*\d[ABD-HJLNP-UW-Z]{{2}}\b", 0),
        (
            rf"\b(?:post\s?code|postal\s+code|live\s+in|address)\b[^\n.?!]{{0,25}}?(?P<it>\b{_OUTWARD}\s*\d[ABD-HJLNP-UW-Z]{{2}}\b)",
            re.I,
        ),
        (r"\b[ABCEGHJ-NPR-TVXY]\d[ABCEGHJ-NPR-TV-Z][ -]?\d[ABCEGHJ-NPR-TV-Z]\d\b", 0),
        (rf"\b(?:[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?,?\s+)?{_STATES}\.?,?\s+\d{{5}}(?:-\d{{4}})?\b", 0),
        (
            r"\b(?:zip(?:\s?code)?|post\s?code|postal\s+code|plz|postleitzahl|code\s+postal|cap)\b[\s:=]*(?:is|was)?[\s:=]*"
            r"(?P<it>(?=\w*\d)\w{2,5}(?:[ -]?\d\w{2,3})?)\b",
            re.I,
        ),
        (r"\b\d{5}-\d{4}\b", 0),
    )
)


def find(text: str) -> Iterator[Span]:
    """Where they stand. Of a rule with a part named `it`, only that part is the address."""
    for rule in _RULES:
        for match in rule.finditer(text):
            yield Span(*(match.span("it") if "it" in rule.groupindex else match.span()), "address")
