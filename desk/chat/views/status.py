"""Whether the assistant is ready, and all that a client shows before the first message."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, JsonResponse

from chat.notices import notice
from chat.running import running
from chat.safety import safety
from chat.services.feedback import REASONS
from chat.web.endpoint import open_endpoint
from content.library import library


async def _status(request: HttpRequest) -> JsonResponse:
    state = await running().assistant_state()
    content = library(settings.CONTENT_FOLDER)
    first = safety()
    return JsonResponse(
        {
            "assistant": state,
            "notice": None if state == "ready" else notice(state).as_dict(),
            "safety": {"line": first.line, "links": list(first.links)},
            "disclaimer": content.disclaimer,
            "retention_days": settings.RETENTION_DAYS,
            "text_limit": settings.TEXT_LIMIT,
            "starters": [{"title": starter.title, "payload": starter.payload} for starter in content.curated.starters],
            "feedback_reasons": list(REASONS),
            "faq_url": "/faq/",
            "source": {"title": content.newest.title, "updated": content.newest.updated.isoformat()},
        }
    )


status = open_endpoint(GET=_status)
