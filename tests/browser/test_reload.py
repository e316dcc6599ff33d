"""What is left after a reload, and where it is kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from chat import Chat
from conftest import NewPage
from desks import Desk


def test_reload_brings_the_conversation_back_once(chat: Chat) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    chat.ask("dry mouth", answers=2)
    chat.visit()
    chat.launcher.click()
    expect(chat.answers).to_have_count(2)
    expect(chat.questions).to_have_count(2)
    expect(chat.suggestions).to_have_attribute("aria-label", "Did you mean")
    chat.ask("Is LEMS inherited?", answers=3)
    expect(chat.questions).to_have_count(3)


def test_reload_the_token_is_kept_in_the_tab_only(chat: Chat, new_page: NewPage, site: str) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    assert chat.token("sessionStorage") is not None
    assert chat.token("localStorage") is None
    assert chat.page.context.cookies() == []
    other = Chat(chat.page.context.new_page(), site).open()
    expect(other.questions).to_have_count(0)


def test_reload_the_token_outlives_the_tab_where_the_page_asks_for_it(chat: Chat, site: str) -> None:
    chat.open("/remember.html")
    chat.ask("What is LEMS?")
    assert chat.token("sessionStorage") is None
    assert chat.token("localStorage") is not None
    other = Chat(chat.page.context.new_page(), site).open("/remember.html")
    expect(other.questions).to_have_count(1)


@pytest.mark.parametrize("storage", ["sessionStorage", "localStorage"])
def test_reload_a_browser_without_storage_has_its_conversation_until_the_page_ends(
    page_without: Chat, storage: str
) -> None:
    page_without.open("/remember.html" if storage == "localStorage" else "/")
    page_without.ask("What is LEMS?")
    page_without.ask("Is LEMS inherited?", answers=2)
    expect(page_without.questions).to_have_count(2)


@pytest.fixture
def page_without(new_page: NewPage, desk: Desk, site: str, storage: str) -> Chat:
    page = new_page()
    page.add_init_script(
        f"Object.defineProperty(window, '{storage}', {{ get() {{ throw new DOMException('no', 'SecurityError'); }} }})"
    )
    return Chat(page, site)


def test_reload_new_messages_are_counted_on_the_launcher(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    chat.visit()
    desk.staff_says("Hello, I am a nurse.")
    expect(chat.page.locator("lems-chat [part=unread]")).to_have_text("1 new")
    chat.launcher.click()
    expect(chat.staff.first).to_contain_text("Hello, I am a nurse.")
    expect(chat.page.locator("lems-chat [part=unread]")).to_have_count(0)
