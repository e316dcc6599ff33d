"""The key that signs tokens and links: set by the operator, or made once for local use."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from config.environment import SettingError

LEAST = 50


def operator_key(value: str) -> str:
    """The key as set.

    Raises:
        SettingError: it is unset or too short to be safe.
    """
    if len(value) < LEAST:
        raise SettingError(f"LEMS_SECRET_KEY has {len(value)} characters; production needs at least {LEAST}")
    return value


def local_key(value: str, *, state: Path) -> str:
    """The key as set, or the one in the state folder, made at the first use; readable by its owner only."""
    if value:
        return value
    file = state / "secret_key"
    try:
        state.mkdir(parents=True, exist_ok=True)
        # Exclusive creation: of two processes that start together, one makes the key and both read it.
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(file)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(secrets.token_urlsafe(60))
    return _read(file)


def _read(file: Path) -> str:
    for _ in range(100):
        if key := file.read_text().strip():
            return key
    raise SettingError(f"{file} is empty; delete it, and a new key is made")
