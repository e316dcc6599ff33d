"""My data: all that is stored about a conversation, as JSON and as a page to read."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse

from chat.assistant.protocol import Trouble
from chat.database import in_database
from chat.running import running
from chat.services.locking import ConversationGone
from chat.services.my_data import Stored, stored
from chat.services.retention import kept_until
from chat.tokens import TokenInvalid, page_token, read_page_token
from chat.web.endpoint import owned_endpoint
from chat.web.present import present_message

_FILE = "my-conversation.json"


async def _data(request: HttpRequest, conversation_id: UUID) -> HttpResponseBase:
    rows = await in_database(stored, conversation_id)
    if request.get_preferred_type(["application/json", "text/html"]) == "text/html":
        return await _page(request, rows, page_token(conversation_id).value)
    return _download(await _collect(rows))


async def my_data_page(request: HttpRequest, token: str) -> HttpResponseBase:
    """The page behind a link of 'show my data'. The token in the address is the permission; it lives for an hour."""
    try:
        rows = await in_database(stored, read_page_token(token))
    except (TokenInvalid, ConversationGone):
        return _over(request)
    return await _page(request, rows, token)


async def my_data_file(request: HttpRequest, token: str) -> HttpResponseBase:
    """The same as JSON, from the link on that page."""
    try:
        rows = await in_database(stored, read_page_token(token))
    except (TokenInvalid, ConversationGone):
        return _over(request)
    return _download(await _collect(rows))


def page_url(conversation_id: UUID) -> str:
    """The address of the page, as patients reach the desk; good for an hour."""
    path = reverse("my-data", urlconf="config.urls_public", args=[page_token(conversation_id).value])
    return f"{settings.PUBLIC_URL}{path}"


async def _collect(rows: Stored) -> dict[str, Any]:
    """Schema MyData."""
    conversation = rows.conversation
    data: dict[str, Any] = {
        "conversation": {
            "id": str(conversation.pk),
            "started_at": conversation.started_at.isoformat(),
            "last_active_at": conversation.active_at.isoformat(),
            "erased_after": kept_until(conversation.active_at).isoformat(),
        },
        "messages": [
            {**present_message(message), "understanding": _understood(message.turn)} for message in rows.messages
        ],
        "comments": [{"given_at": row.given_at.isoformat(), "comment": row.comment} for row in rows.comments],
        "handoff": None,
        "assistant": None,
        "page_url": page_url(conversation.pk),
    }
    if rows.handoff:
        data["handoff"] = {"requested_at": rows.handoff.requested_at.isoformat(), "note": rows.handoff.note}
    try:
        data["assistant"] = await running().assistant.tracker(conversation.pk)
    except Trouble:
        data["assistant_note"] = "The assistant cannot be reached just now; its own record is missing here."
    return data


def _understood(turn: dict[str, Any]) -> dict[str, Any]:
    return {name: turn[name] for name in ("outcome", "topics", "understanding", "model", "content") if name in turn}


def _download(data: dict[str, Any]) -> JsonResponse:
    response = JsonResponse(data, json_dumps_params={"indent": 2, "ensure_ascii": False})
    response["Content-Disposition"] = f'attachment; filename="{_FILE}"'
    return response


async def _page(request: HttpRequest, rows: Stored, token: str) -> HttpResponse:
    context = {
        "rows": rows,
        "kept_until": kept_until(rows.conversation.active_at),
        "file_url": reverse("my-data-file", args=[token]),
    }
    return TemplateResponse(request, "chat/my_data.html", context).render()


def _over(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "chat/my_data_over.html", status=404).render()


data = owned_endpoint(GET=_data)
