"""'Talk to a person', and messages of the staff."""

from __future__ import annotations

from datetime import datetime

from playwright.sync_api import expect

from chat import Chat
from desks import Desk, history


def test_person_is_asked_for_and_the_patient_is_told_how_it_stands(chat: Chat) -> None:
    chat.open()
    chat.button("Talk to a person").first.click()
    notice = chat.notices.first
    expect(notice).to_contain_text("person")
    expect(notice.locator("[part=disclaimer]")).to_contain_text("Medical disclaimer:")
    assert chat.token() is not None


def test_person_messages_of_the_staff_are_marked_and_come_within_two_seconds(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    chat.page.evaluate("addEventListener('lems-message', () => (window.came = Date.now()))")
    desk.staff_says("Hello, I am a nurse. See https://example.org/lems, please.")
    expect(chat.staff).to_have_count(1)
    written = datetime.fromisoformat(history(desk, chat.token())[-1]["created_at"]).timestamp()
    assert chat.page.evaluate("came") / 1000 - written < 2
    expect(chat.staff.get_by_role("heading")).to_have_text("A person from the team")
    lines = [line for line in chat.staff.inner_text().splitlines() if line]
    assert lines == ["A person from the team", "Hello, I am a nurse. See https://example.org/lems, please."]
    assert chat.staff.get_by_role("link").get_attribute("href") == "https://example.org/lems"


def test_person_that_could_not_be_asked_for_is_said(chat: Chat) -> None:
    chat.open()
    chat.page.route("**/api/v1/handoff", lambda route: route.abort())
    chat.button("Talk to a person").first.click()
    expect(chat.status).to_have_text("That did not work just now. Please try again later.")
