"""The questions with their labels, as the JSON lines of own/, kept/ and sample/ hold them (README.md)."""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Collection, Iterable, Mapping

import yaml

from lems_faq.understanding.labels import EMERGENCY, OUT_OF_SCOPE, SELF_HARM, SERVICE, SMALL_TALK, is_topic

FOLDER = Path(__file__).parent
SETS = ("own", "kept", "sample")
SINGLE, COMPOUND, FOLLOW_UP = "single", "compound", "follow_up"
SHORT = {"oos": OUT_OF_SCOPE}
"""How the files write a label, and its name."""


class QuestionError(ValueError):
    """A line of a question file cannot be read; the message names file, line and what is wrong."""


@dataclass(frozen=True)
class Question:
    """One question. `turns`: the user's messages, of which the last one's turn is judged.

    `labels`: the label, or of a compound question all that may be found; `must`: those that have to be.
    `also_ok`: labels that count as right too. `name`: the other condition that it asks about, as written.
    """

    set: str
    file: str
    id: str
    kind: str
    turns: tuple[str, ...]
    labels: tuple[str, ...]
    must: frozenset[str]
    also_ok: frozenset[str] = frozenset()
    styles: tuple[str, ...] = ()
    name: str = ""
    accepted: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "accepted", frozenset(self.labels) | self.also_ok)

    @property
    def key(self) -> str:
        """What it is called in the report and in the stored answers."""
        return f"{self.set}/{self.file}/{self.id}"

    @property
    def label(self) -> str:
        """The label of a single question or a follow-up; of a compound question the first."""
        return self.labels[0]

    @property
    def single(self) -> bool:
        return self.kind == SINGLE

    @property
    def on_topic(self) -> bool:
        """A single question with one topic about LEMS for a label."""
        return self.single and is_topic(self.label)

    @property
    def alarming(self) -> bool:
        """Somebody is in danger: the label says so."""
        return bool(self.must & {EMERGENCY, SELF_HARM})

    @property
    def near_miss(self) -> bool:
        return self.file == "near_miss"

    @property
    def service(self) -> bool:
        """A single question of small talk or service."""
        return self.single and self.label in (*SMALL_TALK, *SERVICE)


def known_labels(domain: Path = Path("domain.yml")) -> list[str]:
    """The labels that a question can have: the intents of the domain, in its order."""
    # libyaml reads the long file twenty times faster, where PyYAML was built with it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    intents = yaml.load(domain.read_text(encoding="utf-8"), Loader=loader)["intents"]
    return [name if isinstance(name, str) else next(iter(name)) for name in intents]


def read_all(*, known: Collection[str], folder: Path = FOLDER) -> list[Question]:
    """All questions of all sets, in the order of the files."""
    return [
        question
        for name in SETS
        for path in sorted((folder / name).glob("*.jsonl"))
        for question in read(path, set=name, known=known)
    ]


def read(path: Path, *, set: str, known: Collection[str], given: Mapping[str, Any] | None = None) -> list[Question]:
    """The questions of one file. `given`: what each line holds besides, where the line itself does not say it.

    Raises:
        QuestionError: a line is no question, has an unknown label, or an id comes twice.
    """
    questions: dict[str, Question] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            question = _question({**(given or {}), **json.loads(line)}, set=set, file=path.stem)
        except json.JSONDecodeError as problem:
            raise QuestionError(f"{where}: not JSON: {problem}") from None
        except KeyError as problem:
            raise QuestionError(f"{where}: {problem.args[0]} is missing") from None
        for label in (*question.labels, *question.also_ok, *question.must):
            _check(label, known=known, where=where)
        if not question.must <= frozenset(question.labels):
            raise QuestionError(f"{where}: must names a label that labels lacks")
        if question.id in questions:
            raise QuestionError(f"{where}: the id '{question.id}' comes twice")
        questions[question.id] = question
    return list(questions.values())


def _question(data: Mapping[str, Any], *, set: str, file: str) -> Question:
    if "labels" in data:
        kind, turns, labels = COMPOUND, [data["text"]], data["labels"]
    elif "last_label" in data:
        kind, turns, labels = FOLLOW_UP, data["turns"], [data["last_label"]]
    else:
        kind, turns, labels = SINGLE, [data["text"]], [data["label"]]
    return Question(
        set=set,
        file=file,
        id=str(data["id"]),
        kind=kind,
        turns=tuple(turns),
        labels=tuple(_names(labels)),
        must=frozenset(_names(data.get("must", labels))),
        also_ok=frozenset(_names(data.get("also_ok", ()))),
        styles=tuple(style.strip() for style in data.get("style", "").split(",") if style.strip()),
        name=data.get("condition", ""),
    )


def _names(labels: Iterable[str]) -> list[str]:
    return [SHORT.get(label, label) for label in labels]


def _check(label: str, *, known: Collection[str], where: str) -> None:
    if label in known:
        return
    near = difflib.get_close_matches(label, known, n=1)
    hint = f"did you mean '{near[0]}'?" if near else f"the labels are {', '.join(sorted(known))}"
    raise QuestionError(f"{where}: unknown label '{label}'; {hint}")
