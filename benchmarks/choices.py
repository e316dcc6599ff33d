"""What docs/adr/0004 and 0006 chose, measured again on writers who were left out of all training.

    encoder/.venv/bin/python -m encoder.build --out FOLDER --without VOICES
    .venv/bin/python -m benchmarks.choices FOLDER

trains the classifier on the other files of data/voices and prints a table for each choice. VOICES: with commas.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Callable, Sequence

import numpy as np

from benchmarks.left_out import DATA, Texts, from_command_line
from benchmarks.tables import table
from encoder.examples import Example, read_compounds
from lems_faq.understanding.clauses import split
from lems_faq.understanding.decision import CLARIFY, Costs, gate, several, without_alarm
from lems_faq.understanding.labels import ALARMS, OUT_OF_SCOPE, is_covered, is_topic
from lems_faq.understanding.reading import Reading
from lems_faq.understanding.safety import Thresholds, level
from lems_faq.understanding.safety_rules import LINE, NONE, by_rules
from lems_faq.understanding.topics import TopicModel


def shares(model: TopicModel, texts: Texts, labels: Sequence[str]) -> None:
    truth = np.array(labels)

    def right(share: float) -> float:
        found = replace(model, share=share).probabilities(texts.rows, texts.masked)
        return float((np.array(model.labels)[found.argmax(axis=1)] == truth).mean())

    table("Share of the n-grams", ("share", "right"), [(str(s), right(s)) for s in (0.0, 0.2, 0.3, 0.4, 0.5, 1.0)])


def doubts(model: TopicModel, texts: Texts, labels: Sequence[str]) -> None:
    truth = np.array(labels)
    topic, outside = np.array([is_topic(label) for label in labels]), truth == OUT_OF_SCOPE

    def row(doubt: float) -> tuple[object, ...]:
        found = replace(model, doubt=doubt).probabilities(texts.rows, texts.masked)
        guesses = np.array(model.labels)[found.argmax(axis=1)]
        right = guesses == truth
        covered = np.array([is_topic(guess) and is_covered(guess) for guess in guesses])
        shares = right, right[topic], right[outside], covered & ~right
        return (str(doubt), *(float(share.mean()) for share in shares))

    heads = ("doubt", "right", "topics", "out of scope", "a covered topic, wrongly")
    table(
        "Doubt where a message is like nothing learnt", heads, [row(doubt) for doubt in (0.0, 2.0, 3.0, 4.0, 5.0, 6.0)]
    )


def temperatures(model: TopicModel, texts: Texts, labels: Sequence[str]) -> None:
    truth = np.array(labels)

    def error(temperature: float) -> float:
        found = replace(model, temperature=temperature).probabilities(texts.rows, texts.masked)
        sure, right = found.max(axis=1), np.array(model.labels)[found.argmax(axis=1)] == truth
        bins = np.array_split(np.argsort(sure), 10)
        return float(sum(abs(sure[b].mean() - right[b].mean()) * len(b) for b in bins) / len(sure))

    rows = [(str(t), error(t)) for t in (0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3)]
    table("Temperature", ("temperature", "calibration error"), rows)


def costs(readings: Sequence[Reading], labels: Sequence[str]) -> None:
    calm = [(without_alarm(r), label) for r, label in zip(readings, labels) if label not in ALARMS]

    def row(answer: float) -> tuple[object, ...]:
        found = [(gate(r, Costs(answer=answer)).label, label) for r, label in calm]
        wrong = [g != label and g != CLARIFY and is_topic(g) and is_covered(g) for g, label in found]
        topics = [g == label for g, label in found if is_topic(label)]
        right = float(np.mean([g == label for g, label in found]))
        asked = float(np.mean([g == CLARIFY for g, _ in found]))
        return str(answer), right, float(np.mean(topics)), float(np.mean(wrong)), asked

    heads = ("cost of a wrong answer", "right", "right, topics", "wrong medical answers", "asked back")
    table("Costs", heads, [row(answer) for answer in (10.0, 4.0, 2.5, 1.0)])


def safety(wholes: Sequence[Reading], clauses: Sequence[Sequence[Reading]], examples: Sequence[Example]) -> None:
    rules = [by_rules(example.text) for example in examples]
    truth = np.array([example.label for example in examples])
    danger = np.isin(truth, ALARMS)

    def row(thresholds: Thresholds) -> tuple[object, ...]:
        found = np.array([level(rule, whole, cut, thresholds) for rule, whole, cut in zip(rules, wholes, clauses)])
        alarm, line = np.isin(found, ALARMS), found == LINE
        figures = (found == truth)[danger], (found != NONE)[danger], alarm[~danger], line[~danger]
        return (thresholds, *(float(figure.mean()) for figure in figures))

    tried = [Thresholds(over=over, line=line) for over in (0.15, 0.3, 0.5) for line in (0.015, 0.025, 0.05)]
    heads = ("thresholds", "that reply", "reply or line", "false alarm", "line on others")
    table("Safety", heads, [row(thresholds) for thresholds in tried])


def parts(
    whole: Sequence[Reading], clauses: Sequence[Sequence[Reading]], want: Sequence[set[str]]
) -> Callable[[Costs], float]:
    """How many messages have just the parts that they should; of one question: none."""

    def right(given: Costs) -> float:
        found = [
            {p.label for p in several(without_alarm(r), [without_alarm(c) for c in cut], given)}
            for r, cut in zip(whole, clauses)
        ]
        return float(np.mean([f == w for f, w in zip(found, want)]))

    return right


def main() -> int:
    left_out = from_command_line(__doc__)

    def cut(found: Sequence[Example], model: TopicModel) -> list[list[Reading]]:
        pieces = [[clause.text for clause in split(example.text)] for example in found]
        return [left_out.read(piece).readings(model) if len(piece) > 1 else [] for piece in pieces]

    model, asked = left_out.classifier(), left_out.asked
    new, labels = left_out.read([e.text for e in asked]), [e.label for e in asked]
    shares(model, new, labels)
    doubts(model, new, labels)
    temperatures(model, new, labels)
    wholes, clauses = new.readings(model), cut(asked, model)
    costs(wholes, labels)
    safety(wholes, clauses, asked)
    held_out = read_compounds(DATA / "held_out" / "compound.jsonl")
    joint = parts(
        left_out.read([e.text for e in held_out]).readings(model),
        cut(held_out, model),
        [{e.label, *e.besides} for e in held_out],
    )
    alone = parts(wholes, clauses, [set() for _ in asked])
    tried = [Costs(part=part, other_part=other) for part in (0.35, 0.45, 0.55, 0.65) for other in (0.6, 0.8, 0.9)]
    rows = [(f"{c.part}, {c.other_part}", joint(c), alone(c)) for c in tried]
    table("Several questions", ("part, other part", "held out: all parts, no others", "single: left whole"), rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
