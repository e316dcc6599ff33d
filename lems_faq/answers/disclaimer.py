"""The one function that adds the medical disclaimer."""

from __future__ import annotations

from typing import Iterable

from lems_faq.answers.source import Source


def disclaimer_of(sources: Iterable[Source]) -> str:
    """The disclaimers of the texts that were used, each once, on one line."""
    return " ".join(dict.fromkeys(source.disclaimer for source in sources))


def with_disclaimer(body: str, disclaimer: str) -> str:
    """The complete text of a message: body, then the disclaimer, exactly once, without a blank line.

    Rasa's REST channel cuts a message at a blank line, which would tear the disclaimer off its answer.
    """
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    return "\n".join([*lines, disclaimer])
