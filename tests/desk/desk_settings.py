"""Settings for tests: the local ones, with a database and secrets of their own.

The database that pytest-django makes is the one that the server processes of the tests use too, so that a test can
look at the rows behind an answer.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

LIVE = Path(tempfile.mkdtemp(prefix="lems-desk-tests-"))
"""LEMS_STATE of the server processes."""

os.environ.update(
    {
        "LEMS_STATE": str(LIVE),
        "LEMS_DESK_SECRET": "desk-secret-of-the-tests",
        "LEMS_INTERNAL_SECRET": "internal-secret-of-the-tests",
        "LEMS_SECRET_KEY": "key-of-the-tests-" + "0123456789" * 4,
        "LEMS_ORIGINS": "https://clinic.example",
        "LEMS_REPLY_WAIT": "3",
        "LEMS_ASSISTANT_TIMEOUT": "30",
        "LEMS_LOG_LEVEL": "INFO",
        "LEMS_MODE": "local",
        "LEMS_FACE": "public",
        "LEMS_ASSISTANT_URL": "http://127.0.0.1:9",
        "LEMS_DATABASE_URL": os.environ.get("LEMS_TEST_DATABASE_URL", ""),
    }
)
for name in ("LEMS_CONTENT", "LEMS_HOSTS", "LEMS_EMERGENCY_NUMBERS", "LEMS_CRISIS_LINES", "LEMS_PUBLIC_URL"):
    os.environ.pop(name, None)

from config.settings.local import *  # noqa: E402, F403
from config.settings.local import DATABASES  # noqa: E402

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["NAME"] = LIVE / "unused.sqlite3"
    DATABASES["default"]["TEST"] = {"NAME": str(LIVE / "desk.sqlite3")}
