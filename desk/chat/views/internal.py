"""The internal API: what actions/ ask for. On a port of its own on loopback, with a secret of its own."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, JsonResponse

from chat.database import in_database
from chat.services.erase import request_erasure
from chat.services.feedback import comment_on
from chat.services.handoff import on_duty, store_handoff
from chat.services.history import existing
from chat.tokens import PAGE_LIFETIME
from chat.views.data import page_url
from chat.views.requests import WORDS_LIMIT
from chat.web.body import Body
from chat.web.endpoint import internal_endpoint

_AT_LATEST = timedelta(seconds=60)
"""When a conversation is erased whose last reply never comes."""


async def _handoff(request: HttpRequest, sender_id: UUID) -> JsonResponse:
    note = Body(request, fields=("message",)).words("message", limit=WORDS_LIMIT, needed=False).text
    await in_database(store_handoff, sender_id, note=note)
    return JsonResponse({"result": "stored", "on_duty": on_duty()})


async def _feedback(request: HttpRequest, sender_id: UUID) -> JsonResponse:
    comment = Body(request, fields=("text",)).words("text", limit=WORDS_LIMIT, needed=False).text
    await in_database(comment_on, sender_id, comment=comment)
    return JsonResponse({"result": "stored"})


async def _forget(request: HttpRequest, sender_id: UUID) -> JsonResponse:
    Body(request, fields=())
    await in_database(request_erasure, sender_id, at_latest=_AT_LATEST)
    return JsonResponse({"result": "forgotten"})


async def _data_link(request: HttpRequest, sender_id: UUID) -> JsonResponse:
    await in_database(existing, sender_id)
    return JsonResponse(
        {"result": "linked", "url": page_url(sender_id), "expires_in": int(PAGE_LIFETIME.total_seconds())}
    )


handoff = internal_endpoint(POST=_handoff)
feedback = internal_endpoint(POST=_feedback)
forget = internal_endpoint(POST=_forget)
data_link = internal_endpoint(GET=_data_link)
