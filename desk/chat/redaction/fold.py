"""One spelling for signs that mean the same, sign by sign, so that places in the folded text are places in the text."""

from __future__ import annotations

import unicodedata

_ALIKE = {
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("‘’‛ʼ´`＇", "'"),
    **dict.fromkeys("“”„‟«»＂", '"'),
    **dict.fromkeys("／⁄∕", "/"),
    **dict.fromkeys("＠﹫", "@"),
}


def fold(text: str) -> str:
    """The text with dashes, quotes, spaces and digits of all kinds made alike. Of the same length."""
    return "".join(_fold(sign) for sign in text)


def _fold(sign: str) -> str:
    if sign < "\x7f":
        return sign
    if sign in _ALIKE:
        return _ALIKE[sign]
    if sign.isspace():
        return " "
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign
