"""The reviewed texts of source/: title, date and disclaimer of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

_FENCE = "---\n"


class ContentError(ValueError):
    """The curated content is not as it must be. The message names file, fault and remedy."""


@dataclass(frozen=True)
class Reviewed:
    """The header of one reviewed text. `updated`: the date of its last review, in its own words."""

    id: str
    title: str
    summary: str
    updated: date
    disclaimer: str
    rights: str


def read_reviewed(folder: Path) -> dict[str, Reviewed]:
    """The reviewed texts of a folder by id, in the order of their names.

    Raises:
        ContentError: there is none, or a header is missing or incomplete.
    """
    texts = {path.stem: _read(path) for path in sorted(folder.glob("*.txt"))}
    if not texts:
        raise ContentError(f"{folder} holds no reviewed text (*.txt); LEMS_CONTENT names the folder above source/")
    return texts


def _read(path: Path) -> Reviewed:
    before, _, rest = path.read_text(encoding="utf-8").partition(_FENCE)
    header_text, fence, _ = rest.partition(f"\n{_FENCE}")
    if before or not fence:
        raise ContentError(f"{path}: the header between two '---' lines is missing")
    header = yaml.safe_load(header_text)
    missing = [key for key in ("title", "summary", "updated", "disclaimer") if key not in header]
    if missing:
        raise ContentError(f"{path}: the header lacks {', '.join(missing)}")
    return Reviewed(
        id=path.stem,
        title=str(header["title"]),
        summary=str(header["summary"]),
        updated=date.fromisoformat(str(header["updated"])),
        disclaimer=" ".join(str(header["disclaimer"]).split()),
        rights=str(header.get("rights", "")),
    )
