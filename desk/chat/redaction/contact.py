"""E-mail addresses, also spelled out against robots; account names, personal pages, passwords, network addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat.redaction.spans import Kind, Span

_AT = r"(?:\s*@\s*|\s*[(\[{<]\s*at\s*[)\]}>]\s*)"
_DOT = r"(?:\s*[(\[{<]\s*(?:dot|punkt|\.)\s*[)\]}>]\s*|\s+dot\s+|\s?\.\s?)"
_LOCAL = r"[\w.+%'-]{1,64}(?:\s+dot\s+\w+){0,3}"
_MAILERS = (
    r"gmail|googlemail|g\s?mail|yahoo|ymail|hotmail|outlook|icloud|aol|gmx|web\.de|protonmail|proton|live|msn|"
    r"btinternet|btopenworld|sky|talktalk|virginmedia|comcast|verizon|att|sbcglobal|fastmail|zoho|mail|me"
)

_RULES: tuple[tuple[Kind, str], ...] = (
    # anna@example.org, anna @ example . org, anna(at)example(dot)org
    ("e-mail address", rf"\b{_LOCAL}{_AT}\w[\w-]*(?:{_DOT}\w[\w-]*)+"),
    # anna@example, anna @ example
    ("e-mail address", rf"\b{_LOCAL}(?:@|\s+@\s+)\w[\w-]*"),
    # anna at example dot org; john dot smith at mail dot example dot org
    (
        "e-mail address",
        r"\b(?!(?:me|us|him|her|it|is|am|was|mail|e-?mail|reached|contacted)\s)\w[\w.+-]{0,63}(?:\s+dot\s+\w+){0,3}\s+at\s+"
        r"\w[\w-]*(?:\s+dot\s+\w+)+(?!\s+at\s)",
    ),
    ("e-mail address", rf"\b[\w.+-]{{1,64}}\s+at\s+(?:{_MAILERS})(?:\s+dot\s+|\.)(?:\w+)(?:(?:\s+dot\s+|\.)\w+)?"),
    (
        "e-mail address",
        r"\b(?=[\w.+-]{0,63}\d)[\w.+-]{1,64}\s+at\s+(?:gmail|googlemail|yahoo|hotmail|outlook|icloud|aol|gmx)\b",
    ),
    ("e-mail address", r"\b(?:e-?mail|mail)(?:\s+(?:address|me|is|at|to)){1,3}:?\s+[\w.+-]{1,64}\s+at\s+\w[\w.-]*\w"),
    ("account", r"(?<![\w@/.])@[a-z]\w*[\w.]*\w"),
    (
        "account",
        r"\b(?:user\s?name|login|log-in|screen\s?name|handle|skype|instagram|insta|snapchat|snap|telegram|(?:on|my)\s+signal|"
        r"discord|twitter|tiktok|facebook|fb|whatsapp|wechat|reddit)"
        r"(?:\s+(?:id|name|user|handle|account|username))?(?:\s*[:=]\s*|\s+(?:is|as|under|:)\s+)@?"
        r"(?P<it>(?!(?:a|an|the|not|my|down|full|where|in|on|bad|good|great|safe|better|used|to|that|so)\b)[\w.#-]{3,})",
    ),
    (
        "account",
        r"(?:https?://)?(?:www\.|m\.)?(?:facebook\.com|fb\.com|fb\.me|instagram\.com|linkedin\.com/in|twitter\.com|"
        r"x\.com|tiktok\.com|t\.me|wa\.me|snapchat\.com/add|reddit\.com/u(?:ser)?)/[\w.@/?=&%+-]+",
    ),
    (
        "password",
        r"\b(?:password|passwort|passphrase|passcode|pass\s?word|pwd|pin(?:\s?code)?|security\s+code|cvv2?|cvc2?)\b"
        r"(?:\s+(?:number|code))?(?:\s*[:=]\s*|\s+(?:is|was)\s*:?\s+|\s+(?=\S*\d))"
        r"(?P<it>(?!(?:a|an|the|not|my|wrong|lost|too|that|this)\b)[^\s,;]{3,})",
    ),
    ("account", r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])"),
    ("account", r"\b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b"),
    ("account", r"\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\b"),
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
