"""Pages for what went wrong, in the shape that the asker reads: JSON for the API, a page else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from chat.web.refusal import Refusal
from pages.context import site


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if request.path.startswith("/api/"):
        return Refusal(404, "no_such_address", "The addresses are listed in desk/chat/openapi.yaml.").response()
    return HttpResponse(render_to_string("pages/not_found.html", site()), status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    if request.path.startswith("/api/"):
        return Refusal(500, "internal_error", "Send it again with the same id.", say="unreachable").response()
    return HttpResponse(render_to_string("pages/server_error.html", site()), status=500)
