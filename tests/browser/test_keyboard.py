"""Everything by keyboard; the focus is kept, given back and never caught."""

from __future__ import annotations

from playwright.sync_api import expect

from chat import Chat
from conftest import NewPage
from desks import Desk

PHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}


def test_keyboard_a_whole_conversation(chat: Chat) -> None:
    chat.visit()
    keys = chat.page.keyboard
    chat.page.locator("#own").focus()
    for _ in range(3):
        keys.press("Tab")
    assert "Questions about LEMS" in chat.focused()
    keys.press("Enter")
    expect(chat.field).to_be_focused()
    keys.type("What is LEMS?")
    keys.press("Shift+Enter")
    keys.type("Please.")
    keys.press("Enter")
    expect(chat.answers).to_have_count(1)
    assert chat.questions.first.locator(".text").inner_text() == "What is LEMS?\nPlease."
    expect(chat.field).to_be_focused()
    keys.press("Shift+Tab")
    expect(chat.panel.get_by_role("button", name="Talk to a person")).to_be_focused()
    keys.press("Shift+Tab")
    expect(chat.suggestions.get_by_role("button").last).to_be_focused()
    keys.press("Enter")
    expect(chat.suggestions).to_be_focused()
    expect(chat.answers).to_have_count(2)
    keys.press("Tab")
    expect(chat.suggestions.get_by_role("button").first).to_be_focused()
    keys.press("Escape")
    expect(chat.panel).to_be_hidden()
    expect(chat.launcher).to_be_focused()


def test_keyboard_escape_closes_the_menu_before_the_panel(chat: Chat) -> None:
    chat.open()
    chat.button("Menu").click()
    expect(chat.button("Menu")).to_have_attribute("aria-expanded", "true")
    chat.button("Save this conversation").focus()
    chat.page.keyboard.press("Escape")
    expect(chat.button("Menu")).to_be_focused()
    expect(chat.button("Menu")).to_have_attribute("aria-expanded", "false")
    expect(chat.panel).to_be_visible()
    chat.page.keyboard.press("Escape")
    expect(chat.panel).to_be_hidden()


def test_keyboard_the_focus_goes_back_to_what_opened_the_panel(chat: Chat) -> None:
    chat.visit()
    own = chat.page.locator("#own")
    own.focus()
    chat.page.evaluate("document.querySelector('lems-chat').open = true")
    expect(chat.field).to_be_focused()
    chat.button("Close").click()
    expect(own).to_be_focused()


def test_keyboard_the_panel_does_not_catch_the_focus(chat: Chat) -> None:
    chat.open()
    chat.page.locator("#own").focus()
    expect(chat.page.locator("#own")).to_be_focused()
    expect(chat.panel).to_be_visible()


def test_keyboard_the_focus_is_kept_when_a_try_takes_its_button_away(chat: Chat) -> None:
    chat.open()
    chat.page.route("**/api/v1/messages", lambda route: route.abort())
    chat.write("What is LEMS?")
    again = chat.questions.first.get_by_role("button", name="Try again")
    again.focus()
    chat.page.keyboard.press("Enter")
    expect(chat.log).to_be_focused()


def test_keyboard_full_page_the_panel_makes_way_for_the_page(new_page: NewPage, desk: Desk, site: str) -> None:
    """Whoever tabs on to the page below must see where they are (WCAG 2.2, 2.4.11)."""
    chat = Chat(new_page(**PHONE), site).open()
    chat.page.locator("#own").focus()
    expect(chat.panel).to_be_hidden()
    expect(chat.page.locator("#own")).to_be_focused()


def test_keyboard_on_touch_the_opening_text_is_not_covered_by_a_screen_keyboard(
    new_page: NewPage, desk: Desk, site: str
) -> None:
    chat = Chat(new_page(**PHONE), site).open()
    expect(chat.panel).to_be_focused()


def test_keyboard_an_unfinished_word_of_an_input_method_is_not_sent(chat: Chat) -> None:
    chat.open()
    chat.field.fill("What is LEMS?")
    chat.field.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    expect(chat.questions).to_have_count(0)


def test_keyboard_an_empty_question_is_answered_by_a_hint(chat: Chat) -> None:
    chat.open()
    chat.button("Send").click()
    expect(chat.page.locator("lems-chat #error")).to_have_text("Please write your question first.")
    expect(chat.field).to_be_focused()
