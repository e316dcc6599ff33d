"""Questions and turn records made by hand."""

from __future__ import annotations

from typing import Any, Sequence

from evaluation import floors
from evaluation.answers import Answer, outcome_of
from evaluation.asking import Run
from evaluation.measures import measure
from evaluation.questions import COMPOUND, FOLLOW_UP, SINGLE, Question
from evaluation.timing import Times
from lems_faq.turn import outcome_of as outcome_of_parts


def question(label: str = "cause", *, kind: str = SINGLE, file: str = "topics", **more: Any) -> Question:
    """A single question of own/topics.jsonl unless told otherwise. Several labels: 'cause hereditary'."""
    labels = tuple(label.split())
    facts: dict[str, Any] = {"set": "own", "id": "q-1", "turns": ("how come",), "labels": labels}
    facts["must"] = frozenset(more.pop("must", labels))
    return Question(**{**facts, "file": file, "kind": kind, **more})


def turn(
    got: str, *, ranking: Sequence[tuple[str, float]] = (), safety: str = "none", conditions: Sequence[str] = ()
) -> dict[str, Any]:
    """The record of a turn with these topics."""
    topics = got.split()
    return {
        "outcome": outcome_of_parts([outcome_of(topic) for topic in topics]),
        "topics": topics,
        "understanding": {
            "safety": safety,
            "conditions": list(conditions),
            "ranking": [{"topic": topic, "confidence": confidence} for topic, confidence in ranking],
        },
        "content": "2026-04-08",
    }


def answer(label: str, got: str, *, about: dict[str, Any] | None = None, **more: Any) -> Answer:
    """A question with this label, and the turn that it got. `about`: more of the question."""
    return Answer(question(label, **(about or {})), turn(got, **more))


def compound(labels: str, got: str, *, must: Sequence[str] | None = None) -> Answer:
    about: dict[str, Any] = {"kind": COMPOUND, "file": "compound"}
    if must is not None:
        about["must"] = must
    return answer(labels, got, about=about)


def follow_up(label: str, got: str, **more: Any) -> Answer:
    return answer(label, got, about={"kind": FOLLOW_UP, "file": "dialogues", "turns": ("what is it", "why")}, **more)


def perfect(asked: Question) -> dict[str, Any]:
    """The turn of an assistant that knows the labels."""
    topic = asked.label if asked.on_topic else "overview"
    conditions = [asked.name] if asked.name else ["gout"]
    got = " ".join(label for label in asked.labels if label in asked.must)
    if asked.kind == COMPOUND and {"emergency", "self_harm"} & asked.must:
        got = next(iter(asked.must))
    return turn(got, ranking=[(topic, 1.0 if asked.on_topic else 0.0)], conditions=conditions)


TIMES = Times(2, 6.5, 20.0, 7.0)
RUN = Run(
    "2026-01-02",
    "lems-1",
    "2026-04-08",
    [
        answer("cause", "cause", ranking=[("cause", 0.9)], about={"styles": ("lower",)}),
        answer("help", "clarify", about={"id": "q-2", "file": "services", "turns": ("<script>alert(1)</script>",)}),
    ],
    TIMES,
)
FOUND = measure(RUN.answers, times=TIMES)
CHECKED = floors.check(FOUND, {"own": {"right": 0.9}, "all": {"nlu_ms": 8.0}})
