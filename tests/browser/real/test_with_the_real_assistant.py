"""A patient in a browser and the real assistant behind the desk."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from chat import Chat
from everything import Real

SAFETY = "If somebody is in danger now, call 112, 911 or 999."


def test_real_conversation_from_the_first_starter_to_forget_me(real_chat: Chat) -> None:
    chat = real_chat
    chat.open()
    chat.suggestions.get_by_role("button").nth(3).click()
    answer = chat.answers.first
    expect(answer).to_contain_text("not considered a hereditary genetic disease")
    expect(answer.locator("[part=source]")).to_have_text(
        re.compile(r"^Source: .+, section heredity\. Last updated: 2026-04-08\.$")
    )
    assert answer.inner_text().count("Source:") == 1
    assert answer.inner_text().count("Medical disclaimer:") == 1

    chat.suggestions.get_by_role("button").first.click()
    expect(chat.answers).to_have_count(2)
    answer.get_by_role("button", name="Yes").click()
    expect(answer).to_contain_text("Thank you")

    chat.ask("I'm anna@example.org, how is it treated?", answers=3)
    expect(chat.questions.last).to_contain_text("Personal details were taken out before this was stored.")

    chat.ask("can I talk to a person", answers=4)
    expect(chat.answers.last).to_contain_text("Nobody is on duty now")

    chat.visit()
    chat.launcher.click()
    expect(chat.answers).to_have_count(4)

    chat.menu("Forget me")
    chat.button("Yes, erase it").click()
    expect(chat.status).to_have_text("Everything about this conversation is erased.")
    assert chat.token() is None


def test_real_emergency_stands_out_with_telephone_links(real_chat: Chat) -> None:
    chat = real_chat
    chat.open()
    chat.write("she is choking and cannot breathe")
    expect(chat.alarms).to_have_count(1)
    links = [link.get_attribute("href") for link in chat.alarms.first.get_by_role("link").all()]
    assert {"tel:112", "tel:911", "tel:999"} <= set(links)
    expect(chat.alarms.first.locator("[part=disclaimer]")).to_contain_text("Medical disclaimer:")


def test_real_unclear_question_gives_a_list_that_can_be_picked_from(real_chat: Chat) -> None:
    chat = real_chat
    chat.open()
    chat.write("it")
    expect(chat.answers).to_have_count(1)
    choices = chat.suggestions.get_by_role("button")
    choices.first.click()
    expect(chat.answers).to_have_count(2)


def test_real_assistant_killed_and_back_answers_what_was_asked_meanwhile(real_chat: Chat, real: Real) -> None:
    chat = real_chat
    chat.open()
    chat.ask("What is LEMS?")
    real.kill_assistant()
    chat.write("Is LEMS inherited?")
    expect(chat.notices).to_have_count(1)
    assert chat.notices.first.locator(".text").inner_text().startswith(SAFETY)
    expect(chat.notices.first.locator("[part=disclaimer]")).to_contain_text("Medical disclaimer:")
    expect(chat.answers).to_have_count(2, timeout=60_000)
    expect(chat.answers.last).to_contain_text("not considered a hereditary genetic disease")
    expect(chat.notices).to_have_count(1)
