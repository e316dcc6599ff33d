"""Feedback, and the wish to talk to a person."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, JsonResponse

from chat.database import in_database
from chat.running import running
from chat.services.feedback import REASONS, THUMBS, MessageUnknown, rate
from chat.services.handoff import ask_for_person, on_duty
from chat.web.body import Body
from chat.web.endpoint import owned_endpoint
from chat.web.present import present_feedback, present_message
from chat.web.refusal import Refusal

WORDS_LIMIT = 1000
"""Characters of a comment or a note."""


async def _feedback(request: HttpRequest, conversation_id: UUID) -> JsonResponse:
    body = Body(request, fields=("message_id", "thumb", "reason", "comment"))
    try:
        feedback = await in_database(
            rate,
            conversation_id,
            body.uuid("message_id"),
            thumb=body.choice("thumb", THUMBS),
            reason=body.choice("reason", REASONS, needed=False),
            comment=body.words("comment", limit=WORDS_LIMIT, needed=False).text,
        )
    except MessageUnknown:
        detail = "This conversation has no message of the assistant with that id."
        raise Refusal(404, "message_unknown", detail) from None
    return JsonResponse(present_feedback(feedback))


async def _handoff(request: HttpRequest, conversation_id: UUID) -> JsonResponse:
    note = Body(request, fields=("note",)).words("note", limit=WORDS_LIMIT, needed=False).text
    message = await in_database(ask_for_person, conversation_id, note=note)
    running().hub.moved(conversation_id)
    return JsonResponse({"on_duty": on_duty(), "message": present_message(message)})


feedback = owned_endpoint(POST=_feedback)
handoff = owned_endpoint(POST=_handoff)
