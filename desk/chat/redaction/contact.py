"""E-mail addresses, also spelled out against robots; account names, passwords, network addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat.redaction.spans import Kind, Span

_AT = r"(?:\s*@\s*|\s*[(\[{<_*-]\s*(?:at|ät|arroba)\s*[)\]}>_*-]\s*|\s*[(\[{<]\s*a\s*[)\]}>]\s*|\s+at[\s-]sign\s+|\s+(?:arroba|ät|arobase|chiocciola|klammeraffe)\s+)"
_DOT = r"(?:\s*[(\[{<_*-]\s*(?:dot|punkt|punto|point|\.)\s*[)\]}>_*-]\s*|\s+(?:dot|punkt|punto|point)\s+|\s\.\s|\s?\.(?=\w)|\.\s(?=(?:com|org|net|co|edu|gov|uk|ie|de|fr|es|it|in)\b)|,(?=(?:com|org|net|co|de|uk|ie|fr)\b))"
_SAID = r"(?:\s+(?:dot|underscore|dash|hyphen|minus|punkt|punto|point|plus)\s+\w+)"
_LOCAL = rf"[\w.+%'-]{{1,64}}{_SAID}{{0,3}}"
_MAILERS = (
    r"gmail|googlemail|g\s?mail|yahoo|ymail|hotmail|outlook|icloud|aol|gmx|web\.de|protonmail|proton|live|msn|"
    r"btinternet|btopenworld|sky|talktalk|virginmedia|comcast|verizon|att|sbcglobal|fastmail|zoho|mail|me"
)

_RULES: tuple[tuple[Kind, str], ...] = (
    # anna@example.org, anna @ example . org, anna(at)example(dot)org
    ("e-mail address", rf"\b{_LOCAL}{_AT}\w[\w-]*(?:{_DOT}\w[\w-]*)+"),
    # anna@example, anna @ example
    ("e-mail address", rf"\b{_LOCAL}(?:@{{1,3}}|\s+@\s+)\w[\w-]*(?:{_DOT}\w[\w-]*)*"),
    # anna at example dot org; john dot smith at mail dot example dot org
    (
        "e-mail address",
        r"\b(?!(?:me|us|him|her|it|is|am|was|mail|e-?mail|reached|contacted)\s)\w[\w.+-]{0,63}"
        + _SAID
        + r"{0,3}\s+at\s+"
        r"\w[\w-]*(?:(?:\s+(?:dash|hyphen)\s+\w+)?\s+dot\s+\w+)+(?!\s+at\s)",
    ),
    (
        "e-mail address",
        rf"\b[\w.+-]{{1,64}}{_SAID}{{0,3}}\s+at\s+(?:{_MAILERS})(?:\s+dot\s+|\.|,)(?:\w+)(?:(?:\s+dot\s+|\.)\w+)?",
    ),
    # anna.b at example.org
    (
        "e-mail address",
        r"\b(?=[\w.+-]*[\d._])[a-z][\w.+-]{2,63}\s+at\s+\w[\w-]*(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|info|co|uk|eu|[a-z]{2})\b",
    ),
    (
        "e-mail address",
        r"\b(?:mail|contact|reach|write|send|reply)\w*\b[^\n?!]{0,40}?\b(?P<it>(?!(?:me|us|him|her|it|them|is|look|are|am|was)\b)[a-z][\w.+-]{2,63}\s+at\s+"
        r"\w[\w-]*(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|info|co|uk|eu|ie|de|fr|es|it|nl|in|au|ca|ch)\b)",
    ),
    # without the signs: anna_b at web de; anna.b gmail com; anna chez example point fr; anna#aol.com
    ("e-mail address", rf"\b[\w.+-]{{2,64}}\s+at\s+(?:web|{_MAILERS})\s+(?:com|de|net|org|fr|it|es|co\s+uk|ie|in)\b"),
    (
        "e-mail address",
        r"\b(?=[\w.+-]*[\d._])[\w.+-]{3,64}\s+(?:gmail|yahoo|hotmail|outlook|aol|icloud|gmx)\s?[.\s]\s?(?:com|de|net|fr|it|es|co\s+uk)\b",
    ),
    (
        "e-mail address",
        r"\b[\w.+-]{2,64}\s+(?:chez|bei|presso|apud)\s+\w[\w-]*\s+(?:point|punkt|punto|ponto|dot)\s+\w+",
    ),
    ("e-mail address", rf"\b[\w.+-]{{2,64}}#(?:{_MAILERS})\.\w+"),
    (
        "account",
        r"\b(?:i'?m|i\s+am)\s+(?P<it>(?!(?:also|active|not|often|always|now|still|mostly|only|just|never|here|in|mainly)\b)[\w.]{3,})\s+on\s+(?:facebook|fb|insta(?:gram)?|twitter|x|skype|reddit|discord|whatsapp|telegram|tiktok)\b",
    ),
    # annaATexampleDOTorg
    ("e-mail address", r"(?-i:\b[a-z][\w.]*AT[a-z]\w*DOT[a-z]{2,}(?:DOT[a-z]+)?\b)"),
    (
        "e-mail address",
        r"\b(?:gmail|hotmail|yahoo|outlook|icloud|aol|proton)\s*(?::|-(?=\s*[a-z]+[\d._]))\s*(?P<it>[\w.+-]{4,})",
    ),
    # my gmail is annab52
    (
        "e-mail address",
        r"\b(?:gmail|hotmail|yahoo|outlook|icloud|aol|proton)(?:\s+(?:address|account|name|id))?\s*(?:is|:|=)\s*(?P<it>(?=[\w.+-]*[\d._])[\w.+-]{4,})",
    ),
    # a n n a @ e x a m p l e . o r g
    ("e-mail address", r"\b\w(?: \w){2,}\s@(?:\s\w){2,}\s?\.(?:\s\w){2,}"),
    (
        "e-mail address",
        r"\b(?=[\w.+-]{0,63}\d)[\w.+-]{1,64}\s+at\s+(?:gmail|googlemail|yahoo|hotmail|outlook|icloud|aol|gmx)\b",
    ),
    ("e-mail address", r"\b(?:e-?mail|mail)(?:\s+(?:address|me|is|at|to)){1,3}:?\s+[\w.+-]{1,64}\s+at\s+\w[\w.-]*\w"),
    ("account", r"(?<![\w@/.])@[a-z]\w*[\w.]*\w"),
    (
        "account",
        r"\b(?:user\s?name|login|log-in|screen\s?name|handle|skype|instagram|insta|snapchat|snap|telegram|(?:on|my)\s+signal|"
        r"discord|twitter|tiktok|facebook|fb|whatsapp|wechat|reddit|nick(?:name)?|alias|gamertag|youtube|linkedin|mastodon|bluesky|"
        r"viber|health\s?unlocked|patients\s?like\s?me|mumsnet|line\s+id|threads|strava|linkedin|paypal|venmo|cashapp|zoom|teams)"
        r"(?:\s+(?:id|name|user|handle|account|username))?(?:\s*[:=]\s*|\s+(?:is|as|under|:)\s+)@?"
        r"(?P<it>(?!(?:a|an|the|not|my|down|full|where|in|on|bad|good|great|safe|better|used|to|that|so)\b)[\w.#:-]{3,}(?-i:(?<=[a-z])(?: [A-ZÀ-Þ]\w+){0,2}))",
    ),
    (
        "account",
        r"\b(?:under|as)\s+(?P<it>(?=[a-z_.]*\d)[a-z][\w.]{3,})\s+on\s+(?:gmail|facebook|fb|insta(?:gram)?|twitter|skype|reddit|discord|whatsapp)\b",
    ),
    # 'user wendy_1950': a word with a sign that names have and words have not
    (
        "account",
        r"\b(?:user|member|poster|account|profile|nick|alias|called|as|am|name\s+is)\s+(?P<it>(?=\w*(?:_|[a-z]\d{2}))[a-z][\w.]{4,})",
    ),
    # username StairsHater
    (
        "account",
        r"\b(?:user\s?name|screen\s?name|login|handle|nick(?:name)?|gamertag|user)\s+(?P<it>(?-i:(?=\w*[a-z][A-Z]|\w*[\d_])[A-Za-z][\w.]{3,}))",
    ),
    # a folder of somebody's computer
    ("account", r"(?:\b[a-z]:\\users\\|/(?:home|users)/)(?P<it>[\w.-]{2,})"),
    ("account", r"(?<![\w/])u/(?P<it>[\w-]{3,})"),
    ("account", r"\b[a-z][\w.]{2,}#\d{3,5}\b"),
    (
        "account",
        r"\b(?:skype|instagram|insta|snapchat|telegram|discord|twitter|tiktok|facebook|fb|reddit|linkedin|youtube)\s+"
        r"(?P<it>(?=[\w:]*[a-z.]*[\d_.]\w)[\w.:]{5,})",
    ),
    (
        "password",
        r"\b(?:password|passwort|passphrase|passcode|pass\s?word|pwd|pin(?:\s?code)?|security\s+code|cvv2?|cvc2?)\b"
        r"(?:\s+(?:number|code))?(?:\s*[:=]\s*|\s+(?:is|was)\s*:?\s+|\s+(?=\S*\d))"
        r"(?P<it>(?!(?:a|an|the|not|my|wrong|lost|too|that|this)\b)[^\s,;]{3,})",
    ),
    (
        "account",
        r"(?<![\d.])(?<!version )(?:(?:25[0-5]|2[0-4]\d|[01]?\d?\d)(?:\s?\.\s?|\[\.\]|\(\.\)|\s+dot\s+)){3}(?:25[0-5]|2[0-4]\d|[01]?\d?\d)(?!\d|\.\d)",
    ),
    ("account", r"\b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b"),
    ("account", r"\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\b"),
    ("account", r"(?<![\w:])(?=[0-9a-f:]*\d)(?=[0-9a-f:]{6})(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?![\w:])"),
    ("account", r"(?<![\w:])(?:[0-9a-f]{1,4}:){2,6}:(?![\w:])"),
    ("address", r"(?<![\d.])-?\d{1,3}\.\d{4,}\s*,\s*-?\d{1,3}\.\d{4,}"),
)

_COMPILED = tuple((kind, re.compile(rule, re.IGNORECASE)) for kind, rule in _RULES)


def find(text: str) -> Iterator[Span]:
    """Where they stand. Of a rule with a part named `it`, only that part is the detail."""
    for kind, rule in _COMPILED:
        for match in rule.finditer(text):
            start, end = match.span("it") if "it" in rule.groupindex else match.span()
            # The stop of the sentence is not part of the address.
            while end > start and text[end - 1] in ".,;:!?'":
                end -= 1
            yield Span(start, end, kind)
