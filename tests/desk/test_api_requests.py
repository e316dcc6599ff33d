"""Feedback, 'talk to a person', my data, forget me, the token's renewal, the status."""

from __future__ import annotations

import re
import time
import uuid
from datetime import datetime

import httpx
import pytest

from api import Api, events
from chat.models import AuditLine, Bucket, Conversation, Erasure, Feedback, Handoff, Message
from chat.services.erase import audit_subject
from chat.tokens import read_chat_token
from processes import Stack, until
from stand_in_assistant import DISCLAIMER

INTERNAL = {"X-Internal-Secret": "internal-secret-of-the-tests"}


def _id(api: Api) -> uuid.UUID:
    return read_chat_token(api.token)[0]


# ---- status and token -------------------------------------------------------------------------------------


def test_status_has_all_that_a_client_shows_first_and_creates_nothing(anybody: Api) -> None:
    status = anybody.call("GET", "/api/v1/status").json()
    assert status["assistant"] == "ready"
    assert status["notice"] is None
    assert len(status["starters"]) == 4
    assert status["safety"]["line"].startswith("If somebody is in danger now, call 112, 911 or 999.")
    assert status["safety"]["links"][0] == {"title": "Call 112", "url": "tel:112"}
    assert status["disclaimer"] == DISCLAIMER
    assert status["retention_days"] == 30
    assert not Conversation.objects.exists()


def test_no_answer_sets_a_cookie(api: Api) -> None:
    for response in (api.call("GET", "/api/v1/status"), api.say("question"), api.call("GET", "/api/v1/data")):
        assert "set-cookie" not in response.headers


def test_renewed_token_opens_the_same_conversation(api: Api) -> None:
    api.say("question")
    renewed = api.call("POST", "/api/v1/token").json()
    assert datetime.fromisoformat(renewed["expires_at"]) > datetime.now().astimezone()
    api.token = renewed["token"]
    assert len(api.history()["messages"]) == 2


def test_starting_too_many_conversations_is_refused_with_the_safety_line(anybody: Api) -> None:
    assert anybody.call("POST", "/api/v1/conversations", json={}).status_code == 201
    Bucket.objects.update(used_until=time.time() + 3600)
    refused = anybody.call("POST", "/api/v1/conversations", json={})
    assert refused.status_code == 429
    assert refused.json()["message"]["text"].startswith("If somebody is in danger now")


# ---- feedback ---------------------------------------------------------------------------------------------


def test_feedback_is_stored_and_stands_in_the_history(api: Api) -> None:
    reply = api.say("question").json()["reply"]
    body = {"message_id": reply["id"], "thumb": "down", "reason": "unclear", "comment": "mail me: a.b@example.org"}
    response = api.call("POST", "/api/v1/feedback", json=body)
    assert response.status_code == 200
    assert response.json()["comment"] == "mail me: [e-mail address]"
    assert api.history()["messages"][1]["feedback"] == response.json()


def test_second_feedback_replaces_the_first(api: Api) -> None:
    reply = api.say("question").json()["reply"]
    api.call("POST", "/api/v1/feedback", json={"message_id": reply["id"], "thumb": "down", "reason": "wrong"})
    api.call("POST", "/api/v1/feedback", json={"message_id": reply["id"], "thumb": "up"})
    found = Feedback.objects.get()
    assert (found.thumb, found.reason) == ("up", "")


def test_feedback_for_other_messages_is_refused(api: Api) -> None:
    own = api.say("question").json()["message"]["id"]
    other = Api(api.url).start()
    foreign = other.say("question").json()["reply"]["id"]
    other.close()
    for message_id in (own, foreign, str(uuid.uuid4())):
        response = api.call("POST", "/api/v1/feedback", json={"message_id": message_id, "thumb": "up"})
        assert response.status_code == 404


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"thumb": "sideways"}, "thumb"),
        ({"reason": "because"}, "reason"),
        ({"message_id": "7"}, "message_id"),
        ({"comment": 7}, "comment"),
    ],
)
def test_feedback_that_cannot_be_read_names_field_and_choices(api: Api, change: dict[str, object], field: str) -> None:
    body = {"message_id": str(uuid.uuid4()), "thumb": "up", **change}
    response = api.call("POST", "/api/v1/feedback", json=body)
    assert response.status_code == 400
    assert field in response.json()["error"]["detail"]


# ---- a person ---------------------------------------------------------------------------------------------


def test_handoff_is_stored_once_and_honest(api: Api) -> None:
    first = api.call("POST", "/api/v1/handoff", json={"note": "I am Anna Example"}).json()
    again = api.call("POST", "/api/v1/handoff", json={}).json()
    assert not first["on_duty"]
    assert "Nobody is on duty" in first["message"]["body"]
    assert first["message"]["text"].startswith("If somebody is in danger now")
    assert first["message"]["text"].endswith(DISCLAIMER)
    assert again == first
    assert Handoff.objects.get().note == "I am [name]"
    assert Message.objects.filter(author="desk").count() == 1


# ---- my data ----------------------------------------------------------------------------------------------


def test_my_data_is_everything_of_both(api: Api) -> None:
    reply = api.say("Is it hereditary?").json()["reply"]
    api.call("POST", "/api/v1/feedback", json={"message_id": reply["id"], "thumb": "up"})
    api.call("POST", "/api/v1/handoff", json={"note": "please"})
    response = api.call("GET", "/api/v1/data")
    data = response.json()
    assert "attachment" in response.headers["content-disposition"]
    assert data["conversation"]["id"] == str(_id(api))
    assert [message["author"] for message in data["messages"]] == ["patient", "assistant", "desk"]
    assert data["messages"][1]["understanding"]["understanding"]["subject"] == "lems"
    assert data["messages"][1]["feedback"]["thumb"] == "up"
    assert data["handoff"]["note"] == "please"
    assert data["assistant"]["events"][0]["asked"] == "Is it hereditary?"


def test_my_data_is_a_page_for_browsers(api: Api) -> None:
    api.say("<b>bold</b>")
    page = api.call("GET", "/api/v1/data", headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    assert "&lt;b&gt;bold" in page.text
    assert "<b>bold" not in page.text


def test_page_opens_without_the_token_and_offers_the_file(api: Api) -> None:
    api.say("Is it hereditary?")
    address = api.call("GET", "/api/v1/data").json()["page_url"]
    path = address.removeprefix("http://127.0.0.1:8000")
    page = api.http.get(path)
    assert page.status_code == 200
    assert "Is it hereditary?" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert api.http.get(f"{path}my-conversation.json").json()["messages"]


@pytest.mark.parametrize("token", ["nonsense", "{chat}"])
def test_page_with_another_token_says_nothing(api: Api, token: str) -> None:
    api.say("Is it hereditary?")
    for path in ("", "my-conversation.json"):
        page = api.http.get(f"/my-data/{token.format(chat=api.token)}/{path}")
        assert page.status_code == 404
        assert "hereditary" not in page.text


# ---- forget me --------------------------------------------------------------------------------------------


def test_forgetting_erases_desk_and_assistant_and_leaves_a_line_without_content(api: Api) -> None:
    reply = api.say("A secret question").json()["reply"]
    api.call("POST", "/api/v1/feedback", json={"message_id": reply["id"], "thumb": "up"})
    api.call("POST", "/api/v1/handoff", json={"note": "A secret note"})
    conversation = _id(api)
    response = api.call("DELETE", "/api/v1/conversation")
    assert response.json() == {"desk": "erased", "assistant": "erased"}
    for model in (Conversation, Message, Feedback, Handoff, Erasure):
        assert not model.objects.exists()
    line = AuditLine.objects.get()
    assert (line.event, line.origin, line.messages) == ("conversation.erased", "patient", 3)
    assert line.subject == audit_subject(conversation)
    assert str(conversation) not in str(vars(line))
    assert "secret" not in str(vars(line))
    assert api.call("GET", "/api/v1/messages").status_code == 410


def test_assistant_has_forgotten_too(live: Stack, api: Api) -> None:
    api.say("A secret question")
    tracker = f"{live.environment['LEMS_ASSISTANT_URL']}/webhooks/desk/conversations/{_id(api)}"
    headers = {"X-Desk-Secret": live.environment["LEMS_DESK_SECRET"]}
    assert httpx.get(tracker, headers=headers).status_code == 200
    api.call("DELETE", "/api/v1/conversation")
    assert httpx.get(tracker, headers=headers).status_code == 404


def test_forgetting_during_a_delivery_leaves_the_assistant_for_later(api: Api) -> None:
    api.say("slow 6")
    assert api.call("DELETE", "/api/v1/conversation").json() == {"desk": "erased", "assistant": "pending"}
    assert Erasure.objects.get().sender_id == _id(api)
    until(lambda: not Message.objects.exists(), what="the end of the delivery", seconds=60)


# ---- what actions/ ask for --------------------------------------------------------------------------------


def test_actions_store_handoff_and_feedback_without_personal_details(live: Stack, api: Api) -> None:
    base = f"{live.internal_url}/internal/conversations/{_id(api)}"
    body = {"message": "a person please, 07700 900123"}
    assert httpx.post(f"{base}/handoff", headers=INTERNAL, json=body).json()["result"] == "stored"
    assert httpx.post(f"{base}/feedback", headers=INTERNAL, json={"text": "good"}).json() == {"result": "stored"}
    assert Handoff.objects.get().note == "a person please, [phone number]"
    assert Feedback.objects.get().comment == "good"


def test_actions_get_a_link_to_my_data(live: Stack, api: Api) -> None:
    api.say("Is it hereditary?")
    address = httpx.get(f"{live.internal_url}/internal/conversations/{_id(api)}/data-link", headers=INTERNAL).json()
    found = re.fullmatch(r"http://127\.0\.0\.1:8000(/my-data/[^/]+/)", address["url"])
    assert found
    assert "Is it hereditary?" in api.http.get(found[1]).text


def test_confirmed_forgetting_closes_the_conversation_after_the_reply(live: Stack, api: Api) -> None:
    api.say("delete my data")
    url = f"{live.internal_url}/internal/conversations/{_id(api)}/forget"
    assert httpx.post(url, headers=INTERNAL, json={}).json() == {"result": "forgotten"}
    sent = api.say("more")
    assert sent.status_code == 410
    assert api.history()["closing"]


def test_reply_of_a_confirmed_forgetting_is_delivered_as_closing(live: Stack, api: Api) -> None:
    url = f"{live.internal_url}/internal/conversations/{_id(api)}/forget"
    with events(api) as stream:
        stream.next("status")
        assert api.say("slow 6").status_code == 202
        httpx.post(url, headers=INTERNAL, json={})
        while stream.next().data["author"] != "assistant":
            continue
    found = Conversation.objects.get()
    assert found.closing_at
    assert (found.closing_at - Message.objects.get(author="assistant").created_at).total_seconds() < 6


def test_actions_of_an_unknown_conversation_are_refused(live: Stack, transactional_db: None) -> None:
    base = f"{live.internal_url}/internal/conversations/{uuid.uuid4()}"
    for name in ("handoff", "feedback", "forget"):
        assert httpx.post(f"{base}/{name}", headers=INTERNAL, json={}).status_code == 410
    assert httpx.get(f"{base}/data-link", headers=INTERNAL).status_code == 410
