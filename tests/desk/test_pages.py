"""The pages: demonstration, FAQ, files; their headers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from api import Api
from content.library import library
from stand_in_assistant import DISCLAIMER

TOPICS = sorted(library(settings.CONTENT_FOLDER).curated.answers)
PAGES = ["/", "/faq/", "/faq/hereditary/"]
HEADERS = {
    "content-security-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "permissions-policy",
    "referrer-policy",
    "x-content-type-options",
    "x-frame-options",
}


@pytest.mark.parametrize("path", [*PAGES, "/nowhere", "/api/v1/status", "/api/v1/messages", "/api/v1/nowhere"])
def test_every_answer_has_the_security_headers(anybody: Api, path: str) -> None:
    response = anybody.http.get(path)
    assert set(response.headers) >= HEADERS
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["x-frame-options"] == "DENY"
    assert "set-cookie" not in response.headers
    assert "server" not in response.headers


@pytest.mark.parametrize("path", PAGES)
def test_policy_allows_no_inline_script_and_the_page_has_none(anybody: Api, path: str) -> None:
    response = anybody.http.get(path)
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    scripts = re.findall(r"<script\b[^>]*>", response.text)
    assert all("src=" in script or "application/ld+json" in script for script in scripts)
    assert not re.search(r"<[^>]+\s(?:style|on\w+)=", response.text)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_the_safety_line_and_the_disclaimer(anybody: Api, path: str) -> None:
    text = anybody.http.get(path).text
    assert "If somebody is in danger now, call 112, 911 or 999." in text
    assert 'href="tel:112"' in text
    assert DISCLAIMER in text


def test_demonstration_has_the_widget_and_a_way_without_script(anybody: Api) -> None:
    text = anybody.http.get("/").text
    assert '<script type="module" src="/widget/lems-chat.js">' in text
    assert "<lems-chat" in text
    assert re.search(r'<noscript>.*href="/faq/"', text, re.DOTALL)


@pytest.mark.parametrize("topic", TOPICS)
def test_each_topic_has_a_page_with_answer_source_date_and_disclaimer(anybody: Api, topic: str) -> None:
    response = anybody.http.get(f"/faq/{topic}/")
    assert response.status_code == 200
    answer = library(settings.CONTENT_FOLDER).curated.answers[topic]
    plain = re.sub(r"&quot;|&#x27;|&#39;", lambda match: '"' if "quot" in match[0] else "'", response.text)
    assert answer.text in plain
    assert DISCLAIMER in plain
    if answer.covered:
        assert f"Last updated: {answer.reviewed}" in plain
    else:
        assert "Not covered by a reviewed text." in plain


def _structured(text: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert found
    data: dict[str, object] = json.loads(found[1])
    return data


def test_index_has_all_answers_as_structured_data_with_the_disclaimer(anybody: Api) -> None:
    text = anybody.http.get("/faq/").text
    data = _structured(text)
    assert data["@type"] == "FAQPage"
    questions = data["mainEntity"]
    assert isinstance(questions, list)
    assert len(questions) == len(TOPICS)
    assert all(question["acceptedAnswer"]["text"].endswith(DISCLAIMER) for question in questions)
    assert all(f'id="{topic}"' in text for topic in TOPICS)


def test_unknown_topic_is_not_found(anybody: Api) -> None:
    assert anybody.http.get("/faq/heriditary/").status_code == 404


def test_addresses_without_a_slash_lead_on(anybody: Api) -> None:
    assert anybody.http.get("/faq").headers["location"] == "/faq/"


@pytest.mark.parametrize("path", ["/faq/", "/faq/cause/", "/static/pages.css", "/widget/lems-chat.js"])
def test_unchanged_answer_is_not_sent_again(anybody: Api, path: str) -> None:
    first = anybody.http.get(path)
    assert first.status_code == 200
    again = anybody.http.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert not again.content


def test_widget_may_be_loaded_by_every_site(anybody: Api) -> None:
    response = anybody.http.get("/widget/lems-chat.js")
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"
    assert response.headers["content-type"] == "text/javascript; charset=utf-8"
    assert response.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("path", ["../package.json", "..%2fpackage.json", "%2e%2e/package.json", "nowhere.js", ""])
def test_nothing_beside_the_widget_is_served(anybody: Api, path: str) -> None:
    assert anybody.http.get(f"/widget/{path}").status_code == 404


def test_export_works_at_any_address(tmp_path: Path) -> None:
    call_command("export_faq", tmp_path / "faq")
    pages = list((tmp_path / "faq").rglob("index.html"))
    assert len(pages) == len(TOPICS) + 1
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert DISCLAIMER in text
        assert _structured(text)["@type"] == "FAQPage"
        for address in re.findall(r'(?:href|src)="([^"#]+)', text):
            if not address.startswith("tel:"):
                target = (page.parent / address).resolve()
                assert target.is_relative_to(tmp_path / "faq")
                assert (target / "index.html" if target.is_dir() else target).is_file()
