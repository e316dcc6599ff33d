"""Finding the name of LEMS, more and odder cases."""

from __future__ import annotations

import itertools
import time

import pytest

from lems_faq.understanding.lems import find


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("LEMS or Lambert-Eaton?", ["LEMS", "Lambert-Eaton"]),
        ("Lambert-Eaton myasthenic syndrome (LEMS) is rare", ["Lambert-Eaton myasthenic syndrome (LEMS)"]),
        ("lambert-eaton's cause", ["lambert-eaton's"]),
        ("is lambert eaton disease genetic", ["lambert eaton disease"]),
        ("what is Lambert/Eaton", ["Lambert/Eaton"]),
        ("lambert's syndrome", ["lambert's syndrome"]),
        ("lamberteaton", ["lamberteaton"]),
        ("lambert heaton", ["lambert heaton"]),
        ("lembert eton syndrom", ["lembert eton syndrom"]),
        ("lamberd eatin", ["lamberd eatin"]),
        ("limbert easton", ["limbert easton"]),
        ("LEMS?", ["LEMS"]),
        ("(lems)", ["lems"]),
    ],
)
def test_lems_find(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in find(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "lemsip for a cold",
        "emblems and systems",
        "mr lambert called",
        "Eaton Square",
        "a congenital myasthenic syndrome",
        "Congenital  myasthenic syndromes",
        "myasthenia gravis",
        "he has eaten the lamb",
        "down syndrome",
        "what is the syndrome",
        "lambert. He lives in London. Eaton",
    ],
)
def test_lems_is_not_found_in(text: str) -> None:
    assert find(text) == []


def test_lems_places_are_in_order_and_apart() -> None:
    places = find("lems, limbert easton, LEMS and Lambert-Eaton " * 20)
    assert len(places) == 80
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(places))


@pytest.mark.parametrize("piece", ["lambert ", "eaton ", "l e m ", "lambert eaton (", "myasthenic ", "lm", "L.E.M.S. "])
def test_lems_reads_a_long_message_in_time(piece: str) -> None:
    started = time.process_time()
    find((piece * 4000)[:4000])
    assert time.process_time() - started < 1
