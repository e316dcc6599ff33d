"""A hostile server, a hostile page, a stranger's page, a forged token."""

from __future__ import annotations

import json

from playwright.sync_api import Route, expect

from chat import Chat
from conftest import NewPage
from desks import Desk
from standin.server import website

MARKUP = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><b>bold</b>'
BAD_LINKS = (
    "javascript:window.hacked=1",
    "data:text/html,<script>hacked=1</script>",
    "http://example.org/",
    "//example.org",
)


def _poison(route: Route) -> None:
    """A reply whose every text is markup and whose every link is bad."""
    response = route.fetch()
    sent = response.json()
    reply = sent["reply"]
    for name in ("text", "body", "disclaimer"):
        reply[name] = MARKUP
    reply["outcome"] = MARKUP
    reply["sources"] = [{"text": MARKUP, "section": MARKUP, "updated": MARKUP, "title": MARKUP}]
    reply["suggestions"] = [{"title": MARKUP, "payload": "/overview"}]
    reply["links"] = [{"title": MARKUP, "url": url} for url in BAD_LINKS]
    reply["links"].append({"title": "Write", "url": "mailto:help@example.org"})
    route.fulfill(response=response, body=json.dumps(sent))


def test_hostile_everything_received_is_text(chat: Chat) -> None:
    chat.page.route("**/api/v1/events*", lambda route: route.abort())
    chat.page.route("**/api/v1/messages", _poison)
    chat.open()
    answer = chat.ask(MARKUP)
    expect(chat.questions.first.locator(".text")).to_have_text(MARKUP)
    expect(answer.locator(".text")).to_have_text(MARKUP)
    expect(answer.locator("[part=disclaimer]")).to_have_text(MARKUP)
    expect(chat.suggestions.get_by_role("button")).to_have_text(MARKUP)
    count = "(root) => root.querySelectorAll('.messages :is(img, script, b), .next :is(img, script, b)').length"
    assert chat.in_root(count) == 0
    links = [link.get_attribute("href") for link in answer.get_by_role("link").all()]
    assert links == ["mailto:help@example.org"]
    assert chat.page.evaluate("window.hacked") is None


def test_hostile_links_in_a_text_are_https_only(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    desk.staff_says(f"{' '.join(BAD_LINKS)} https://example.org/a?b=1&c=<b>2</b> (https://example.org/d).")
    expect(chat.staff).to_have_count(1)
    links = chat.staff.get_by_role("link")
    assert [link.get_attribute("href") for link in links.all()] == [
        "https://example.org/a?b=1&c=",
        "https://example.org/d",
    ]
    assert {link.get_attribute("rel") for link in links.all()} == {"noopener noreferrer"}


def test_hostile_a_saved_conversation_holds_no_markup_of_others(chat: Chat) -> None:
    chat.page.route("**/api/v1/events*", lambda route: route.abort())
    chat.page.route("**/api/v1/messages", _poison)
    chat.open()
    chat.ask(MARKUP)
    with chat.page.expect_download() as download:
        chat.menu("Save this conversation")
    saved = download.value.path().read_text(encoding="utf-8")
    assert "&lt;img src=x" in saved
    assert "<img" not in saved and "<script" not in saved and "<b>" not in saved


def test_hostile_a_page_that_is_not_on_the_list_gets_nothing(new_page: NewPage, desk: Desk) -> None:
    with website(desk.address) as stranger:
        page = new_page()
        chat = Chat(page, stranger)
        chat.open()
        expect(chat.notices.first).to_contain_text("If somebody is in danger now, call 112, 911 or 999.")
        chat.write("What is LEMS?")
        expect(chat.questions.first).to_contain_text("Waiting to be sent")
        expect(chat.answers).to_have_count(0)
        assert chat.token() is None


def test_hostile_a_forged_token_opens_nothing_and_a_new_conversation_begins(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    real = chat.token()
    forge = """(forged) => {
        const [name, value] = Object.entries(sessionStorage).find(([name]) => name.includes('token'));
        sessionStorage.setItem(name, JSON.stringify({ ...JSON.parse(value), token: forged }));
    }"""
    chat.page.evaluate(forge, f"{real}x")
    chat.visit()
    chat.launcher.click()
    expect(chat.status).to_have_text("The earlier conversation is no longer available, so a new one begins.")
    expect(chat.questions).to_have_count(0)
    chat.ask("Is LEMS inherited?")
    assert chat.token() not in (real, f"{real}x", None)


def test_hostile_a_token_that_is_refused_while_writing_costs_no_question(chat: Chat) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    refusal = {"error": {"code": "token_expired", "detail": "Expired."}}
    headers = {"Access-Control-Allow-Origin": chat.site}
    chat.page.route(
        "**/api/v1/messages", lambda route: route.fulfill(status=401, json=refusal, headers=headers), times=1
    )
    chat.suggestions.get_by_role("button").first.click()
    expect(chat.answers).to_have_count(1)
    expect(chat.questions).to_have_count(1)
    expect(chat.questions.first).to_contain_text("Why")


def test_hostile_styles_of_the_page_do_not_reach_the_widget(chat: Chat) -> None:
    chat.open("/hostile.html")
    chat.ask("What is LEMS?")
    style = chat.in_root(
        "(root) => { const style = getComputedStyle(root.querySelector('.bot .text'));"
        " return [style.color, style.fontSize, style.textTransform, style.letterSpacing]; }"
    )
    assert style == ["rgb(23, 33, 43)", "18px", "none", "normal"]


def test_hostile_a_page_that_spoils_the_storage_does_not_stop_the_widget(chat: Chat) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    chat.page.evaluate("Object.keys(sessionStorage).forEach((name) => sessionStorage.setItem(name, '{not json'))")
    chat.open()
    chat.ask("Is LEMS inherited?")
    expect(chat.questions).to_have_count(1)
