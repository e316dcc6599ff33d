"""Tables as the measurements on writers left out print them."""

from __future__ import annotations

from typing import Iterable, Sequence


def table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Prints each row as soon as it is there. Numbers are shares and become percent; all else is printed as it is."""
    print(f"\n{title}\n" + " | ".join(heads))
    for row in rows:
        print(" | ".join(f"{100 * cell:.1f}" if isinstance(cell, float) else str(cell) for cell in row), flush=True)
