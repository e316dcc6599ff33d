"""The artefact of the encoder, alone and with what was said before."""

from __future__ import annotations

import numpy as np
import pytest

from lems_faq.understanding.encoder import DIMENSIONS, EARLIER, Encoder


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load()


def test_encoder_gives_a_vector_of_length_one_and_the_places_of_its_words(encoder: Encoder) -> None:
    text = "is it inherited"
    (found,) = encoder.encode([text])
    assert found.vector.shape == (DIMENSIONS,)
    assert np.linalg.norm(found.vector) == pytest.approx(1, abs=1e-3)
    assert [text[start:end] for start, end, _ in found.names] == ["is", "it", "inherited"]
    assert not found.cut


def test_encoder_reads_a_text_alike_alone_and_in_company(encoder: Encoder) -> None:
    (alone,) = encoder.encode(["is it inherited"])
    company = encoder.encode(["is it inherited", "what is being researched at the moment, and where"])[0]
    assert float(alone.vector @ company.vector) > 0.99


def test_encoder_takes_the_vector_from_the_text_and_not_from_what_was_before(encoder: Encoder) -> None:
    text = "which research is being done at the moment"
    alone, after = encoder.encode([text, text], before=["", "is it inherited"])
    other = encoder.encode(["is it inherited"])[0]
    assert float(alone.vector @ after.vector) > 0.8 > float(after.vector @ other.vector)
    assert [n[:2] for n in after.names] == [n[:2] for n in alone.names]


def test_encoder_reads_few_words_by_what_was_before(encoder: Encoder) -> None:
    scans, tablets = encoder.encode(["how often?"] * 2, before=["should I be scanned for cancer", "which tablets help"])
    assert float(scans.vector @ tablets.vector) < 0.7


@pytest.mark.parametrize("text", ["", "\u200d", "\ufe0f", "\ufffd", " "])
def test_encoder_bears_a_text_without_words_after_another(encoder: Encoder, text: str) -> None:
    (found,) = encoder.encode([text], before=["is it inherited"])
    assert np.isfinite(found.vector).all()


def test_encoder_lets_a_long_text_stand_for_itself(encoder: Encoder) -> None:
    text = "is it inherited and " * (EARLIER // 20 + 1)
    alone, after = encoder.encode([text, text], before=["", "what is LEMS"])
    assert np.array_equal(alone.vector, after.vector)


def test_encoder_says_where_a_text_was_cut(encoder: Encoder) -> None:
    assert encoder.encode(["is it inherited " * 100])[0].cut


def test_encoder_wants_as_many_texts_before_as_texts(encoder: Encoder) -> None:
    with pytest.raises(ValueError, match="argument 2"):
        encoder.encode(["a", "b"], before=["c"])


def test_encoder_of_nothing_is_nothing(encoder: Encoder) -> None:
    assert encoder.encode([]) == []
