"""Replies in an emergency stand out and lead to the telephone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from chat import Chat


@pytest.mark.parametrize(
    ("words", "heading", "first"),
    [("I cannot breathe", "Emergency", "tel:112"), ("I want to harm myself", "You are not alone", "tel:988")],
)
def test_emergency_stands_out_with_telephone_links(chat: Chat, words: str, heading: str, first: str) -> None:
    chat.open()
    chat.write(words)
    alarm = chat.alarms.first
    expect(alarm.get_by_role("heading")).to_have_text(heading)
    links = alarm.get_by_role("link")
    assert links.first.get_attribute("href") == first
    addresses = {link.get_attribute("href") for link in links.all()}
    assert addresses == {"tel:112", "tel:911", "tel:999", "tel:988", "tel:116123"}
    expect(alarm.locator("[part=disclaimer]")).to_contain_text("Medical disclaimer:")
    expect(alarm.locator("[part=feedback]")).to_have_count(0)
    box, scroll = alarm.bounding_box(), chat.log.bounding_box()
    assert box and scroll and box["y"] < scroll["y"] + scroll["height"] / 2, "its beginning is in sight"


def test_emergency_an_answer_with_the_safety_line_keeps_its_shape(chat: Chat) -> None:
    chat.open()
    answer = chat.ask("what should we keep in the house in case she may choke")
    expect(answer.locator(".text")).to_contain_text("If somebody is in danger now, call 112, 911 or 999.")
    assert answer.get_by_role("link").first.get_attribute("href") == "tel:112"
    expect(chat.alarms).to_have_count(0)


def test_emergency_line_stays_in_the_panel_while_the_conversation_grows(chat: Chat) -> None:
    chat.open()
    for number in range(1, 4):
        chat.ask("What is LEMS?", answers=number)
    expect(chat.page.locator("lems-chat [part=safety]")).to_be_in_viewport(ratio=1)
