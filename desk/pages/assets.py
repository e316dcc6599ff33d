"""Files of one folder, kept in memory with their compressed form: the widget's scripts and the pages' styles.

WhiteNoise would do this for a WSGI application; its middleware is not async and would send every request, event
streams too, through a thread.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
_KINDS = (".js", ".css", ".svg", ".png", ".ico")
"""What is served. Whatever else lies in the folder, such as tests, is not."""


@dataclass(frozen=True)
class Asset:
    content: bytes
    compressed: bytes
    kind: str
    etag: str


def asset(folder: Path, name: str) -> Asset | None:
    """A file of the folder or below it; None where there is none, or where it is not of a kind that is served."""
    base = folder.resolve()
    file = (base / name).resolve()
    if not file.is_relative_to(base) or file.suffix not in _KINDS or not file.is_file():
        return None
    return _read(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _read(file: Path, changed: int) -> Asset:
    content = file.read_bytes()
    return Asset(
        content=content,
        compressed=gzip.compress(content, mtime=0),
        kind=_TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream",
        etag=f'"{hashlib.sha256(content).hexdigest()[:20]}"',
    )
