"""The demonstration page, and the files of widget and pages."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from pages.assets import asset

_FRESH = "public, max-age=300, stale-while-revalidate=86400"


@require_safe
async def demonstration(request: HttpRequest) -> HttpResponse:
    """For everybody: a page with the widget on it that explains itself."""
    return TemplateResponse(request, "pages/demonstration.html", {"public_url": settings.PUBLIC_URL}).render()


@require_safe
async def widget_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """For everybody, from every site: the widget's scripts are what other sites embed."""
    response = _file(request, settings.WIDGET_FOLDER, name)
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@require_safe
async def static_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """For everybody: styles and pictures of the desk's own pages."""
    return _file(request, settings.STATIC_FOLDER, name)


def _file(request: HttpRequest, folder: Path, name: str) -> HttpResponseBase:
    found = asset(folder, name)
    if found is None:
        raise Http404
    compressed = "gzip" in request.headers.get("Accept-Encoding", "")
    response: HttpResponseBase
    if request.headers.get("If-None-Match") == found.etag:
        response = HttpResponseNotModified()
    elif compressed:
        response = HttpResponse(found.compressed, content_type=found.kind, headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(found.content, content_type=found.kind)
    response["ETag"] = found.etag
    response["Cache-Control"] = _FRESH
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
