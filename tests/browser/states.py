"""The states of the widget, each reached as a patient reaches it: for axe and for the screenshots."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from chat import Chat
from desks import Desk


def closed(chat: Chat, desk: Desk) -> None:
    chat.visit()


def opened(chat: Chat, desk: Desk) -> None:
    chat.open()


def suggestions(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("Is LEMS inherited?")


def clarify(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("dry mouth")


def emergency(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.write("I cannot breathe")
    expect(chat.alarms).to_have_count(1)


def self_harm(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.write("I want to harm myself")
    expect(chat.alarms).to_have_count(1)


def error(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.page.route("**/api/v1/messages", lambda route: route.abort())
    chat.write("What is LEMS?")
    expect(chat.notices).to_have_count(1)
    chat.button("Send").click()
    expect(chat.page.locator("lems-chat #error")).not_to_be_empty()


def offline(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.page.context.set_offline(True)
    chat.write("What is LEMS?")
    expect(chat.notices).to_have_count(1)


def waking_up(chat: Chat, desk: Desk) -> None:
    desk.stop_assistant()
    chat.open()
    chat.write("What is LEMS?")
    expect(chat.questions.first).to_contain_text("Received")


def staff(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    chat.button("Talk to a person").first.click()
    expect(chat.notices).to_have_count(1)
    desk.staff_says("Hello, I am a nurse of the team. What would you like to know?")
    expect(chat.staff).to_have_count(1)


def reason(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("What is LEMS?").get_by_role("button", name="No").click()
    chat.answers.first.get_by_role("radio").first.wait_for()


def menu(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.button("Menu").click()


def forget(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    chat.menu("Forget me")
    expect(chat.button("No, keep it")).to_be_focused()


STATES: dict[str, Callable[[Chat, Desk], None]] = {
    reach.__name__: reach
    for reach in (
        *(closed, opened, suggestions, clarify, emergency, self_harm, error, offline, waking_up),
        *(staff, reason, menu, forget),
    )
}
