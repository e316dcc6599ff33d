"""What every page shows: the safety line, permanently, and the disclaimer."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from chat.safety import safety
from content.library import library


def site(request: HttpRequest | None = None) -> dict[str, Any]:
    """A context processor; without a request, the same for pages that are written to files."""
    return {"safety": safety(), "disclaimer": library(settings.CONTENT_FOLDER).disclaimer}
