"""What stands between uvicorn and Django: start and stop of what lives as long as the process, and a size limit."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

Scope = dict[str, Any]
Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

BODY_LIMIT = 256 * 1024
"""Django writes a body to a file before any view sees it, so what is far too large must end before that. What is only
a little too large gets Django's own limit and a readable answer (settings.DATA_UPLOAD_MAX_MEMORY_SIZE)."""


_NATIVE = ("/api/", "/internal/", "/widget/", "/static/")
"""What goes through the handler without Django's own middleware: the API, and the many small files of the widget."""


class Server:
    """An ASGI application around Django's two handlers, which know no lifespan."""

    def __init__(self, pages: Application, native: Application) -> None:
        self._pages = pages
        self._native = native

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http":
            handler = self._native if scope["path"].startswith(_NATIVE) else self._pages
            await handler(scope, _limited(receive), send)

    @staticmethod
    async def _lifespan(receive: Receive, send: Send) -> None:
        # Not at the top: Django must be set up before models are imported.
        from chat.running import close  # noqa: PLC0415

        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                await send({"type": "lifespan.startup.complete"})
            elif message["type"] == "lifespan.shutdown":
                await close()
                await send({"type": "lifespan.shutdown.complete"})
                return


def _limited(receive: Receive) -> Receive:
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        # As if the client had gone: Django drops the request, and uvicorn closes the connection.
        return {"type": "http.disconnect"} if taken > BODY_LIMIT else message

    return limited
