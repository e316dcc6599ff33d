"""The training data: enough of it, varied, under one label each, and apart from the evaluation questions."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
import yaml

from encoder.examples import Example, parse, read
from lems_faq.understanding.labels import DIALOGUE, NOT_COVERED, is_covered, is_topic

ROOT = Path(__file__).parent.parent.parent
LEAST = {
    "other_condition": 300,
    "out_of_scope": 400,
    "emergency": 150,
    "self_harm": 100,
}


def fold(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text.lower()).strip() or text


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return read(ROOT / "data")


@pytest.fixture(scope="module")
def asked() -> set[str]:
    """All evaluation questions, folded."""
    texts = set()
    for path in (ROOT / "evaluation").glob("*/*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            texts |= {fold(text) for text in [row.get("text"), *row.get("turns", [])] if text}
    return texts


def test_training_data_has_no_text_twice(examples: list[Example]) -> None:
    counts = Counter(fold(example.text) for example in examples)
    assert [text for text, count in counts.items() if count > 1] == []


def test_training_data_knows_only_intents_of_the_domain(examples: list[Example]) -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    assert {example.label for example in examples} == set(domain["intents"])


def test_training_data_is_enough(examples: list[Example]) -> None:
    counts = Counter(example.label for example in examples)
    for label, count in counts.items():
        least = LEAST.get(label, 100 if is_covered(label) else 60 if label.startswith(NOT_COVERED) else 40)
        assert count >= least, (label, count)


def test_training_data_comes_from_many_writers(examples: list[Example]) -> None:
    for label in {example.label for example in examples if is_topic(example.label)}:
        assert len({example.group for example in examples if example.label == label}) >= 8, label


def test_training_data_names_many_conditions(examples: list[Example]) -> None:
    named = {e.text[a:b].lower() for e in examples if e.label == "other_condition" for a, b in e.spans}
    assert len(named) >= 120


@pytest.fixture(scope="module")
def texts(examples: list[Example]) -> list[str]:
    """Every text of the data: single messages, those that ask several things, and all turns of conversations."""
    found = [example.text for example in examples]
    for path in (ROOT / "data").rglob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found += [parse(text)[0] for text in row.get("turns", [row.get("text", "")])]
    return found


def test_training_data_holds_no_evaluation_question(texts: list[str], asked: set[str]) -> None:
    assert [text for text in texts if fold(text) in asked] == []


def test_training_data_differs_from_evaluation_in_more_than_a_word_or_two(texts: list[str], asked: set[str]) -> None:
    holding: dict[str, set[frozenset[str]]] = defaultdict(set)
    for text in asked:
        if len(text.split()) >= 4:
            for word in text.split():
                holding[word].add(frozenset(text.split()))
    near = []
    for text in texts:
        words = frozenset(fold(text).split())
        if len(fold(text).split()) < 4:
            continue
        # Two texts that differ in two words share one of any three; the rarest ones are the quickest to look up.
        rarest = sorted(words, key=lambda word: len(holding.get(word, ())))[:3]
        others = {other for word in rarest for other in holding.get(word, ())}
        if any(abs(len(words) - len(other)) <= 1 and len(words ^ other) <= 2 for other in others):
            near.append(text)
    assert near == []


@pytest.mark.parametrize("path", sorted((ROOT / "data").rglob("*.jsonl")), ids=lambda path: path.name)
def test_training_data_of_several_messages_has_known_labels(path: Path) -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    known = set(domain["intents"]) - set(DIALOGUE)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labels = row.get("labels") or [row["last_label"]]
        assert set(labels) <= known, line
