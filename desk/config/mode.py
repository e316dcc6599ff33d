"""Which settings module the desk's programs take: LEMS_MODE says it once for all of them."""

from __future__ import annotations

import os

from config.environment import Environment

MODES = ("local", "production")


def choose_settings() -> None:
    """Sets DJANGO_SETTINGS_MODULE by LEMS_MODE, unless it is set already."""
    mode = Environment().choice("LEMS_MODE", MODES)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"config.settings.{mode}")
