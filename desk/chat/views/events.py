"""The event stream: what comes after a cursor, as it comes."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, StreamingHttpResponse

from chat.database import in_database
from chat.hub import Hub
from chat.running import running
from chat.services.history import existing, read_page
from chat.services.locking import ConversationGone
from chat.views.messages import MOST_CURSOR
from chat.web.body import number
from chat.web.endpoint import owned_endpoint
from chat.web.present import present_message
from chat.web.refusal import too_many

SIGN_OF_LIFE = 15.0
LONGEST = 300.0
"""Seconds after which a stream ends, so that the token is looked at again and streams move on to new processes."""

_PAGE = 100
_FULL = 10


async def _events(request: HttpRequest, conversation_id: UUID) -> StreamingHttpResponse:
    given = request.GET.get("after") or request.headers.get("Last-Event-ID") or "0"
    after = number(given, "after", least=0, most=MOST_CURSOR)
    await in_database(existing, conversation_id)
    here = running()
    if here.hub.count(conversation_id) >= settings.LIMIT_STREAMS:
        raise too_many(_FULL)
    response = StreamingHttpResponse(_stream(here.hub, conversation_id, after), content_type="text/event-stream")
    # Proxies must pass each event on at once.
    response["X-Accel-Buffering"] = "no"
    response["Cache-Control"] = "no-store, no-transform"
    return response


async def _stream(hub: Hub, conversation_id: UUID, after: int) -> AsyncIterator[str]:
    here = running()
    ends = time.monotonic() + LONGEST
    told = None
    with hub.listen(conversation_id) as listener:
        while True:
            try:
                page = await in_database(read_page, conversation_id, after=after, limit=_PAGE)
            except ConversationGone:
                yield _frame("erased", {})
                return
            for message in page.messages:
                after = message.place
                yield _frame("message", present_message(message), place=after)
            if here.watch.known and here.watch.state != told:
                told = here.watch.state
                yield _frame("status", {"assistant": told})
            if hub.closed or time.monotonic() >= ends:
                yield _frame("bye", {"reason": "shutdown" if hub.closed else "renew"})
                return
            if page.more:
                continue
            if not await listener.changed(seconds=min(SIGN_OF_LIFE, ends - time.monotonic())):
                yield ": alive\n\n"


def _frame(event: str, data: dict[str, Any], *, place: int | None = None) -> str:
    # json.dumps writes a line end within a text as \n, so that the data stays one line.
    first = f"id: {place}\n" if place is not None else ""
    return f"{first}event: {event}\ndata: {json.dumps(data, separators=(',', ':'))}\n\n"


events = owned_endpoint(GET=_events)
