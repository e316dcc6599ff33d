"""Where one message can be cut into several questions. Every cut is only a candidate: decision.py chooses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

MOST = 6
"""Clauses a message; of a longer one the whole sentences are taken, then its first ones are joined."""

_QUESTION = set("what whats how hows who whos where wheres which why whys when whose wot wat y".split())
_AUXILIARY = set(
    (
        "is isnt are arent was were do does dose did can could should would will shall has have had may might "
        "am must tell explain give please any is it's its i i'm im my if whether"
    ).split()
)
_JOINS = set("and or but also plus & + then nor n an as so yet while".split())
_BEFORE_EMBEDDED = set(
    (
        "know knows me is are was were that's thats of about on in to from for at by with exactly wonder "
        "wondering asks asked ask see understand understood explain tell say said says explained and or but "
        "than just no matter idea sure clue telling learn find out remember wants want needs works work like "
        "as not only even"
    ).split()
)
_PUNCTUATION = set(", ; : - – — ( ) / ... … . ? !".split())


@dataclass(frozen=True)
class Clause:
    """A piece of a message in characters. `text` is what is read: a fragment borrows its opening words
    from the clause before it ('is it inherited or contagious' gives 'is it contagious')."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=1)
def language() -> Language:
    """spaCy's English tokenizer with rule-based sentence ends; no model, nothing to load from disk."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", config={"punct_chars": [".", "?", "!", "…", ";"]})
    return nlp


def split(text: str | Doc) -> list[Clause]:
    """The candidate clauses of a text, in order; together they cover every word of it."""
    doc = text if isinstance(text, Doc) else language()(text)
    starts = _starts(doc, inside=True)
    if len(starts) > MOST:
        starts = _starts(doc, inside=False)
    if len(starts) > MOST:
        # The question mostly stands at the end of a long story: the first pieces become one.
        starts = [0, *starts[-MOST + 1 :]]
    clauses: list[Clause] = []
    for start, end in zip(starts, [*starts[1:], len(doc)]):
        span = doc[start:end]
        words = span.text.strip()
        if words:
            start_char = span.start_char + span.text.index(words)
            clauses.append(Clause(start_char, start_char + len(words), _lean(words, clauses)))
    return clauses or [Clause(0, len(doc.text), doc.text)]


def windows(text: str, *, length: int = 400) -> list[Clause]:
    """A long text in pieces of at most `length` characters, cut at a sentence end or a space where there is one.
    This is how the safety step reads what is too long to be understood."""
    pieces = []
    start = 0
    while start < len(text):
        end = min(start + length, len(text))
        if end < len(text):
            places = [text.rfind(mark, start + length // 2, end) for mark in (". ", "? ", "! ", "\n", " ")]
            end = next((place + 1 for place in places if place > 0), end)
        pieces.append(Clause(start, end, text[start:end]))
        start = end
    return pieces


def _starts(doc: Doc, *, inside: bool) -> list[int]:
    """The tokens at which a clause can begin: sentence starts and, `inside` a sentence, after a join or a comma."""
    starts = [0] if len(doc) else []
    for token in doc[1:]:
        previous = doc[token.i - 1]
        if _cuts(token, previous, inside) and _has_word(doc, starts[-1], token.i):
            starts.append(token.i)
    # A last piece without a word ('??') belongs to the one before.
    while len(starts) > 1 and not _has_word(doc, starts[-1], len(doc)):
        starts.pop()
    return starts


def _cuts(token: Token, previous: Token, inside: bool) -> bool:
    if token.is_sent_start:
        return previous.text not in {",", "("}
    if not inside or not (token.is_alpha or token.text in {"&", "+", "'s"}):
        return False
    word, before = token.lower_, previous.lower_
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    if word in _JOINS:
        return before not in _JOINS and _opens(after, token.i + 1, token.doc)
    if before in _PUNCTUATION and before != "-":
        return word in _QUESTION or word in _AUXILIARY
    if word in _QUESTION:
        return before not in _BEFORE_EMBEDDED and before not in _QUESTION and before not in _JOINS
    if word in {"is", "are", "does", "do", "can", "could", "should", "will"}:
        # 'what is lems is it inherited': an auxiliary followed by its subject, after something that is no subject.
        return after in {"it", "there", "this", "they", "i", "he", "she", "we", "you", "lems", "people"} and (
            before not in _BEFORE_EMBEDDED | _QUESTION | _JOINS | {"long", "much", "many", "often", "common", "bad"}
        )
    return False


def _opens(word: str, place: int, doc: Doc) -> bool:
    """Whether what follows a join can be a question of its own, or a fragment of one."""
    if word in _QUESTION or word in _AUXILIARY or word in _JOINS:
        return True
    rest = doc[place:]
    return 0 < len(rest) <= 6 or word in {"in", "for", "the", "what's", "how's", "where", "to"}


def _has_word(doc: Doc, start: int, end: int) -> bool:
    return any(token.is_alpha or token.like_num for token in doc[start:end])


def _lean(words: str, before: list[Clause]) -> str:
    """The clause as it is read: without its join, and a short fragment with the opening of the clause before."""
    pieces = words.split()
    while len(pieces) > 1 and pieces[0].lower() in _JOINS - {"as", "so", "while", "an", "n"}:
        pieces = pieces[1:]
    first = pieces[0].lower().strip("?,")
    if (
        before
        and len(pieces) <= 3
        and first not in _QUESTION | _AUXILIARY
        and first not in {"in", "for", "thanks", "thank"}
    ):
        head = before[-1].text.split()
        if len(head) >= 3 and head[0].lower() in _AUXILIARY:
            return " ".join([*head[:2], *pieces])
    return " ".join(pieces)
