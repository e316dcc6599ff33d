"""Which conditions other than LEMS a text names: by name, by spelling close to a name, and by shape.

What no list and no shape shows is found by the encoder's name scores (`from_scores`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lems_faq.understanding import lems

OTHER = "another disease"
"""What stands in the masked text for the name of another condition."""
MEDICINE = "another medicine"
"""What stands there for the name of a drug that is not used in LEMS."""
LONGEST = 7
"""Words in the longest name that is looked up."""

_WORD = re.compile(r"[^\W_]+(?:['’`-][^\W_]+)*")
_STOP = re.compile(r"[?!;]|\n\s*\n|(?<=\w{3})\.\s")
"""What no name runs across."""
_HEADS = (
    "syndrome syndromes disease diseases disorder dystrophy deficiency dysplasia anaemia anemia palsy "
    "sclerosis neuropathy myopathy ataxia atrophy sarcoma carcinoma lymphoma leukaemia leukemia cancer "
    "fever infection malformation encephalopathy cardiomyopathy aciduria acidosis"
).split()
_SUFFIXES = re.compile(
    r"(?:itis|[^r]oma|omas|osis|emia|aemia|uria|opathy|plasia|trophy|algia|rrhagia|rrhoea|rrhea|oedema|cele|"
    r"philia|penia|plegia|paresis|lithiasis|megaly|ectasia|stenosis|sclerosis)$"
)
_GENERIC = set(
    (
        "a an the this that these those his her my our your their its any some no which what every each other "
        "another such same one rare genetic inherited hereditary autoimmune immune neurological neurologic "
        "neuromuscular nerve muscle muscular medical serious chronic underlying progressive and or of in with "
        "is are was were be for from to about like as if on has have had do does did can could will would how "
        "why when who where it he she they we you i not but so than then also very really lung small cell non "
        "paraneoplastic myasthenic primary secondary common bad new old real kind type form sort name named "
        "called horrible awful nasty strange weird terminal fatal childhood adult men women hla p/q calcium "
        "channel secondary causing causes cause caused treat catch get got getting having mean means found "
        "find without more most less there here just only ever never still lambert eaton lems hidden occult "
        "diagnosed developing develop brain skin blood bone eye heart"
    ).split()
)


@dataclass(frozen=True)
class Mention:
    """A name in a text, in characters. `how`: 'name', 'spelling', 'shape', 'score', or 'drug' for a medicine."""

    start: int
    end: int
    text: str
    how: str


@dataclass(frozen=True)
class Word:
    start: int
    end: int
    form: str


def words(text: str) -> list[Word]:
    """The words of a text in the form in which names are looked up; a hyphen ends a word."""
    found = []
    for m in _WORD.finditer(text):
        start = m.start()
        for piece in m[0].split("-"):
            if piece:
                found.append(Word(start, start + len(piece), re.sub(r"['’`]", "", piece.lower())))
            start += len(piece) + 1
    return found


def ordinary_words(text: str, named: Iterable[tuple[int, int]]) -> set[str]:
    """The words of a text outside the names of conditions, whose places (start, end) are given."""
    for start, end in sorted(named, reverse=True):
        text = text[:start] + " " + text[end:]
    return {word.form for word in words(text)}


def form(name: str) -> tuple[str, ...]:
    """A name as it is looked up: lower case, without apostrophes, hyphens as spaces."""
    return tuple(word.form for word in words(name))


@dataclass(frozen=True)
class Lexicon:
    """Names of conditions. `known`: words that are no misspelt name; `never`: phrases that are no condition;
    `openings`: the first words of all of these; `single`: names of one word, by their first letter."""

    names: frozenset[tuple[str, ...]]
    never: frozenset[tuple[str, ...]]
    known: frozenset[str]
    ambiguous: frozenset[str]
    drugs: frozenset[tuple[str, ...]]
    openings: frozenset[str]
    single: Mapping[str, tuple[str, ...]]

    @classmethod
    def build(
        cls,
        names: Iterable[str],
        *,
        never: Iterable[str] = (),
        known: Iterable[str] = (),
        ambiguous: Iterable[str] = (),
        drugs: Iterable[str] = (),
    ) -> Lexicon:
        """A lexicon from plain lists. 'huntington's disease' is also found as 'huntington disease'; an ambiguous
        short form ('ms', 'als') counts only in capitals."""
        refused = frozenset(form(name) for name in never)
        forms = set()
        for name in names:
            whole = form(name)
            if whole and whole not in refused and len(whole) <= LONGEST and len("".join(whole)) > 1:
                forms.add(whole)
                forms |= _shorter(name)
        single: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for name in sorted(f[0] for f in forms if len(f) == 1 and len(f[0]) >= 6):
            single[name[0]] += (name,)
        medicines = frozenset(form(name) for name in drugs) - refused - {()}
        used = {word for f in (*refused, *medicines) for word in f} | {w for text in known for w in form(text)}
        openings = frozenset(f[0] for f in (*forms, *refused, *medicines) if f)
        return cls(frozenset(forms), refused, frozenset(used), frozenset(ambiguous), medicines, openings, dict(single))

    @classmethod
    def of(cls, lists: Mapping[str, str], *, known: Iterable[str] = ()) -> Lexicon:
        """From the texts of data/conditions by file name: `*.txt` hold names, `words/*.txt` what is no name."""
        names = [line for name, text in sorted(lists.items()) if "/" not in name for line in text.splitlines()]
        plain = {name: text.splitlines() for name, text in lists.items() if "/" in name}
        return cls.build(
            names,
            never=plain.get("words/not_conditions.txt", ()),
            known=[*known, *plain.get("words/anatomy_symptoms.txt", ())],
            drugs=plain.get("words/drugs.txt", ()),
            ambiguous=(line.split("\t")[0] for line in plain.get("words/ambiguous.txt", ())),
        )

    @classmethod
    def read(cls, folder: Path, *, known: Iterable[str] = ()) -> Lexicon:
        """From a folder laid out as data/conditions.

        Raises:
            FileNotFoundError: it holds no list.
        """
        lists = {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.txt")
        }
        if not lists:
            raise FileNotFoundError(f"{folder}: holds no list of conditions (*.txt)")
        return cls.of(lists, known=known)


def _shorter(name: str) -> set[tuple[str, ...]]:
    """How else a name is said: 'huntington disease', and 'zollinger-ellison' without its 'syndrome'."""
    forms = set()
    if "'s " in name:
        forms.add(form(name.replace("'s ", " ")))
    first, _, rest = name.partition(" ")
    pair = first.split("-")
    if rest in _HEADS and len(pair) > 1 and min(map(len, pair)) > 3 and not lems.find(name):
        forms.add(form(first))
    return forms


def find(text: str, lexicon: Lexicon) -> list[Mention]:
    """The conditions and drugs that a text names, in order, without overlap; LEMS itself is not among them."""
    shouted = text.isupper()
    found = words(text)
    reach = _reach(text, found)
    mentions: list[Mention] = []
    place = 0
    while place < len(found):
        length, how = _longest(found[place : place + reach[place]], lexicon)
        if length:
            start, end = found[place].start, found[place + length - 1].end
            name = text[start:end]
            if not (how == "name" and name.lower() in lexicon.ambiguous and (shouted or not name.isupper())):
                mentions.append(Mention(start, end, name, how))
        place += length or 1
    return mentions


def _reach(text: str, found: Sequence[Word]) -> list[int]:
    """For each word how many words a name that begins with it can have: none within LEMS's own name, and none
    beyond the end of a sentence."""
    own = lems.find(text)
    reach = [0] * len(found)
    for place in range(len(found) - 1, -1, -1):
        word = found[place]
        if any(word.start < end and word.end > start for start, end in own):
            continue
        after = found[place + 1] if place + 1 < len(found) else None
        goes_on = after is not None and not _STOP.search(text, word.end, after.start)
        reach[place] = 1 + (reach[place + 1] if goes_on else 0)
    return reach


def _longest(found: Sequence[Word], lexicon: Lexicon) -> tuple[int, str]:
    """How many of these words, from the first on, are the name of a condition, and how that is known."""
    if not found:
        return 0, ""
    refused = 0
    longest = min(LONGEST, len(found)) if found[0].form in lexicon.openings else 0
    for length in range(longest, 0, -1):
        forms = tuple(word.form for word in found[:length])
        if forms in lexicon.never:
            refused = max(refused, length)
        if forms in lexicon.names and length >= refused and forms not in lexicon.never:
            return _grown(found, length), "name"
        if forms in lexicon.drugs and length >= refused:
            return length, "drug"
    return (0, "") if refused else _shaped(found, lexicon)


def _grown(found: Sequence[Word], length: int) -> int:
    """A name with the 'disease' or 'syndrome' that follows it."""
    return length + 1 if len(found) > length and found[length].form in _HEADS[:6] else length


def _shaped(found: Sequence[Word], lexicon: Lexicon) -> tuple[int, str]:
    word = found[0].form
    # 'X syndrome', 'X Y disease': up to three words that are neither grammar nor a description.
    for length, head in enumerate(found[1:4], 1):
        if head.form in _HEADS:
            if all(w.form not in _GENERIC and w.form not in lexicon.known for w in found[:length]):
                forms = tuple(w.form for w in found[: length + 1])
                return (0, "") if forms in lexicon.never else (length + 1, "shape")
            break
        if head.form in _GENERIC:
            break
    if len(word) >= 7 and word not in lexicon.known and _SUFFIXES.search(word):
        return 1, "shape"
    if len(word) >= 6 and word not in lexicon.known and word.isalpha():
        allowed = 1 if len(word) < 9 else 2
        near = process.extractOne(word, lexicon.single.get(word[0], ()), scorer=OSA.distance, score_cutoff=allowed)
        if near:
            return _grown(found, 1), "spelling"
    return 0, ""


def from_scores(
    text: str, scores: Sequence[tuple[int, int, float]], known: Sequence[Mention], *, threshold: float = 0.5
) -> list[Mention]:
    """Names that only the encoder saw. `scores`: (start, end, probability) a word piece, in characters of `text`."""
    if not any(probability >= threshold for _, _, probability in scores):
        return []
    mentions: list[Mention] = []
    for word in words(text):
        pieces = [p for start, end, p in scores if start < word.end and end > word.start]
        if not pieces or sum(pieces) / len(pieces) < threshold:
            continue
        if mentions and word.start - mentions[-1].end <= 1:
            start = mentions.pop().start
        else:
            start = word.start
        mentions.append(Mention(start, word.end, text[start : word.end], "score"))
    return [m for m in mentions if not any(m.start < k.end and m.end > k.start for k in known)]


def mask(text: str, mentions: Sequence[Mention]) -> str:
    """The text with every other condition, other drug and way to write LEMS replaced by one phrase each."""
    places = [(m.start, m.end, MEDICINE if m.how == "drug" else OTHER) for m in mentions]
    places += [
        (start, end, lems.NAME)
        for start, end in lems.find(text)
        if not any(m.start < end and m.end > start for m in mentions)
    ]
    for start, end, words_ in sorted(places, reverse=True):
        text = text[:start] + words_ + text[end:]
    return text
