"""Offline and back: what was written is kept and sent once."""

from __future__ import annotations

from playwright.sync_api import expect

from chat import Chat
from desks import Desk, questions


def test_offline_questions_wait_and_are_sent_once_in_order(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    chat.page.context.set_offline(True)
    chat.write("Is LEMS inherited?")
    chat.write("What causes LEMS?")
    expect(chat.questions).to_have_count(3)
    expect(chat.notices).to_have_count(1)
    text = chat.notices.first.locator(".text").inner_text()
    assert text.startswith("If somebody is in danger now, call 112, 911 or 999.") and "You seem to be offline." in text
    expect(chat.notices.first.locator("[part=disclaimer]")).to_contain_text("Medical disclaimer:")
    expect(chat.questions.last).to_contain_text("Waiting to be sent")
    chat.page.context.set_offline(False)
    expect(chat.answers).to_have_count(3)
    expect(chat.notices).to_have_count(1)
    expect(chat.questions.last).not_to_contain_text("Waiting")
    assert questions(desk, chat.token()) == ["What is LEMS?", "Is LEMS inherited?", "What causes LEMS?"]


def test_offline_the_first_question_of_all_waits_too(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.page.context.set_offline(True)
    chat.suggestions.get_by_role("button").first.click()
    expect(chat.questions.first).to_contain_text("Waiting to be sent")
    assert chat.token() is None
    chat.page.context.set_offline(False)
    expect(chat.answers).to_have_count(1)
    assert questions(desk, chat.token()) == ["What is LEMS?"]


def test_offline_what_waits_outlives_a_reload(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    chat.page.route("**/api/v1/messages", lambda route: route.abort())
    chat.write("Is LEMS inherited?")
    expect(chat.questions.last).to_contain_text("Waiting to be sent")
    chat.page.unroute("**/api/v1/messages")
    chat.visit()
    chat.launcher.click()
    expect(chat.answers).to_have_count(2)
    assert questions(desk, chat.token()) == ["What is LEMS?", "Is LEMS inherited?"]


def test_offline_a_lost_stream_is_taken_up_again_where_it_was(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    chat.page.context.set_offline(True)
    desk.staff_says("First.")
    desk.staff_says("Second.")
    chat.page.context.set_offline(False)
    expect(chat.staff).to_have_count(2)
    desk.staff_says("Third.")
    expect(chat.staff).to_have_count(3)
    assert [article.locator(".text").inner_text() for article in chat.staff.all()] == ["First.", "Second.", "Third."]


def test_offline_a_panel_that_was_opened_without_a_connection_makes_up_for_it(chat: Chat) -> None:
    chat.visit()
    chat.page.wait_for_load_state("networkidle")
    chat.page.context.set_offline(True)
    chat.launcher.click()
    expect(chat.notices).to_have_count(1)
    expect(chat.suggestions.get_by_role("button")).to_have_count(4)
    with chat.page.expect_response("**/api/v1/status"):
        chat.page.context.set_offline(False)
    chat.suggestions.get_by_role("button").first.click()
    expect(chat.answers).to_have_count(1)
