"""Training examples out of the project's own data, and the changes they go through at every reading."""

from __future__ import annotations

import json
import random
import re
import zlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Iterable, Sequence

import yaml

from lems_faq.understanding import lems
from lems_faq.understanding.conditions import MEDICINE, OTHER, Lexicon, find
from lems_faq.understanding.labels import COURTESY, DIALOGUE, EMERGENCY, OTHER_CONDITION, SELF_HARM, is_topic

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
_LEANING = {"what_about", "anything_else"}
_CLEAR = 5
"""Words from which a question is clear without the one before."""
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
    before: str = ""
    """What the same person said before, with its names annotated as in the data."""


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


def read_follow_ups(path: Path) -> list[Example]:
    """Conversations, one JSON object a line: `turns`, `last_label` (what the last one asks), `voice`."""
    examples = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        *earlier, last = row["turns"]
        text, spans = parse(last)
        # 'ok' and 'thanks' are passed over, as in the assistant.
        before = next((turn for turn in reversed(earlier) if len(turn.split()) > 2), earlier[-1])
        examples.append(Example(text, row["last_label"], row["voice"], spans, before=before))
    return examples


def part(examples: Iterable[Example], share: float) -> list[Example]:
    """About this share of the examples, always the same ones; a smaller share is a part of a larger one."""
    return [e for e in examples if zlib.crc32(f"{e.before} {e.text}".encode()) < share * 2**32]


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
    return replace(example, text=text + example.text[last:], spans=tuple(spans))


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
    if (
        names
        and found
        and not (example.spans or example.besides or example.before)
        and is_topic(label)
        and chance.random() < 0.15
    ):
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
    before = _plain(example.before, names, chance)
    return replace(example, text=text, label=label, spans=spans, before=before)


def _plain(before: str, names: Sequence[str], chance: random.Random) -> str:
    """What was said before as the assistant hands it on: other conditions and LEMS mostly by one word each."""

    def other(m: re.Match[str]) -> str:
        draw = chance.random()
        return OTHER if draw < 0.6 else chance.choice(names) if draw < 0.8 and names else m[1]

    text = _MENTION.sub(other, before)
    if chance.random() < 0.8:
        for start, end in reversed(lems.find(text)):
            text = text[:start] + lems.NAME + text[end:]
    return text


def _styled(name: str, chance: random.Random) -> str:
    return name.capitalize() if chance.random() < 0.25 else name


def joined(first: Example, second: Example, chance: random.Random) -> Example | None:
    """The two as one message, the way people join questions; None where they do not go together.

    Two questions on the same label are one question to the bot, and a greeting or thanks beside a question is none.
    """
    if second.besides or first.before or second.before or {first.label, second.label} & _ALONE:
        return None
    if len(first.text) > _LONGEST_JOINED or len(second.text) > _LONGEST_JOINED:
        return None
    joint = chance.choice(_JOINS)
    opening = first.text.rstrip(" ?.!,") + joint
    follows = second.text if joint[0] in "?." else second.text[:1].lower() + second.text[1:]
    moved = tuple((a + len(opening), b + len(opening)) for a, b in second.spans)
    spans = tuple((a, b) for a, b in first.spans if b <= len(opening)) + moved
    labels = list(dict.fromkeys([first.label, *first.besides, second.label]))
    label, *besides = [label for label in labels if label not in COURTESY] or labels[:1]
    return Example(opening + follows, label, first.group, spans, tuple(besides))


def follows(first: Example, second: Example) -> Example | None:
    """`second` as a message after `first`, which does not change what it asks; None where it might."""
    if second.before or first.before or not (is_topic(first.label) or first.label == OTHER_CONDITION):
        return None
    leans = second.label in _LEANING or (is_topic(second.label) and len(second.text.split()) < _CLEAR)
    return None if leans else replace(second, before=first.text)
