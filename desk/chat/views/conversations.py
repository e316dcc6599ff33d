"""Starting a conversation, renewing its token, erasing it."""

from __future__ import annotations

import logging
from uuid import UUID

from django.http import HttpRequest, JsonResponse

from chat.addresses import address_key
from chat.assistant.protocol import Trouble
from chat.database import in_database
from chat.running import running
from chat.services.erase import PATIENT, assistant_erased, erase
from chat.services.history import existing
from chat.services.start import start
from chat.tokens import Token, chat_token
from chat.web.body import Body
from chat.web.endpoint import open_endpoint, owned_endpoint

logger = logging.getLogger("desk.conversations")


async def _start(request: HttpRequest) -> JsonResponse:
    Body(request, fields=())
    conversation_id = await in_database(start, address=address_key(request))
    return JsonResponse({**_present(chat_token(conversation_id)), "cursor": 0}, status=201)


async def _renew(request: HttpRequest, conversation_id: UUID) -> JsonResponse:
    await in_database(existing, conversation_id)
    return JsonResponse(_present(chat_token(conversation_id)))


async def _forget(request: HttpRequest, conversation_id: UUID) -> JsonResponse:
    at_once = await in_database(erase, conversation_id, origin=PATIENT)
    running().hub.moved(conversation_id)
    assistant = "pending"
    if at_once:
        try:
            await running().assistant.erase(conversation_id)
            await in_database(assistant_erased, conversation_id)
            assistant = "erased"
        except Trouble as trouble:
            logger.warning("forget.assistant_later", extra={"error": type(trouble).__name__})
    return JsonResponse({"desk": "erased", "assistant": assistant})


def _present(token: Token) -> dict[str, str]:
    return {"token": token.value, "expires_at": token.expires_at.isoformat()}


conversations = open_endpoint(POST=_start)
token = owned_endpoint(POST=_renew)
conversation = owned_endpoint(DELETE=_forget)
