"""Entry point of the internal API, on a port of its own on loopback: `uvicorn config.asgi_internal:application`."""

from __future__ import annotations

import os

from config.mode import choose_settings

os.environ["LEMS_FACE"] = "internal"
choose_settings()

from config.handler import django_handlers  # noqa: E402
from config.server import Server  # noqa: E402

application = Server(*django_handlers())
