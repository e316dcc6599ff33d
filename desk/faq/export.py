"""The FAQ as files: for a site that wants no server. Links are relative, so the folder works at any address."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from content.library import library
from faq.pages import index_context, topic_context
from pages.context import site

_STYLES = "pages.css"


def export(folder: Path) -> list[Path]:
    """Writes index.html, a folder a topic and the styles. Returns the pages; files that it does not write stay."""
    content = library(settings.CONTENT_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(settings.STATIC_FOLDER / _STYLES, folder / _STYLES)
    index = index_context(content, address=lambda name: f"{name}/")
    pages = [_write(folder / "index.html", "faq/index.html", {**index, "styles": _STYLES})]
    for answer in content.curated.answers.values():
        context = topic_context(content, answer, address=lambda name: f"../{name}/")
        more = {"styles": f"../{_STYLES}", "index_url": "../"}
        pages.append(_write(folder / answer.topic / "index.html", "faq/topic.html", {**context, **more}))
    return pages


def _write(file: Path, template: str, context: dict[str, Any]) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(render_to_string(template, {**site(), **context, "exported": True}), encoding="utf-8")
    return file
