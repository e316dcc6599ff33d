"""The element on a page: two lines, a strict policy, failure to load, moved, removed, translated."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from chat import Chat
from conftest import NewPage
from desks import Desk


def test_embedding_works_under_a_policy_without_inline_style_script_or_eval(chat: Chat) -> None:
    response = chat.page.goto(chat.site)
    policy = response.headers["content-security-policy"] if response else ""
    assert "default-src 'none'" in policy and "unsafe" not in policy and "trusted-types 'none'" in policy
    chat.open()
    chat.ask("What is LEMS?").get_by_role("button", name="No").click()
    chat.menu("See what is stored")
    expect(chat.status.get_by_role("link")).to_be_visible()
    assert chat.page.evaluate("violations") == []
    assert chat.in_root("(root) => root.querySelectorAll('style, [style]').length") == 0


def test_embedding_without_script_the_page_of_answers_is_linked(new_page: NewPage, desk: Desk, site: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site)
    link = page.get_by_role("link", name="Questions and answers on LEMS")
    expect(link).to_be_visible()
    assert link.get_attribute("href") == f"{desk.address}/faq/"


def test_embedding_a_script_that_does_not_load_leaves_the_link(page: Page, desk: Desk, site: str) -> None:
    page.goto(f"{site}/missing.html")
    expect(page.get_by_role("link", name="Questions and answers on LEMS")).to_be_visible()
    expect(page.get_by_role("button", name="Questions about LEMS")).to_have_count(0)


def test_embedding_a_panel_that_does_not_load_leads_to_the_page_of_answers(chat: Chat, desk: Desk) -> None:
    chat.page.route("**/widget/panel.js", lambda route: route.abort())
    chat.page.goto(chat.site)
    link = chat.page.get_by_role("link", name="All answers as pages")
    expect(link).to_be_visible()
    assert link.get_attribute("href") == f"{desk.address}/faq/"


def test_embedding_a_wrong_address_is_named_on_the_console(chat: Chat) -> None:
    said: list[str] = []
    chat.page.on("console", lambda message: said.append(message.text))
    chat.page.goto(chat.site + "/broken.html")
    expect(chat.page.get_by_role("button", name="Questions about LEMS")).to_have_count(0)
    assert any("'nowhere'" in text and "https://" in text for text in said)


def test_embedding_an_element_that_was_moved_goes_on(chat: Chat) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    chat.page.evaluate("document.querySelector('main').append(document.querySelector('lems-chat'))")
    expect(chat.panel).to_be_visible()
    expect(chat.questions).to_have_count(1)
    chat.ask("Is LEMS inherited?", answers=2)


def test_embedding_an_element_that_was_removed_leaves_nothing_running(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    requests: list[str] = []
    with chat.page.expect_event("requestfailed", lambda request: "/events" in request.url):
        chat.page.evaluate("window.removed = document.querySelector('lems-chat'); removed.remove()")
    chat.page.on("request", lambda request: requests.append(request.url))
    desk.staff_says("Is anybody there?")
    chat.page.evaluate("dispatchEvent(new Event('online')); document.dispatchEvent(new Event('visibilitychange'))")
    chat.page.wait_for_timeout(2500)
    assert requests == []


def test_embedding_every_text_can_be_replaced_by_data_in_the_page(chat: Chat) -> None:
    said: list[str] = []
    chat.page.on("console", lambda message: said.append(message.text))
    chat.page.goto(chat.site + "/texts.html")
    chat.page.get_by_role("button", name="Fragen zu LEMS").click()
    expect(chat.page.get_by_label("Ihre Frage")).to_be_visible()
    safety = chat.page.locator("lems-chat [part=safety]")
    expect(safety).to_have_text("Bei Gefahr: 112. Seelsorge: 0800 111 0 111.")
    assert [link.get_attribute("href") for link in safety.get_by_role("link").all()] == ["tel:112", "tel:08001110111"]
    assert any("'nonsense'" in text for text in said)


def test_embedding_every_text_can_be_replaced_by_script_and_none_is_left_in_english(chat: Chat) -> None:
    """All texts are replaced by marks; what is then still in words came from the server."""
    chat.visit()
    chat.page.evaluate(
        """async () => {
            const element = document.querySelector('lems-chat');
            const { TEXTS } = await import(`${element.getAttribute('server')}/widget/texts.js`);
            const mark = (text) => '\\u2022' + (text.match(/\\{\\w+\\}/g) ?? []).join('');
            element.texts = Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [name, mark(text)]));
        }"""
    )
    chat.page.locator("lems-chat [part=launcher]").click()
    field = chat.page.locator("lems-chat textarea")
    field.fill("What is LEMS?")
    field.press("Enter")
    chat.answers.first.wait_for()
    chat.answers.first.locator("[part=feedback] button").last.click()
    chat.answers.first.locator("input").first.wait_for()
    chat.page.locator("lems-chat [part=menu-button]").click()
    words = chat.in_root(
        """(root) => {
            const walker = document.createTreeWalker(root.querySelector('.root'), NodeFilter.SHOW_TEXT);
            const found = [];
            for (let node; (node = walker.nextNode());)
                if (!node.parentElement.closest('.text, .disclaimer, .next button, .user, [part=source]'))
                    found.push(node.data);
            for (const node of root.querySelectorAll('[aria-label]'))
                found.push(node.getAttribute('aria-label'));
            return found.filter((text) => /[a-z]{3}/i.test(text));
        }"""
    )
    assert words == []


def test_embedding_events_tell_the_page_what_happens_and_never_what_was_said(chat: Chat) -> None:
    chat.visit()
    chat.page.evaluate(
        """() => { window.told = []; for (const name of ['open', 'close', 'message', 'forgotten'])
            addEventListener(`lems-${name}`, ({ type, detail }) => told.push([type, detail])); }"""
    )
    chat.launcher.click()
    chat.ask("What is LEMS?")
    chat.menu("Forget me")
    chat.button("Yes, erase it").click()
    expect(chat.questions).to_have_count(0)
    chat.button("Close").click()
    assert chat.page.evaluate("told") == [
        ["lems-open", None],
        ["lems-message", {"author": "patient"}],
        ["lems-message", {"author": "assistant"}],
        ["lems-forgotten", None],
        ["lems-close", None],
    ]


def test_embedding_the_page_is_not_shifted(chat: Chat) -> None:
    chat.page.add_init_script(
        """window.shifts = [];
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => entry.value)))
            .observe({ type: 'layout-shift', buffered: true });"""
    )
    chat.visit()
    before = chat.page.locator("footer").bounding_box()
    chat.launcher.click()
    chat.suggestions.get_by_role("button").first.wait_for()
    chat.page.wait_for_timeout(600)
    assert chat.page.locator("footer").bounding_box() == before
    assert sum(chat.page.evaluate("shifts")) == 0


def test_embedding_a_page_that_is_out_of_sight_holds_no_connection(chat: Chat) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    hide = "(on) => { Object.defineProperty(document, 'hidden', { value: on, configurable: true });"
    hide += " document.dispatchEvent(new Event('visibilitychange')); }"
    with chat.page.expect_event("requestfailed", lambda request: "/events" in request.url):
        chat.page.evaluate(hide, True)
    with chat.page.expect_request("**/api/v1/events*"):
        chat.page.evaluate(hide, False)
