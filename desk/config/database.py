"""Which database: one setting. SQLite (WAL) in a file, or PostgreSQL by its address."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from config.environment import SettingError

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # Survives the death of any process; a power cut may take the last moments, never the file's integrity.
    "PRAGMA synchronous=NORMAL",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-16000",
)


def database(url: str, *, state: Path) -> dict[str, Any]:
    """The entry of DATABASES for an address; an empty one means SQLite in the state folder.

    Raises:
        SettingError: the address is of another kind, or names no database.
    """
    if not url:
        return _sqlite(state / "desk.sqlite3")
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise SettingError(f"LEMS_DATABASE_URL begins with '{parts.scheme}:'; it must begin with postgresql://")
    if not parts.path.strip("/"):
        raise SettingError("LEMS_DATABASE_URL names no database: postgresql://user:password@host:5432/NAME")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }


def _sqlite(file: Path) -> dict[str, Any]:
    # SQLite makes its file, but not the folder that it lies in.
    file.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            # A transaction that will write takes the lock at its start, so that it waits instead of failing half-way.
            "transaction_mode": "IMMEDIATE",
            "init_command": ";".join(_PRAGMAS),
        },
        # The desk's database work runs in threads of its own, which a database in memory would not be shared with.
        "TEST": {"NAME": file.with_name(f"test-{file.name}")},
    }
