"""Thumbs, and a reason."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from chat import Chat
from desks import Desk, history


def _stored(chat: Chat, desk: Desk) -> Any:
    return next(m for m in history(desk, chat.token()) if m["author"] == "assistant")["feedback"]


def test_feedback_thumb_up_is_stored_and_thanked_for(chat: Chat, desk: Desk) -> None:
    chat.open()
    answer = chat.ask("What is LEMS?")
    answer.get_by_role("button", name="Yes").click()
    expect(answer.get_by_text("Thank you for telling us.")).to_be_focused()
    assert _stored(chat, desk)["thumb"] == "up"


def test_feedback_thumb_down_is_stored_at_once_and_a_reason_after_it(chat: Chat, desk: Desk) -> None:
    chat.open()
    answer = chat.ask("What is LEMS?")
    answer.get_by_role("button", name="No").click()
    reason = answer.get_by_role("radio", name="It is hard to understand")
    reason.wait_for()
    assert _stored(chat, desk)["thumb"] == "down"
    reason.check()
    answer.get_by_label("In your own words, if you like").fill("Too many long words")
    answer.get_by_role("button", name="Send reason").click()
    expect(answer.get_by_text("Thank you for telling us.")).to_be_focused()
    stored = _stored(chat, desk)
    assert (stored["reason"], stored["comment"]) == ("unclear", "Too many long words")


def test_feedback_that_was_given_is_known_after_a_reload(chat: Chat) -> None:
    chat.open()
    chat.ask("What is LEMS?").get_by_role("button", name="Yes").click()
    expect(chat.answers.first.get_by_text("Thank you for telling us.")).to_be_visible()
    chat.visit()
    chat.launcher.click()
    expect(chat.answers.first.get_by_text("Thank you for telling us.")).to_be_visible()
    expect(chat.answers.first.get_by_role("button", name="Yes")).to_have_count(0)


def test_feedback_that_cannot_be_stored_is_not_thanked_for(chat: Chat) -> None:
    chat.open()
    answer = chat.ask("What is LEMS?")
    chat.page.route("**/api/v1/feedback", lambda route: route.abort())
    answer.get_by_role("button", name="Yes").click()
    expect(answer.get_by_text("That did not work just now. Please try again later.")).to_be_visible()
