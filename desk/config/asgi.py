"""Entry point of the public desk: `uvicorn config.asgi:application`."""

from __future__ import annotations

import os

from config.mode import choose_settings

os.environ["LEMS_FACE"] = "public"
choose_settings()

from config.handler import django_handlers  # noqa: E402
from config.server import Server  # noqa: E402

application = Server(*django_handlers())
