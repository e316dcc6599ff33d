"""One spelling for signs that mean the same, sign by sign, so that places in the folded text are places in the text."""

from __future__ import annotations

import re
import unicodedata

_ALIKE = {
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("‘’‛ʼ´`＇", "'"),
    **dict.fromkeys("“”„‟«»＂", '"'),
    **dict.fromkeys("／⁄∕", "/"),
    **dict.fromkeys("＠﹫", "@"),
    **dict.fromkeys("·•‧∙", "."),
    # What makes a key cap of a digit.
    **dict.fromkeys("\ufe0f\u20e3", " "),
}
_DIGITS = str.maketrans("oOlI", "0011")
_NUMBER = re.compile(r"(?<![^\W_])(?=[oOlI]{0,4}\d)(?:[\doO]{3,}|(?=(?:[oOlI]*\d){3})[\doOlI]{5,})(?![^\W_])")
"""A number in which somebody may have written the letter for the digit."""


def fold(text: str) -> str:
    """The text with dashes, quotes, spaces and digits of all kinds made alike. Of the same length."""
    alike = "".join(_fold(sign) for sign in text)
    return _NUMBER.sub(lambda match: match[0].translate(_DIGITS), alike)


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
