"""Words that help to tell names from the rest of a sentence, each kind in a file of its own."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from config.environment import ROOT

_FOLDER = Path(__file__).parent
_CONDITIONS = ROOT / "data" / "conditions"
_WORD = re.compile(r"[^\W\d_]{3,}")


@lru_cache(maxsize=1)
def stops() -> frozenset[str]:
    """Words at which a name that somebody gives ends."""
    return _read("stops.txt")


@lru_cache(maxsize=1)
def no_names() -> frozenset[str]:
    """Words that are no person's name, however they are written."""
    return _read("no_names.txt")


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """Common first names that are hardly ever anything else; lower case, without accents."""
    return _read("first_names.txt") - ambiguous_names()


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Common surnames; without a title they count for nothing."""
    return _read("surnames.txt")


@lru_cache(maxsize=1)
def ambiguous_names() -> frozenset[str]:
    """Common first names that are words too."""
    return _read("ambiguous_names.txt")


@lru_cache(maxsize=1)
def condition_words() -> frozenset[str]:
    """Words of the names of conditions, as the assistant's lists have them, without first names and short words. With a
    capital letter they look like a name ('It's Wilson disease'), and the assistant must read them. Empty where the lists
    are not installed beside the desk."""
    found: set[str] = set()
    for file in sorted(_CONDITIONS.glob("*.txt")):
        found.update(plain(word) for word in _WORD.findall(file.read_text(encoding="utf-8")))
    return frozenset(found) - first_names() - ambiguous_names()


def plain(word: str) -> str:
    """Lower case, without accents, stop and possessive."""
    bare = unicodedata.normalize("NFKD", word.lower().rstrip("."))
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).removesuffix("'s")


def _read(name: str) -> frozenset[str]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
