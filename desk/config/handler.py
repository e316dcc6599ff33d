"""How requests pass through Django: pages by its usual middleware, the rest by a few functions native to async.

Django's own middleware classes are written for threads. In async each of their steps waits for a thread, ten times a
request, which costs more than the whole of what the desk does with a message. So the API and the widget's files get a
chain of their own (settings.NATIVE_MIDDLEWARE), which sets the same headers; a test looks at both.
"""

from __future__ import annotations

from typing import Any

from django import setup
from django.conf import settings
from django.core.handlers.asgi import ASGIHandler
from django.core.handlers.exception import convert_exception_to_response
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, reset_queries
from django.utils.module_loading import import_string


class NativeHandler(ASGIHandler):
    """Django's handler with the middleware of settings.NATIVE_MIDDLEWARE, all of which must be async functions."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        # Without a context of its own: Django's would start and end a thread for each request, only to close the
        # response in it. The one thread that all requests share does that.
        await self.handle(scope, receive, send)

    def load_middleware(self, is_async: bool = False) -> None:
        self._view_middleware: list[Any] = []
        self._template_response_middleware: list[Any] = []
        self._exception_middleware: list[Any] = []
        handler = convert_exception_to_response(self._get_response_async)  # type: ignore[attr-defined]
        for path in reversed(settings.NATIVE_MIDDLEWARE):
            handler = convert_exception_to_response(import_string(path)(handler))
        self._middleware_chain = handler


def django_handlers() -> tuple[ASGIHandler, ASGIHandler]:
    """The handler of pages, and that of the rest."""
    setup(set_prefix=False)
    # Database work has threads of its own, which look after their connections (chat.database). A request has none,
    # and must not start a thread to find that out.
    for signal, receiver in (
        (request_started, reset_queries),
        (request_started, close_old_connections),
        (request_finished, close_old_connections),
    ):
        signal.disconnect(receiver)
    return ASGIHandler(), NativeHandler()
