"""The set that measures redaction (tests/desk/redaction/), in its two halves.

`python tests/desk/redaction_set.py` prints what the rules miss in the first half. The second half is only counted:
whoever changes a rule never reads it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from chat.redaction import redact

_FOLDER = Path(__file__).parent / "redaction"
Half = Literal["first", "second"]


@dataclass(frozen=True)
class Item:
    """A message with details of a person: after redaction none of `secrets` may stand in it. `kind`: of the main one."""

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
        for row in _rows("items.jsonl")
        if half_of(row["id"]) == half
    ]


def clean(half: Half) -> list[str]:
    """Questions without a detail: redaction must leave them as they are."""
    return [row["text"] for row in _rows("clean.jsonl") if half_of(row["id"]) == half]


def half_of(identifier: str) -> Half:
    """By a digest, so that nobody chose what is in which half."""
    return "first" if hashlib.sha256(identifier.encode()).digest()[0] % 2 == 0 else "second"


def _rows(name: str) -> Iterator[dict[str, Any]]:
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def main() -> None:
    half: Half
    for half in ("first", "second"):
        found, texts = items(half), clean(half)
        secrets = sum(len(item.secrets) for item in found)
        left = sum(len(item.left) for item in found)
        whole = sum(not item.left for item in found)
        changed = [text for text in texts if redact(text).changed]
        print(  # noqa: T201 (a command)
            f"{half}: {secrets - left} of {secrets} details ({1 - left / secrets:.1%}), {whole} of {len(found)} items "
            f"whole ({whole / len(found):.1%}), {len(changed)} of {len(texts)} clean changed ({len(changed) / len(texts):.1%})"
        )
        if half == "first":
            for item in found:
                if item.left:
                    print(f"{item.id} {item.kind}: {item.text!r} -> {redact(item.text).text!r} left {item.left}")  # noqa: T201
            for text in changed:
                print(f"clean: {text!r} -> {redact(text).text!r}")  # noqa: T201


if __name__ == "__main__":
    main()
