"""The topic classifier on a handful of points."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from lems_faq.understanding.topics import FLAG, SCALE, TopicModel, features

VECTORS = np.eye(3, dtype=np.float32).repeat(5, axis=0)
LABELS = [label for label in ("cause", "hereditary", "research") for _ in range(5)]
TEXTS = [text for text in ("what causes it", "is it inherited", "which studies") for _ in range(5)]
ROWS = features(VECTORS, flags=[[False, False, False]] * 15)


def test_topics_features_are_the_scaled_vector_and_its_flags() -> None:
    rows = features(np.ones((2, 4), dtype=np.float32), flags=[[True, False, False], [False, False, True]])
    assert rows.tolist() == [[SCALE] * 4 + [FLAG, 0, 0], [SCALE] * 4 + [0, 0, FLAG]]


@pytest.fixture(scope="module")
def model() -> TopicModel:
    return TopicModel.fit(ROWS, TEXTS, LABELS)


def test_topics_fit_tells_the_labels_apart(model: TopicModel) -> None:
    found = model.probabilities(ROWS, TEXTS)
    assert [model.labels[place] for place in found.argmax(axis=1)] == LABELS
    assert found.sum(axis=1) == pytest.approx(np.ones(15))
    assert (found > 0).all()


def test_topics_fit_of_two_labels_agrees_with_the_direct_formula() -> None:
    two = TopicModel.fit(ROWS[:10], TEXTS[:10], LABELS[:10])
    found = two.probabilities(ROWS[:10], TEXTS[:10])
    assert two.labels == ("cause", "hereditary")
    assert found.sum(axis=1) == pytest.approx(np.ones(10))
    assert found[0, 0] > 0.9
    assert found[9, 1] > 0.9


def test_topics_fit_needs_two_labels() -> None:
    with pytest.raises(ValueError, match="class"):
        TopicModel.fit(ROWS[:5], TEXTS[:5], LABELS[:5])


def test_topics_temperature_softens_and_keeps_the_order(model: TopicModel) -> None:
    sharp = model.probabilities(ROWS, TEXTS)
    soft = replace(model, temperature=4.0).probabilities(ROWS, TEXTS)
    assert (soft.max(axis=1) < sharp.max(axis=1)).all()
    assert (soft.argmax(axis=1) == sharp.argmax(axis=1)).all()


def test_topics_probabilities_bear_huge_scores(model: TopicModel) -> None:
    found = model.probabilities(ROWS * 1e6, TEXTS)
    assert np.isfinite(found).all()


@pytest.mark.parametrize("label", ["cause", "greet"])
def test_topics_doubt_turns_to_out_of_scope_what_is_like_nothing_learnt(label: str) -> None:
    labels = [label] * 5 + ["hereditary"] * 5 + ["out_of_scope"] * 5
    doubting = TopicModel.fit(ROWS, TEXTS, labels)
    strange = features(np.array([[0.6, 0.0, -0.8]], dtype=np.float32), flags=[[False, False, False]])
    near, far = (
        {d: replace(doubting, doubt=d).probabilities(rows, TEXTS[:1])[0] for d in (0.0, 4.0)}
        for rows in (ROWS[:1], strange)
    )
    assert near[4.0] == pytest.approx(near[0.0])
    outside, own = doubting.labels.index("out_of_scope"), doubting.labels.index(label)
    assert far[4.0][outside] > far[0.0][outside]
    # A greeting is doubted less than a topic: to take it for one does no harm.
    lost = (far[4.0][own] / far[4.0][outside]) / (far[0.0][own] / far[0.0][outside])
    assert lost == pytest.approx(np.exp(-4.0 * 0.3 * (2 if label == "cause" else 1)), rel=1e-3)


def test_topics_share_weighs_vector_and_ngrams(model: TopicModel) -> None:
    # The vector speaks for 'cause', the words for 'research'.
    torn = {share: replace(model, share=share).probabilities(ROWS[:1], TEXTS[-1:])[0] for share in (0.0, 0.4, 1.0)}
    assert model.labels[torn[0.0].argmax()] == "cause"
    assert model.labels[torn[1.0].argmax()] == "research"
    assert torn[0.0][0] > torn[0.4][0] > torn[1.0][0]


def test_topics_load_reads_what_save_wrote(model: TopicModel, tmp_path: Path) -> None:
    path = tmp_path / "head.npz"
    replace(model, temperature=1.5).save(path)
    stored = TopicModel.load(path)
    assert (stored.labels, stored.temperature) == (model.labels, 1.5)
    expected = replace(model, temperature=1.5).probabilities(ROWS, TEXTS)
    assert stored.probabilities(ROWS, TEXTS) == pytest.approx(expected, abs=1e-5)


def test_topics_load_names_the_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"head\.npz"):
        TopicModel.load(tmp_path / "head.npz")
