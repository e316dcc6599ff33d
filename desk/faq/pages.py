"""What the FAQ's pages hold, apart from how they are served: contexts, structured data, addresses."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from content.curated import Answer
from content.library import Library

Address = Callable[[str], str]
"""The address of a topic's page, as seen from the page that links to it."""


@dataclass(frozen=True)
class Entry:
    """One answer as a page shows it. `source`: a sentence that names text, section and date; empty where no text
    covers the topic."""

    answer: Answer
    address: str
    source: str
    related: tuple[tuple[str, str], ...] = ()


def entry(library: Library, answer: Answer, *, address: Address) -> Entry:
    return Entry(
        answer=answer,
        address=address(answer.topic),
        source=_source(library, answer),
        related=tuple(
            (library.curated.answers[topic].title, address(topic))
            for topic in answer.related
            if topic in library.curated.answers and topic != answer.topic
        ),
    )


def index_context(library: Library, *, address: Address) -> dict[str, Any]:
    entries = [entry(library, answer, address=address) for answer in library.curated.answers.values()]
    return {
        "covered": [one for one in entries if one.answer.covered],
        "absent": [one for one in entries if not one.answer.covered],
        "newest": library.newest,
        "structured": structured_data(library, library.curated.answers.values()),
    }


def topic_context(library: Library, answer: Answer, *, address: Address) -> dict[str, Any]:
    return {
        "entry": entry(library, answer, address=address),
        "structured": structured_data(library, [answer]),
    }


def structured_data(library: Library, answers: Iterable[Answer]) -> str:
    """schema.org FAQPage as JSON for a script element of type application/ld+json, which browsers do not run.

    Each answer carries its source and the disclaimer, since search engines show it alone.
    """
    data = {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": "en",
        "mainEntity": [
            {
                "@type": "Question",
                "name": answer.title,
                "acceptedAnswer": {
                    "@type": "Answer",
                    "text": " ".join(filter(None, [answer.text, _source(library, answer), library.disclaimer])),
                },
            }
            for answer in answers
        ],
    }
    # So that no text can end the script element.
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _source(library: Library, answer: Answer) -> str:
    if not answer.source:
        return ""
    reviewed = library.reviewed[answer.source]
    return (
        f"Source: {reviewed.title}, {reviewed.summary.lower()}, section {answer.section}. "
        f"Last updated: {answer.reviewed}."
    )
