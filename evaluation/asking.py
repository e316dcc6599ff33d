"""Asks the assistant all questions in this process, and keeps what it said for a second look."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import warnings
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Sequence

from evaluation.answers import Answer
from evaluation.questions import Question
from evaluation.timing import Times, nlu_times, single_thread
from lems_faq.adapters.training import model_path


class RunError(ValueError):
    """Stored answers do not fit the questions; the message says which."""


@dataclass(frozen=True)
class Run:
    """All answers of one model. `date` in ISO form, `model` is the name of its file, `content` the text's date.

    `pure`: the model was trained on the content and code that it ran with, and these stayed the same meanwhile.
    """

    date: str
    model: str
    content: str
    answers: list[Answer]
    times: Times | None = None
    pure: bool = True


IMPURE = "The model was not trained on the present content and code: the figures are of a mixture."


def ask_all(questions: Sequence[Question], *, model: Path, date: str) -> Run:
    """Each question in a conversation of its own; the time is taken on all messages, after the questions."""
    before = model_path()
    answers = asyncio.run(ask(questions, model))
    times = nlu_times(model, [question.turns[-1] for question in questions])
    content = answers[-1].turn["content"] if answers else ""
    pure = model.name == before.name == model_path().name
    return Run(date, model.name.removesuffix(".tar.gz"), content, answers, times, pure)


async def ask(questions: Sequence[Question], model: Path) -> list[Answer]:
    """Each question in a conversation of its own."""
    from tqdm import tqdm

    from lems_faq.adapters.assistant import Assistant

    assistant = Assistant.load(model)
    # Services call the action server, which is not needed here and whose absence Rasa reports at length each time.
    logging.getLogger("rasa").setLevel(logging.CRITICAL)
    answers = []
    for question in tqdm(questions, desc="Asking", unit="question", disable=None):
        turn: dict[str, Any] = {}
        for text in question.turns:
            turn = await assistant.answer(text, conversation=question.key)
        answers.append(Answer(question, turn))
    return answers


def quiet() -> None:
    """Nothing calls out, libraries keep their warnings to themselves, and everything runs on one thread."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    warnings.showwarning = lambda *arguments, **options: None
    single_thread()


def save(run: Run, path: Path) -> None:
    data = {
        "date": run.date,
        "model": run.model,
        "content": run.content,
        "pure": run.pure,
        "times": asdict(run.times) if run.times else None,
        "answers": {a.question.key: {"asked": a.question.turns, "turn": a.turn} for a in run.answers},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def load(path: Path, questions: Sequence[Question]) -> Run:
    """A stored run, judged by the labels of `questions` as they are now.

    Raises:
        RunError: there is no stored run, or a question was not asked in it in these words.
    """
    if not path.exists():
        raise RunError(f"{path} does not exist; run without --again first")
    data = json.loads(path.read_text(encoding="utf-8"))
    stored = data["answers"]
    missing = [q.key for q in questions if stored.get(q.key, {}).get("asked") != list(q.turns)]
    if missing:
        raise RunError(f"{path} has no answer to {missing[0]} and {len(missing) - 1} others; run without --again")
    answers = [Answer(question, stored[question.key]["turn"]) for question in questions]
    times = Times(**data["times"]) if data["times"] else None
    return Run(data["date"], data["model"], data["content"], answers, times, data["pure"])
