"""Many texts read in batches of like length, so that none is padded far."""

from __future__ import annotations

from typing import Callable, Iterable, Sequence, TypeVar

T = TypeVar("T")


def by_length(read: Callable[[list[str]], Iterable[T]], texts: Sequence[str], *, size: int = 64) -> list[T]:
    """One result a text, in the order of the texts. `read` takes a batch and gives one result for each of it."""
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    found: dict[int, T] = {}
    for start in range(0, len(order), size):
        places = order[start : start + size]
        found |= zip(places, read([texts[place] for place in places]))
    return [found[place] for place in range(len(texts))]
