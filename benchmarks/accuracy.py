"""What both understand of the same questions, judged by evaluation/ as the report of `make evaluate` is."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Mapping, Sequence

from benchmarks.places import ROOT
from benchmarks.servers import SECRET, Server
from evaluation.answers import Answer, outcome_of
from evaluation.measures import SHARES, measure
from evaluation.questions import Question, known_labels, read, read_all

QUESTIONS = ROOT / "evaluation" / "sample" / "single.jsonl"
FALLBACK_INTENT = "nlu_fallback"
CLARIFY = "clarify"
ABSENT = frozenset({"safety_shown", "line_on_ordinary", "other_condition"})
"""Measures of what a default pipeline does not have: the safety line and the names of other conditions."""


def questions(*, every: bool) -> list[Question]:
    """Those of sample/single.jsonl, or all single questions and the others of evaluation/."""
    known = known_labels(ROOT / "domain.yml")
    return read_all(known=known) if every else read(QUESTIONS, set="sample", known=known)


def ours(server: Server, asked: Sequence[Question]) -> list[Answer]:
    """By the turn records of the desk channel, each question in a conversation of its own."""
    answers = []
    server.connect()
    for question in asked:
        turn: dict[str, Any] = {}
        for number, text in enumerate(question.turns):
            name = question.key.replace("/", ":")
            message = {"sender_id": f"right:{name}", "message_id": f"{name}:{number}", "text": text}
            turn = server.post("/webhooks/desk", message, headers={"X-Desk-Secret": SECRET})
        answers.append(Answer(question, turn))
    return answers


def peers(server: Server, asked: Sequence[Question]) -> list[Answer]:
    """By the intent of the last message, which is all that a default pipeline reads."""
    server.connect()
    return [Answer(q, peer_turn(server.post("/model/parse", {"text": q.turns[-1]}))) for q in asked]


def peer_turn(parsed: Mapping[str, Any]) -> dict[str, Any]:
    """What Rasa parsed, as a turn record; its fallback counts as the question which topic was meant."""
    intent = parsed["intent"]["name"] or FALLBACK_INTENT
    label = CLARIFY if intent == FALLBACK_INTENT else intent
    outcome = outcome_of(label)
    ranking = [
        {"topic": found["name"], "confidence": found["confidence"]}
        for found in parsed.get("intent_ranking", [])
        if found["name"] != FALLBACK_INTENT
    ]
    return {
        "outcome": outcome,
        "topics": [] if outcome == label else [label],
        "understanding": {"ranking": ranking, "safety": "none", "conditions": []},
    }


def shares(answers: Sequence[Answer]) -> dict[str, dict[str, Any]]:
    """Name of the share to hits, number of questions and value."""
    found = ((share.name, share.figure(answers)) for share in SHARES)
    return {name: {**asdict(figure), "value": round(figure.value, 4)} for name, figure in found if figure}


def figures(answers: Sequence[Answer]) -> dict[str, dict[str, dict[str, Any]]]:
    """The peer's, as evaluation/README.md wants them beside its own: only over all questions are the two alike."""
    return {
        where: {
            name: {**asdict(figure), "value": round(figure.value, 4)}
            for name, figure in row.items()
            if name not in ABSENT
        }
        for where, row in measure(answers).items()
    }
