"""A whole conversation, as a patient has it."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from chat import Chat, slow_down
from desks import Desk, history


def test_conversation_opens_with_what_a_patient_must_know(chat: Chat) -> None:
    chat.open()
    text = chat.log.inner_text()
    assert "I am a program, not a doctor" in text
    assert "Lambert-Eaton myasthenic syndrome (LEMS)" in text
    assert "stored, and deleted 30 days after your last message" in text
    assert "Forget me" in text
    assert "Medical disclaimer:" in text
    expect(chat.suggestions.get_by_role("button")).to_have_count(4)
    safety = chat.page.locator("lems-chat [part=safety]")
    assert [link.get_attribute("href") for link in safety.get_by_role("link").all()] == [
        f"tel:{number}" for number in ("112", "911", "999", "988", "116123")
    ]


def test_conversation_asks_nothing_of_the_server_that_would_be_stored_before_the_patient_writes(chat: Chat) -> None:
    posts: list[str] = []
    chat.page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    chat.open()
    assert posts == []
    assert chat.token() is None


def test_conversation_from_starter_to_suggestion_to_own_words(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.suggestions.get_by_role("button", name="Is LEMS inherited?").click()
    answer = chat.answers.first
    expect(answer).to_contain_text("not considered a hereditary genetic disease")
    expect(answer.locator("[part=source]")).to_have_text(
        re.compile(r"^Source: .+, section heredity\. Last updated: 2026-04-08\.$")
    )
    expect(answer.locator("[part=disclaimer]")).to_contain_text("Medical disclaimer:")
    assert answer.inner_text().count("Source:") == 1
    assert answer.inner_text().count("Medical disclaimer:") == 1
    expect(chat.suggestions.get_by_role("button")).not_to_have_count(4)
    chat.suggestions.get_by_role("button", name="What are HLA types?").click()
    expect(chat.answers).to_have_count(2)
    chat.ask("How do they treat it?", answers=3)
    authors = [message["author"] for message in history(desk, chat.token())]
    assert authors == ["patient", "assistant"] * 3
    bodies = [article.locator(".text").inner_text() for article in chat.questions.all()]
    assert bodies == ["Is LEMS inherited?", "What are HLA types?", "How do they treat it?"]


def test_conversation_offers_a_list_where_the_question_was_not_clear(chat: Chat) -> None:
    chat.open()
    chat.ask("dry mouth")
    expect(chat.suggestions).to_have_attribute("aria-label", "Did you mean")
    choices = chat.suggestions.get_by_role("button")
    expect(choices.last).to_have_text("None of these")
    assert "1. " not in chat.answers.first.inner_text()
    choices.last.click()
    expect(chat.answers).to_have_count(2)


def test_conversation_shows_that_an_answer_is_looked_for(chat: Chat) -> None:
    chat.open()
    slow_down(chat.page, "**/api/v1/messages", 1500)
    chat.write("What is LEMS?")
    expect(chat.status).to_have_text("Looking for the answer \u2026")
    expect(chat.answers).to_have_count(1)
    expect(chat.status).to_be_empty()


def test_conversation_keeps_a_question_that_is_too_long_in_the_field(chat: Chat) -> None:
    with chat.page.expect_response("**/api/v1/status") as status:
        chat.open()
    too_long = "x" * (status.value.json()["text_limit"] + 3)
    chat.write(too_long)
    expect(chat.page.locator("lems-chat #error")).to_have_text("This is 3 characters too long.")
    expect(chat.field).to_have_attribute("aria-invalid", "true")
    assert chat.field.input_value() == too_long
    chat.field.fill("What is LEMS?")
    expect(chat.page.locator("lems-chat #error")).to_be_empty()
    expect(chat.questions).to_have_count(0)


def test_conversation_says_that_personal_details_were_taken_out(chat: Chat) -> None:
    chat.open()
    chat.ask("I am at ann@example.org, what is LEMS?")
    expect(chat.questions.first).not_to_contain_text("ann@example.org")
    expect(chat.questions.first).to_contain_text("Personal details were taken out before this was stored.")


def test_conversation_announces_answers_politely_and_not_the_patients_own_words(chat: Chat) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    expect(chat.log).to_have_attribute("aria-live", "polite")
    expect(chat.questions.first).to_have_attribute("aria-live", "off")
    expect(chat.answers.first.locator("[part=feedback]")).to_have_attribute("aria-live", "off")
    assert chat.answers.first.get_attribute("aria-live") is None
