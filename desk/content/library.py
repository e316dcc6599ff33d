"""All curated content of one folder, read again when a file of it changes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from content.curated import Curated, read_curated
from content.reviewed import Reviewed, read_reviewed

_KEPT = 2


@dataclass(frozen=True)
class Library:
    """Reviewed texts and curated answers. `version` changes whenever their content does."""

    reviewed: dict[str, Reviewed]
    curated: Curated
    version: str

    @property
    def disclaimer(self) -> str:
        """The disclaimers of all texts, each once, on one line."""
        return " ".join(dict.fromkeys(text.disclaimer for text in self.reviewed.values()))

    @property
    def newest(self) -> Reviewed:
        return max(self.reviewed.values(), key=lambda text: text.updated)


def library(folder: Path) -> Library:
    """The content of a folder with domain.yml and source/.

    Raises:
        ContentError: something in it is missing or broken; the message names file and remedy.
    """
    files = [folder / "domain.yml", *sorted((folder / "source").glob("*.txt"))]
    state = tuple((str(file), file.stat().st_mtime_ns) for file in files if file.exists())
    return _library(folder, state)


@lru_cache(maxsize=_KEPT)
def _library(folder: Path, state: tuple[tuple[str, int], ...]) -> Library:
    digest = hashlib.sha256()
    for name, _ in state:
        digest.update(Path(name).read_bytes())
    return Library(
        reviewed=read_reviewed(folder / "source"),
        curated=read_curated(folder / "domain.yml"),
        version=digest.hexdigest()[:16],
    )
