"""`python -m evaluation.elsewhere FILE ...`: asks question sets that nobody here wrote and that are not kept here.

A file holds JSON lines with `id`, `text` and, where the questions are on LEMS, `label` and `also_ok` as in own/. What
has no label is taken to be about something else, so that an answer on LEMS is wrong.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Sequence

from evaluation.answers import ANSWERED, DECLINED, Answer
from evaluation.asking import ask, quiet
from evaluation.questions import Question, known_labels, read
from lems_faq.understanding.labels import OTHER_CONDITION, OUT_OF_SCOPE

SOMETHING_ELSE = {"label": OUT_OF_SCOPE, "also_ok": [OTHER_CONDITION]}


def questions_of(path: Path) -> list[Question]:
    """The questions of a file: with labels, where its first line has one.

    Raises:
        QuestionError: a line cannot be read.
    """
    first = json.loads(path.read_text(encoding="utf-8").split("\n", 1)[0])
    return read(path, set="elsewhere", known=known_labels(), given={} if "label" in first else SOMETHING_ELSE)


def lines(name: str, answers: Sequence[Answer]) -> list[str]:
    """What to print of a file: how many were right, and what the others got."""
    wrong = [a for a in answers if not a.right]
    answered = sum(a.outcome == ANSWERED for a in wrong)
    declined = sum(a.outcome == DECLINED for a in wrong)
    got = Counter(", ".join(sorted(a.got)) for a in wrong)
    of = len(answers)
    return [
        f"{name}: {of} questions, right {_share(of - len(wrong), of)}",
        f"  wrongly answered on LEMS {_share(answered, of)}, taken for a question on LEMS that is not covered "
        f"{_share(declined, of)}",
        "  instead of the right reply: " + ", ".join(f"{label} {count}" for label, count in got.most_common()),
    ]


def _share(count: int, of: int) -> str:
    return f"{100 * count / of:.1f} % ({count})"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.elsewhere", description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    options = parser.parse_args(arguments)
    from lems_faq.adapters.training import ensure_model

    model = ensure_model()
    for path in options.files:
        try:
            found = questions_of(path)
        except (OSError, ValueError) as problem:
            parser.error(f"{path}: {problem}")
        print("\n".join(lines(path.name, asyncio.run(ask(found, model)))))
    return 0


if __name__ == "__main__":
    quiet()
    sys.exit(main())
