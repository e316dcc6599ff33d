"""The reviewed texts of source/: the only place that answers come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Mapping

import yaml

FOLDER = Path("source")
_FENCE = "---"
_REQUIRED = ("id", "title", "updated", "summary", "sections", "disclaimer")


class SourceError(ValueError):
    """A reviewed text or a reference to one is not as it must be. The message names file and remedy."""


@dataclass(frozen=True)
class Source:
    """One reviewed text. `sections`: name to paragraph, in the text's order."""

    id: str
    title: str
    updated: date
    summary: str
    disclaimer: str
    sections: Mapping[str, str]

    @property
    def text(self) -> str:
        return "\n".join(self.sections.values())


def read_source(path: Path) -> Source:
    """Reads one file of source/.

    Raises:
        SourceError: the header is missing or incomplete, the sections do not match the paragraphs, or the
            disclaimer of the header is not word for word in the text.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0] != _FENCE or _FENCE not in lines[1:]:
        raise SourceError(f"{path}: the header between two '{_FENCE}' lines is missing")
    end = lines.index(_FENCE, 1)
    try:
        header: dict[str, Any] = yaml.safe_load("\n".join(lines[1:end])) or {}
    except yaml.YAMLError as problem:
        raise SourceError(f"{path}: the header is not YAML: {problem}") from None
    missing = [key for key in _REQUIRED if not header.get(key)]
    if missing:
        raise SourceError(f"{path}: the header lacks {', '.join(missing)}")
    if header["id"] != path.stem:
        raise SourceError(f"{path}: id '{header['id']}' must be the file's name, '{path.stem}'")
    if not isinstance(header["updated"], date):
        raise SourceError(f"{path}: updated '{header['updated']}' must be a date such as 2026-04-08")
    paragraphs = [line for line in lines[end + 1 :] if line.strip()]
    names = header["sections"]
    if len(names) != len(paragraphs):
        raise SourceError(f"{path}: {len(names)} sections are named, but the text has {len(paragraphs)} paragraphs")
    if len(set(names)) < len(names):
        raise SourceError(f"{path}: two sections have the same name: {', '.join(names)}")
    source = Source(
        id=header["id"],
        title=header["title"],
        updated=header["updated"],
        summary=header["summary"],
        disclaimer=header["disclaimer"],
        sections=dict(zip(names, paragraphs)),
    )
    if source.disclaimer not in source.text:
        raise SourceError(f"{path}: the disclaimer of the header is not word for word in the text")
    return source


def read_sources(folder: Path = FOLDER) -> dict[str, Source]:
    """All reviewed texts of a folder, by id.

    Raises:
        SourceError: there is none, or one of them is not as it must be.
    """
    sources = {path.stem: read_source(path) for path in sorted(folder.glob("*.txt"))}
    if not sources:
        raise SourceError(f"{folder}: holds no reviewed text (*.txt)")
    return sources
