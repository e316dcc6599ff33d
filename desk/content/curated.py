"""The curated answers of domain.yml: one a topic, as the assistant quotes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from content.reviewed import ContentError

COVERED = "answered"
ABSENT = "not_covered"
_PREFIX = "utter_"
_GREETING = "greet"


@dataclass(frozen=True)
class Answer:
    """One topic. `title`: the question; `reviewed`, `source`, `section` are empty for what no text covers.

    `related`: topics that are sensible to read next.
    """

    topic: str
    title: str
    text: str
    covered: bool
    source: str
    section: str
    reviewed: date | None
    related: tuple[str, ...]


@dataclass(frozen=True)
class Starter:
    """A question to begin with, as a suggestion of the chat: title and payload."""

    title: str
    payload: str


@dataclass(frozen=True)
class Curated:
    """All topics in the order of domain.yml, and the starters of the greeting."""

    answers: dict[str, Answer]
    starters: tuple[Starter, ...]

    def answer(self, topic: str) -> Answer:
        """One topic.

        Raises:
            LookupError: there is none of that name; the message says which come near.
        """
        if topic not in self.answers:
            near = get_close_matches(topic, self.answers, n=3) or list(self.answers)
            raise LookupError(f"Unknown topic '{topic}'; there are: {', '.join(near)}")
        return self.answers[topic]


def read_curated(file: Path) -> Curated:
    """The curated answers of a domain.yml.

    Raises:
        ContentError: it has none, or one lacks what a page needs.
    """
    try:
        responses: dict[str, list[dict[str, Any]]] = yaml.load(
            file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
        )["responses"]
    except FileNotFoundError:
        raise ContentError(f"{file} is missing; LEMS_CONTENT names the folder that holds it") from None
    answers = {}
    for name, variants in responses.items():
        topic = name.removeprefix(_PREFIX)
        if variants[0].get("metadata", {}).get("outcome") in (COVERED, ABSENT):
            answers[topic] = _answer(topic, variants[0], file=file)
    if not answers:
        raise ContentError(f"{file} holds no curated answer (a response whose metadata has outcome: {COVERED})")
    known = {name: answer.title for name, answer in answers.items()}
    greeting = (responses.get(_PREFIX + _GREETING) or [{}])[0].get("metadata", {}).get("suggestions", [])
    return Curated(
        answers=answers,
        starters=tuple(Starter(known[name], f"/{name}") for name in greeting if name in known),
    )


def _answer(topic: str, variant: dict[str, Any], *, file: Path) -> Answer:
    meta = variant["metadata"]
    covered = meta["outcome"] == COVERED
    needed = ("title", "source", "section", "reviewed") if covered else ("title",)
    if missing := [key for key in needed if key not in meta]:
        raise ContentError(f"{file}: the metadata of {_PREFIX}{topic} lacks {', '.join(missing)}")
    return Answer(
        topic=topic,
        title=meta["title"],
        text=variant["text"].strip(),
        covered=covered,
        source=meta.get("source", ""),
        section=meta.get("section", ""),
        reviewed=date.fromisoformat(str(meta["reviewed"])) if "reviewed" in meta else None,
        related=tuple(meta.get("suggestions", ())),
    )
