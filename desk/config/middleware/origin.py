"""Refuses API calls of pages that are not on the operator's list. CORS alone would only hide the answer from them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.decorators import async_only_middleware

Handler = Callable[[HttpRequest], Awaitable[HttpResponseBase]]


@async_only_middleware
def known_origin(get_response: Handler) -> Handler:
    async def middleware(request: HttpRequest) -> HttpResponseBase:
        origin = request.headers.get("Origin")
        if origin is not None and request.path.startswith("/api/") and not _known(origin, request):
            detail = "This page's origin is not in the operator's allow-list (LEMS_ORIGINS)."
            return JsonResponse({"error": {"code": "origin_not_allowed", "detail": detail}}, status=403)
        return await get_response(request)

    return middleware


def _known(origin: str, request: HttpRequest) -> bool:
    if origin in settings.CORS_ALLOWED_ORIGINS:
        return True
    # The desk's own pages. `null`, the origin of sandboxed frames and files, is nobody's own.
    own = urlsplit(settings.PUBLIC_URL)
    return origin in (f"{request.scheme}://{request.get_host()}", f"{own.scheme}://{own.netloc}")
