"""Sending a message, reading the history."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, JsonResponse

from chat.addresses import address_key
from chat.database import in_database
from chat.models import State
from chat.sending import send
from chat.services.accept import ClientIdReused, PayloadNotOffered, Said
from chat.services.history import read_page
from chat.web.body import Body, query_number
from chat.web.endpoint import owned_endpoint
from chat.web.present import present_message, present_sent
from chat.web.refusal import Refusal

MOST_CURSOR = 2**31 - 1
_MOST_MESSAGES = 200


async def _send(request: HttpRequest, conversation_id: UUID) -> JsonResponse:
    body = Body(request, fields=("client_message_id", "text", "payload"))
    client_message_id = body.matching("client_message_id", r"[A-Za-z0-9_-]{8,64}")
    if body.has("text") == body.has("payload"):
        raise Refusal(400, "invalid_body", "Send either text or payload.", choices=("text", "payload"))
    if body.has("payload"):
        said = Said(client_message_id, payload=body.matching("payload", r"/[a-z0-9_]{1,64}"))
    else:
        words = body.words("text", limit=settings.TEXT_LIMIT, needed=True)
        said = Said(client_message_id, text=words.text, redacted=words.changed)
    try:
        sent = await send(conversation_id, said, address=address_key(request))
    except ClientIdReused:
        detail = "That client_message_id came before with another content; give each message one of its own."
        raise Refusal(409, "client_message_id_reused", detail) from None
    except PayloadNotOffered:
        detail = "Send a payload of the conversation's suggestions or of the starters."
        raise Refusal(422, "payload_not_offered", detail) from None
    if sent.recorded.reply:
        sent.message.state = State.ANSWERED
    elif sent.recorded.notice and sent.recorded.notice.reply_to_id == sent.message.id:
        sent.message.state = State.FAILED
    return JsonResponse(present_sent(sent), status=202 if sent.message.state == State.WAITING else 200)


async def _history(request: HttpRequest, conversation_id: UUID) -> JsonResponse:
    after = query_number(request, "after", default=0, least=0, most=MOST_CURSOR)
    limit = query_number(request, "limit", default=_MOST_MESSAGES, least=1, most=_MOST_MESSAGES)
    page = await in_database(read_page, conversation_id, after=after, limit=limit)
    return JsonResponse(
        {
            "messages": [present_message(message) for message in page.messages],
            "cursor": page.messages[-1].place if page.messages else after,
            "more": page.more,
            "closing": page.closing,
        }
    )


messages = owned_endpoint(POST=_send, GET=_history)
