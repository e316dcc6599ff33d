"""'Forget me', and seeing what is stored."""

from __future__ import annotations

from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Route, expect

from chat import Chat
from desks import Desk, history


def test_forget_asks_erases_everywhere_and_begins_anew(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    token = chat.token()
    chat.menu("Forget me")
    expect(chat.button("No, keep it")).to_be_focused()
    chat.button("Yes, erase it").click()
    expect(chat.status).to_have_text("Everything about this conversation is erased.")
    expect(chat.questions).to_have_count(0)
    expect(chat.suggestions.get_by_role("button")).to_have_count(4)
    assert chat.page.evaluate("Object.keys(sessionStorage).length + Object.keys(localStorage).length") == 0
    with pytest.raises(HTTPError, match="410"):
        history(desk, token)
    chat.ask("Is LEMS inherited?")
    assert len(history(desk, chat.token())) == 2


def test_forget_can_be_thought_better_of(chat: Chat) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    chat.menu("Forget me")
    chat.page.keyboard.press("Escape")
    expect(chat.button("Yes, erase it")).to_be_hidden()
    expect(chat.panel).to_be_visible()
    chat.menu("Forget me")
    chat.button("No, keep it").click()
    expect(chat.questions).to_have_count(1)


def test_forget_that_did_not_work_is_not_called_done(chat: Chat) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    chat.page.route("**/api/v1/conversation", lambda route: route.abort())
    chat.menu("Forget me")
    chat.button("Yes, erase it").click()
    expect(chat.status).to_have_text("That did not work just now. Please try again later.")
    expect(chat.questions).to_have_count(1)
    assert chat.token() is not None


def test_forget_in_another_tab_empties_this_one(chat: Chat, site: str) -> None:
    chat.open("/remember.html")
    chat.ask("What is LEMS?")
    other = Chat(chat.page.context.new_page(), site).open("/remember.html")
    expect(other.questions).to_have_count(1)
    other.menu("Forget me")
    other.button("Yes, erase it").click()
    expect(other.questions).to_have_count(0)
    expect(chat.questions).to_have_count(0)


def test_forget_that_was_asked_for_in_words_closes_the_conversation(chat: Chat, desk: Desk) -> None:
    """The assistant has taken a 'yes, delete it': the reply is shown, nothing more is taken, and then all is gone."""
    chat.open()
    chat.ask("What is LEMS?")

    def confirm(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, json={**response.json(), "closing": True})

    chat.page.route("**/api/v1/messages", confirm)
    chat.write("Is LEMS inherited?")
    expect(chat.answers).to_have_count(2)
    expect(chat.field).to_be_disabled()
    expect(chat.suggestions.get_by_role("button")).to_have_count(0)
    address = f"{desk.address}/api/v1/conversation"
    request = Request(address, method="DELETE", headers={"Authorization": f"Bearer {chat.token()}"})
    urlopen(request, timeout=10).close()
    expect(chat.status).to_have_text("Everything about this conversation is erased.")
    expect(chat.answers).to_have_count(0)
    expect(chat.field).to_be_enabled()


def test_forget_what_is_stored_can_be_seen(chat: Chat) -> None:
    chat.open()
    chat.ask("What is LEMS?")
    chat.menu("See what is stored")
    link = chat.status.get_by_role("link", name="See what is stored")
    expect(link).to_be_focused()
    with chat.page.context.expect_page() as opened:
        link.click()
    assert opened.value.url.startswith("http")


def test_forget_nothing_is_stored_of_somebody_who_asks_what_is_stored(chat: Chat) -> None:
    chat.open()
    chat.menu("See what is stored")
    expect(chat.status).to_have_text("Nothing is stored about you yet.")
    assert chat.token() is None
