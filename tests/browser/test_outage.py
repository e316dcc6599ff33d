"""The assistant stops, the server is slow, breaks or refuses: nothing is lost, and the patient is told once."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from playwright.sync_api import Route, expect

from chat import Chat
from desks import Desk, history, questions

SAFETY = "If somebody is in danger now, call 112, 911 or 999."


def test_outage_the_assistant_stops_and_comes_back(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    desk.stop_assistant()
    chat.write("Is LEMS inherited?")
    expect(chat.notices).to_have_count(1)
    body = chat.notices.first.locator(".text").inner_text()
    assert body.startswith(SAFETY)
    expect(chat.notices.first.locator("[part=disclaimer]")).to_contain_text("Medical disclaimer:")
    expect(chat.questions.last).to_contain_text("Received, the answer follows")
    chat.write("What causes LEMS?")
    expect(chat.questions).to_have_count(3)
    expect(chat.questions.last).to_contain_text("Received, the answer follows")
    desk.start_assistant()
    expect(chat.answers).to_have_count(3)
    expect(chat.notices).to_have_count(1)
    expect(chat.questions.last).not_to_contain_text("Received")
    assert questions(desk, chat.token()) == ["What is LEMS?", "Is LEMS inherited?", "What causes LEMS?"]


def test_outage_a_panel_that_is_opened_while_the_assistant_wakes_up_says_so(chat: Chat, desk: Desk) -> None:
    desk.stop_assistant()
    chat.open()
    expect(chat.notices).to_have_count(1)
    assert chat.notices.first.locator(".text").inner_text().startswith(SAFETY)
    expect(chat.suggestions.get_by_role("button")).to_have_count(4)
    chat.write("What is LEMS?")
    expect(chat.questions.first).to_contain_text("Received, the answer follows")
    expect(chat.notices).to_have_count(1)
    chat.visit()
    chat.launcher.click()
    expect(chat.questions.first).to_contain_text("Received, the answer follows")
    expect(chat.notices).to_have_count(1)


def test_outage_a_lost_reply_is_asked_for_again_and_processed_once(chat: Chat, desk: Desk) -> None:
    """The message arrives, the way back breaks: the same id is sent again."""
    chat.open()
    ids: list[str] = []

    def lose_the_first(route: Route) -> None:
        ids.append(json.loads(route.request.post_data or "{}")["client_message_id"])
        if len(ids) > 1:
            return route.continue_()
        route.fetch()
        route.abort()

    chat.page.route("**/api/v1/events*", lambda route: route.abort())
    chat.page.route("**/api/v1/messages", lose_the_first)
    chat.write("What is LEMS?")
    expect(chat.answers).to_have_count(1)
    assert len(ids) == 2 and len(set(ids)) == 1
    assert questions(desk, chat.token()) == ["What is LEMS?"]


def test_outage_a_reply_that_came_by_the_stream_needs_no_second_sending(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    sent: list[str] = []

    def lose(route: Route) -> None:
        sent.append(route.request.url)
        route.fetch()
        chat.answers.nth(1).wait_for()
        route.abort()

    chat.page.route("**/api/v1/messages", lose)
    chat.write("Is LEMS inherited?")
    expect(chat.answers).to_have_count(2)
    chat.page.wait_for_timeout(2500)
    assert len(sent) == 1
    assert questions(desk, chat.token()) == ["What is LEMS?", "Is LEMS inherited?"]


def test_outage_a_broken_server_is_told_of_once_and_tried_again(chat: Chat, desk: Desk) -> None:
    chat.open()
    tries: list[str] = []

    def break_twice(route: Route) -> None:
        tries.append(route.request.url)
        if len(tries) > 2:
            return route.continue_()
        route.fulfill(status=502, body="<h1>Bad Gateway</h1>", headers={"Access-Control-Allow-Origin": chat.site})

    chat.page.route("**/api/v1/messages", break_twice)
    chat.write("What is LEMS?")
    expect(chat.notices).to_have_count(1)
    text = chat.notices.first.locator(".text").inner_text()
    assert text.startswith(SAFETY) and "cannot be reached just now" in text
    expect(chat.notices.first.locator("[part=disclaimer]")).to_contain_text("Medical disclaimer:")
    expect(chat.answers).to_have_count(1)
    expect(chat.notices).to_have_count(1)
    expect(chat.status).to_have_text("The connection is back.")
    assert questions(desk, chat.token()) == ["What is LEMS?"]


def test_outage_the_patient_can_try_again_at_once_or_take_the_question_back(chat: Chat, desk: Desk) -> None:
    chat.page.clock.install()
    chat.open()
    chat.page.route("**/api/v1/messages", lambda route: route.abort())
    chat.write("What is LEMS?")
    chat.write("What causes LEMS?")
    expect(chat.questions.first).to_contain_text("Waiting to be sent")
    chat.questions.nth(1).get_by_role("button", name="Remove").click()
    expect(chat.questions).to_have_count(1)
    # From here on no time passes, so that no try is made of its own accord.
    chat.page.clock.pause_at(datetime.now() + timedelta(minutes=1))
    chat.page.wait_for_timeout(500)
    chat.page.unroute("**/api/v1/messages")
    chat.questions.first.get_by_role("button", name="Try again").click()
    expect(chat.answers).to_have_count(1)
    assert questions(desk, chat.token()) == ["What is LEMS?"]


def test_outage_a_try_of_its_own_accord_takes_the_focus_from_nobody(chat: Chat) -> None:
    chat.open()
    chat.page.route("**/api/v1/messages", lambda route: route.abort())
    chat.write("What is LEMS?")
    remove = chat.questions.first.get_by_role("button", name="Remove")
    remove.focus()
    with chat.page.expect_request("**/api/v1/messages"):
        pass
    chat.page.wait_for_timeout(300)
    expect(remove).to_be_focused()


def test_outage_a_refusal_for_haste_is_shown_and_the_question_sent_later(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    disclaimer = history(desk, chat.token())[-1]["disclaimer"]
    body = f"{SAFETY}\nThat was a lot at once. Please wait a moment."
    notice = {"text": f"{body}\n{disclaimer}", "body": body, "disclaimer": disclaimer, "links": []}
    refusal = {"error": {"code": "too_many", "detail": "Too many."}, "message": notice}
    headers = {
        "Access-Control-Allow-Origin": chat.site,
        "Retry-After": "2",
        "Access-Control-Expose-Headers": "Retry-After",
    }
    refused: list[str] = []

    def refuse_once(route: Route) -> None:
        refused.append(route.request.url)
        if len(refused) > 1:
            return route.continue_()
        route.fulfill(status=429, json=refusal, headers=headers)

    chat.page.route("**/api/v1/messages", refuse_once)
    chat.write("Is LEMS inherited?")
    expect(chat.notices.first).to_contain_text("That was a lot at once.")
    assert chat.notices.first.locator(".text").inner_text().startswith(SAFETY)
    expect(chat.answers).to_have_count(2)
    expect(chat.notices).to_have_count(1)


def test_outage_a_server_that_cannot_be_reached_at_all_leaves_starters_and_the_page_of_answers(chat: Chat) -> None:
    chat.page.route("**/api/v1/status", lambda route: route.abort())
    chat.open()
    expect(chat.notices).to_have_count(1)
    expect(chat.suggestions.get_by_role("button")).to_have_count(4)
    chat.button("Menu").click()
    expect(chat.panel.get_by_role("link", name="All answers as pages")).to_be_visible()
