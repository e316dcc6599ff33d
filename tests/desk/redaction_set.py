"""The set that measures redaction (tests/desk/redaction/), in its two halves.

`python tests/desk/redaction_set.py` prints what the rules miss in the first half. The second half is only counted:
whoever changes a rule never reads it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from chat.redaction import redact

_FOLDER = Path(__file__).parent / "redaction"
Half = Literal["first", "second", "more"]
"""`more`: a set of its own that rules are made from, and that says nothing on how they do."""


@dataclass(frozen=True)
class Item:
    """A message with details of a person: after redaction none of `secrets` may stand in it. `kind`: the main one's."""

    id: str
    text: str
    secrets: tuple[str, ...]
    kind: str

    @property
    def left(self) -> tuple[str, ...]:
        """The details that redaction leaves in the text."""
        found = redact(self.text).text
        return tuple(secret for secret in self.secrets if secret in found)


def items(half: Half) -> list[Item]:
    """The items of one half."""
    return [
        Item(row["id"], row["text"], tuple(row["secrets"]), row["kind"])
        for row in _rows("more.jsonl" if half == "more" else "items.jsonl")
        if row["kind"] != "clean" and half in ("more", half_of(row["id"]))
    ]


def clean(half: Half) -> list[str]:
    """Questions without a detail: redaction must leave them as they are."""
    if half == "more":
        return [row["text"] for row in _rows("more.jsonl") if row["kind"] == "clean"]
    return [row["text"] for row in _rows("clean.jsonl") if half_of(row["id"]) == half]


def half_of(identifier: str) -> Half:
    """By a digest, so that nobody chose what is in which half."""
    return "first" if hashlib.sha256(identifier.encode()).digest()[0] % 2 == 0 else "second"


def _rows(name: str) -> Iterator[dict[str, Any]]:
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


@dataclass(frozen=True)
class Measure:
    """How the rules do on one half."""

    details: int
    left: int
    items: int
    items_left: int
    clean: int
    changed: int

    @property
    def recall(self) -> float:
        return 1 - self.left / self.details

    @property
    def harm(self) -> float:
        return self.changed / self.clean

    def __str__(self) -> str:
        return (
            f"{self.details - self.left} of {self.details} details taken out ({self.recall:.1%}), "
            f"{self.items - self.items_left} of {self.items} items free of any; "
            f"{self.changed} of {self.clean} clean questions changed ({self.harm:.1%})"
        )


def measure(half: Half) -> Measure:
    """The figures of one half."""
    found, texts = items(half), clean(half)
    return Measure(
        details=sum(len(item.secrets) for item in found),
        left=sum(len(item.left) for item in found),
        items=len(found),
        items_left=sum(bool(item.left) for item in found),
        clean=len(texts),
        changed=sum(redact(text).changed for text in texts),
    )


def main() -> None:
    say = sys.stdout.write
    halves: tuple[Half, ...] = ("first", "second", "more")
    for half in halves:
        say(f"{half} half: {measure(half)}\n")
    for item in [*items("first"), *items("more")]:
        if item.left:
            say(f"{item.id} {item.kind}: {item.text!r} leaves {item.left}\n")
    for text in [*clean("first"), *clean("more")]:
        if redact(text).changed:
            say(f"clean: {text!r} becomes {redact(text).text!r}\n")


if __name__ == "__main__":
    main()
