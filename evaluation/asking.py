"""Asks the assistant all questions in this process, and keeps what it said for a second look."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Sequence

from evaluation.answers import Answer
from evaluation.questions import Question
from evaluation.timing import Times, nlu_times


class RunError(ValueError):
    """Stored answers do not fit the questions; the message says which."""


@dataclass(frozen=True)
class Run:
    """All answers of one model. `date` in ISO form, `model` is the name of its file, `content` the text's date."""

    date: str
    model: str
    content: str
    answers: list[Answer]
    times: Times | None = None


def ask_all(questions: Sequence[Question], *, model: Path, date: str) -> Run:
    """Each question in a conversation of its own; the time is taken on all messages, after the questions."""
    answers = asyncio.run(_ask(questions, model))
    times = nlu_times(model, [question.turns[-1] for question in questions])
    content = answers[-1].turn["content"] if answers else ""
    return Run(date, model.name.removesuffix(".tar.gz"), content, answers, times)


async def _ask(questions: Sequence[Question], model: Path) -> list[Answer]:
    from tqdm import tqdm

    from lems_faq.adapters.assistant import Assistant

    assistant = Assistant.load(model)
    answers = []
    for question in tqdm(questions, desc="Asking", unit="question", disable=None):
        turn: dict[str, Any] = {}
        for text in question.turns:
            turn = await assistant.answer(text, conversation=question.key)
        answers.append(Answer(question, turn))
    return answers


def save(run: Run, path: Path) -> None:
    data = {
        "date": run.date,
        "model": run.model,
        "content": run.content,
        "times": asdict(run.times) if run.times else None,
        "turns": {answer.question.key: answer.turn for answer in run.answers},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def load(path: Path, questions: Sequence[Question]) -> Run:
    """A stored run, judged by the labels of `questions` as they are now.

    Raises:
        FileNotFoundError: there is no such file.
        RunError: a question was not asked in that run.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    missing = [question.key for question in questions if question.key not in data["turns"]]
    if missing:
        raise RunError(f"{path} has no answer to {missing[0]} and {len(missing) - 1} others; run without --again")
    answers = [Answer(question, data["turns"][question.key]) for question in questions]
    times = Times(**data["times"]) if data["times"] else None
    return Run(data["date"], data["model"], data["content"], answers, times)
