"""Training examples out of the project's own data, and the changes they go through at every reading."""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterable, Sequence

import yaml

from lems_faq.understanding import lems
from lems_faq.understanding.conditions import MEDICINE, OTHER, Lexicon, find
from lems_faq.understanding.labels import DIALOGUE, EMERGENCY, OTHER_CONDITION, SELF_HARM, is_topic

_JOINS = (
    " and ",
    " and also ",
    ", and ",
    "? ",
    ". ",
    " also ",
    ", ",
    "; ",
    " plus ",
    " ",
    ". Also, ",
    "? And ",
    " - ",
    " or ",
)
_ALONE = {EMERGENCY, SELF_HARM, *DIALOGUE}
"""Labels that are never one of two questions."""
_LONGEST_JOINED = 110
"""Characters; people do not join long stories."""
_MENTION = re.compile(r"\[([^\]]+)\]\(condition\)")


@dataclass(frozen=True)
class Example:
    """One message. `group` tells what was written in one go; `spans` are other conditions, in characters."""

    text: str
    label: str
    group: str = ""
    spans: tuple[tuple[int, int], ...] = field(default=())
    besides: tuple[str, ...] = ()
    """The labels of the further questions, in a message that asks several things."""


def parse(annotated: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """'is [gout](condition) inherited' to its plain text and the places of the names."""
    text, spans, last = "", [], 0
    for m in _MENTION.finditer(annotated):
        text += annotated[last : m.start()]
        spans.append((len(text), len(text) + len(m[1])))
        text += m[1]
        last = m.end()
    return text + annotated[last:], tuple(spans)


def read(folder: Path) -> list[Example]:
    """All examples of the NLU files below a folder; the file is the group.

    Raises:
        FileNotFoundError: the folder holds no example.
    """
    examples = []
    for path in sorted(folder.rglob("*.yml")):
        for block in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("nlu") or ():
            if "intent" not in block:
                continue
            for line in block["examples"].splitlines():
                text, spans = parse(line.removeprefix("- ").strip())
                if text:
                    examples.append(Example(text, block["intent"], path.stem, spans))
    if not examples:
        raise FileNotFoundError(f"{folder}: holds no NLU example")
    return examples


def read_compounds(path: Path) -> list[Example]:
    """Messages that ask several things, one JSON object a line: `text`, `labels` in the order asked, `voice`."""
    examples = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, spans = parse(row["text"])
        first, *besides = row["labels"]
        examples.append(Example(text, first, row["voice"], spans, tuple(besides)))
    return examples


def _replace(example: Example, places: Iterable[tuple[int, int, str, bool]]) -> Example:
    """The example with (start, end, words, is another condition) put in, its spans moved along."""
    text, spans, last = "", [], 0
    for start, end, words, other in sorted(places):
        if start < last:
            continue
        text += example.text[last:start]
        if other:
            spans.append((len(text), len(text) + len(words)))
        text += words
        last = end
    return Example(text + example.text[last:], example.label, example.group, tuple(spans), example.besides)


def vary(example: Example, names: Sequence[str], drugs: Lexicon, chance: random.Random) -> Example:
    """The example as one reading sees it: names kept, masked or swapped, LEMS sometimes replaced by another
    condition (which changes the label of a topic), letter case sometimes dropped.

    `drugs` holds nothing but drugs; `names` are names of conditions to put in.
    """
    places = []
    if chance.random() < 0.7:
        places += [(m.start, m.end, MEDICINE, False) for m in find(example.text, drugs) if m.how == "drug"]
    for start, end in example.spans:
        draw = chance.random()
        words = example.text[start:end]
        if draw < 0.35:
            words = OTHER
        elif draw < 0.8 and names:
            words = _styled(chance.choice(names), chance)
        places.append((start, end, words, True))
    found = lems.find(example.text)
    label = example.label
    if names and found and not example.spans and not example.besides and is_topic(label) and chance.random() < 0.15:
        label = OTHER_CONDITION
        words = OTHER if chance.random() < 0.3 else _styled(chance.choice(names), chance)
        places += [(start, end, words, True) for start, end in found]
    elif chance.random() < 0.8:
        places += [(start, end, lems.NAME, False) for start, end in found]
    varied = _replace(example, places)
    text = varied.text.lower() if chance.random() < 0.3 else varied.text
    if chance.random() < 0.2:
        text = text.rstrip("?.! ") or text
    spans = tuple((a, min(b, len(text))) for a, b in varied.spans if a < len(text))
    return Example(text, label, example.group, spans, example.besides)


def _styled(name: str, chance: random.Random) -> str:
    return name.capitalize() if chance.random() < 0.25 else name


def joined(first: Example, second: Example, chance: random.Random) -> Example | None:
    """The two as one message, the way people join questions; None where they do not go together.

    Two questions on the same label are one question to the bot.
    """
    if first.besides or second.besides or {first.label, second.label} & _ALONE:
        return None
    if len(first.text) > _LONGEST_JOINED or len(second.text) > _LONGEST_JOINED:
        return None
    joint = chance.choice(_JOINS)
    opening = first.text.rstrip(" ?.!,") + joint
    follows = second.text if joint[0] in "?." else second.text[:1].lower() + second.text[1:]
    moved = tuple((a + len(opening), b + len(opening)) for a, b in second.spans)
    spans = tuple((a, b) for a, b in first.spans if b <= len(opening)) + moved
    besides = (second.label,) if second.label != first.label else ()
    return Example(opening + follows, first.label, first.group, spans, besides)
