"""One line a request: method, route, status, time. Not the path: it can hold a token."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import async_only_middleware

logger = logging.getLogger("desk.request")

Handler = Callable[[HttpRequest], Awaitable[HttpResponseBase]]


@async_only_middleware
def request_log(get_response: Handler) -> Handler:
    async def middleware(request: HttpRequest) -> HttpResponseBase:
        started = time.perf_counter()
        response = await get_response(request)
        match = request.resolver_match
        logger.log(
            logging.ERROR if response.status_code >= 500 else logging.DEBUG,
            "request.done",
            extra={
                "method": request.method or "",
                "route": match.route if match else "unknown",
                "status": response.status_code,
                "ms": round(1000 * (time.perf_counter() - started), 1),
            },
        )
        return response

    return middleware
