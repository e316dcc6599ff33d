"""What a patient gets from desk and assistant together."""

from __future__ import annotations

import time

import pytest
import requests

from tests.whole.everything import Everything, Patient

DISCLAIMER = "Medical disclaimer: This content is for educational purposes only"
EMERGENCY, CRISIS = ("112", "911", "999"), ("988", "116 123")


def test_page_and_widget_are_served(whole: Everything) -> None:
    page = requests.get(whole.url, timeout=10)
    assert page.status_code == 200
    assert '<lems-chat server="/">' in page.text
    assert requests.get(f"{whole.url}/widget/lems-chat.js", timeout=10).status_code == 200
    assert requests.get(f"{whole.url}/faq/", timeout=10).text.count(DISCLAIMER) >= 1


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("is it hereditary?", "answered"),
        ("what is LEMS and how is it treated", "answered"),
        ("what causes gout", "other_condition"),
        ("hello", "greet"),
        ("should I stop my tablets", "personal_advice"),
    ],
)
def test_reply_has_the_disclaimer_once(patient: Patient, text: str, outcome: str) -> None:
    reply = patient.ask(text)
    assert reply["outcome"] == outcome
    assert reply["text"].count(DISCLAIMER) == 1
    assert reply["disclaimer"].startswith(DISCLAIMER)
    assert DISCLAIMER not in reply["body"]


@pytest.mark.parametrize(
    ("text", "safety", "numbers"),
    [
        ("she is choking and cannot breathe", "emergency", EMERGENCY),
        ("my email is anna@example.org and my husband cannot breathe", "emergency", EMERGENCY),
        ("I want to kill myself", "self_harm", CRISIS),
    ],
)
def test_emergency_reply_has_numbers_and_telephone_links(
    patient: Patient, text: str, safety: str, numbers: tuple[str, ...]
) -> None:
    reply = patient.ask(text)
    assert reply["safety"] == safety
    assert all(number in reply["body"] for number in numbers)
    links = [link["url"] for link in reply["links"]]
    assert [f"tel:{number.replace(' ', '')}" in links for number in numbers] == [True] * len(numbers)
    assert reply["text"].count(DISCLAIMER) == 1


def test_suggestion_is_picked_by_its_payload(patient: Patient) -> None:
    first = patient.ask("is it hereditary?")
    body = {"client_message_id": "picked-one", "payload": first["suggestions"][0]["payload"]}
    answer = patient.call("POST", "messages", json=body)
    assert answer.status_code == 200
    assert answer.json()["reply"]["outcome"] == "answered"
    assert answer.json()["message"]["text"] == first["suggestions"][0]["title"]


def test_same_message_id_gives_the_same_reply(patient: Patient) -> None:
    replies = [patient.send("what causes LEMS", id="the-same-id").json()["reply"]["id"] for _ in range(3)]
    assert len(set(replies)) == 1
    assert len(patient.history()) == 2


def test_personal_details_reach_neither_desk_nor_assistant(whole: Everything, patient: Patient) -> None:
    patient.ask("my email is anna@example.org and my number is 07700 900123, what causes LEMS?")
    data = patient.call("GET", "data").json()
    assert data["assistant"]["events"], "the assistant's own record is in it"
    assert "anna@example.org" not in str(data)
    assert "900123" not in str(data)
    assert "[e-mail address]" in str(data["assistant"])
    assert "anna@example.org" not in whole.text


def test_asking_for_a_person_in_the_chat_is_stored_and_honest(patient: Patient) -> None:
    reply = patient.ask("can I talk to a person please")
    assert reply["outcome"] == "human_handoff"
    assert "Nobody is on duty now" in reply["body"]
    assert patient.call("GET", "data").json()["handoff"]["note"]


def test_feedback_in_the_chat_is_stored(patient: Patient) -> None:
    patient.ask("is it hereditary?")
    assert "stored" in patient.ask("that answer was not helpful")["body"]
    assert patient.call("GET", "data").json()["comments"]


def test_show_my_data_in_the_chat_gives_a_page_that_opens(patient: Patient) -> None:
    reply = patient.ask("show my data")
    (link,) = [one["url"] for one in reply["links"] if "/my-data/" in one["url"]]
    page = requests.get(link, timeout=10)
    assert page.status_code == 200
    assert "show my data" in page.text


def test_forget_me_in_the_chat_erases_desk_and_assistant(whole: Everything, patient: Patient) -> None:
    patient.ask("is it hereditary?")
    conversation = patient.call("GET", "data").json()["conversation"]["id"]
    url = f"{whole.assistant_url}/webhooks/desk/conversations/{conversation}"
    assert requests.get(url, headers={"X-Desk-Secret": whole.secret}, timeout=10).status_code == 200
    patient.ask("forget me")
    assert "will be deleted" in patient.ask("yes")["body"]
    whole.until(lambda: patient.call("GET", "messages").status_code == 410, what="the desk's forgetting", seconds=30)
    whole.until(lambda: _gone(url, whole.secret), what="the assistant's forgetting", seconds=30)


def test_forget_me_by_the_button_erases_desk_and_assistant(whole: Everything, patient: Patient) -> None:
    patient.ask("is it hereditary?")
    conversation = patient.call("GET", "data").json()["conversation"]["id"]
    assert patient.call("DELETE", "conversation").json()["assistant"] in ("erased", "pending")
    url = f"{whole.assistant_url}/webhooks/desk/conversations/{conversation}"
    whole.until(lambda: _gone(url, whole.secret), what="the assistant's forgetting", seconds=30)
    time.sleep(1)
    assert _gone(url, whole.secret), "and it stays forgotten"


def _gone(url: str, secret: str) -> bool:
    return requests.get(url, headers={"X-Desk-Secret": secret}, timeout=10).status_code == 404
