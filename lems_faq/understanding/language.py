"""Is a message written in another language than English? Function words, from spaCy's own lists, and the script."""

from __future__ import annotations

import re
import runpy
import unicodedata
from functools import lru_cache
from pathlib import Path

import spacy.lang

_LATIN = ("es", "fr", "de", "it", "pt", "nl", "pl", "sv", "da", "fi", "ro", "hu", "tr", "cs", "id", "tl", "hr", "nb")
_WORD = re.compile(r"[^\W\d_]+")
# Words of other languages' lists that English messages are full of; they speak for no language but English ...
_ENGLISH_TOO = set(
    "me he we so no on in an am as at to do is it be or of if my by up us hi ok oh all the and for can not you are has "
    "had one any but her his our out who how why what when go get just over under like ve want end stop gene im dont "
    "fine different non face car till hit care dog later possible certain cat god ill nice sent state folk local door "
    "fire met press toe lad sex tend male store sea noon plus bag total net etc sale hat bar final relative".split()
)
# ... and those that are common in both, which speak for neither.
_BOTH = set("was die man men war den son late era come also real pm lems lambert eaton myasthenic".split())


@lru_cache(maxsize=1)
def _lists() -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The function words that are English, and those of each other language that are not."""
    english = _stop_words("en") | _ENGLISH_TOO
    return english - _BOTH, tuple(_stop_words(code) - english - _BOTH for code in _LATIN)


def _stop_words(code: str) -> frozenset[str]:
    """One language's list, read as a file: importing its package would build its tokenizer, for seconds in all."""
    path = Path(spacy.lang.__path__[0]) / code / "stop_words.py"
    return frozenset(runpy.run_path(str(path))["STOP_WORDS"])


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: no letter, number, mark of writing or picture, but blanks and joiners alone."""
    return not any(unicodedata.category(sign)[0] in "LNPS" for sign in text)


def is_foreign(text: str) -> bool:
    """Whether most of a text is in another language: another script, or another language's function words where
    English ones are missing. A single foreign word in an English sentence does not count."""
    letters = [c for c in text if c.isalpha()]
    if not letters:
        return False
    latin = sum("LATIN" in unicodedata.name(c, "") for c in letters)
    if latin < len(letters) / 2:
        return True
    words = [word.lower() for word in _WORD.findall(text) if len(word) > 1]
    english, others = _lists()
    ours = sum(word in english for word in words)
    theirs = max(sum(word in other for word in words) for other in others)
    accented = sum(any(unicodedata.combining(c) for c in unicodedata.normalize("NFD", word)) for word in words)
    if len(words) < 2:
        return False
    return theirs + accented >= 2 and theirs + accented > 1.5 * ours
