"""The security headers that Django's middleware sets on pages, for API and files, without its threads."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import cast

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.decorators import async_only_middleware

from config.middleware.headers import PERMISSIONS

Handler = Callable[[HttpRequest], Awaitable[HttpResponseBase]]


@async_only_middleware
def native_headers(get_response: Handler) -> Handler:
    async def middleware(request: HttpRequest) -> HttpResponseBase:
        response = _refused(request) or await get_response(request)
        for name, value in _headers(request).items():
            response.headers.setdefault(name, value)
        if not response.streaming and response.status_code != 304:
            response.headers.setdefault("Content-Length", str(len(cast(JsonResponse, response).content)))
        return response

    return middleware


def _refused(request: HttpRequest) -> HttpResponseBase | None:
    """An unknown host, and in production http, are refused: a redirect would only teach clients to go on like that."""
    try:
        request.get_host()
    except DisallowedHost:
        return _error(
            400, "host_not_allowed", "This server does not answer to that name (LEMS_PUBLIC_URL, LEMS_HOSTS)."
        )
    if settings.SECURE_SSL_REDIRECT and not request.is_secure():
        return _error(403, "https_needed", "Use https.")
    return None


def _error(status: int, code: str, detail: str) -> JsonResponse:
    return JsonResponse({"error": {"code": code, "detail": detail}}, status=status)


def _headers(request: HttpRequest) -> dict[str, str]:
    headers = {
        "Cache-Control": "no-store",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY or "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": PERMISSIONS,
        "Referrer-Policy": str(settings.SECURE_REFERRER_POLICY),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
    }
    if settings.SECURE_HSTS_SECONDS and request.is_secure():
        flags = ["", "includeSubDomains"] if settings.SECURE_HSTS_INCLUDE_SUBDOMAINS else [""]
        flags += ["preload"] if settings.SECURE_HSTS_PRELOAD else []
        headers["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}" + "; ".join(flags)
    return headers
