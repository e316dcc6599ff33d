"""The FAQ as pages, for everybody; no script, no cookie, revalidated by ETag."""

from __future__ import annotations

import hashlib
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from content.library import library
from faq.pages import index_context, topic_context


@require_safe
async def index(request: HttpRequest) -> HttpResponseBase:
    content = library(settings.CONTENT_FOLDER)
    return _page(request, "faq/index.html", index_context(content, address=_address))


@require_safe
async def topic(request: HttpRequest, name: str) -> HttpResponseBase:
    content = library(settings.CONTENT_FOLDER)
    if name not in content.curated.answers:
        raise Http404
    answer = content.curated.answers[name]
    return _page(request, "faq/topic.html", topic_context(content, answer, address=_address))


def _address(name: str) -> str:
    return reverse("faq-topic", args=[name])


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponseBase:
    response: HttpResponse = TemplateResponse(request, template, context).render()
    etag = _etag(response.content)
    if etag in request.headers.get("If-None-Match", ""):
        return _kept(HttpResponseNotModified(), etag)
    return _kept(response, etag)


def _etag(page: bytes) -> str:
    """Of what the page really says: content, operator's numbers and layout alike."""
    return f'"{hashlib.sha256(page).hexdigest()[:20]}"'


def _kept(response: HttpResponseBase, etag: str) -> HttpResponseBase:
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=300)
    return response
