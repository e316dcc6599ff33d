"""Sending messages and reading them again."""

from __future__ import annotations

import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from api import Api
from chat.models import Bucket, Conversation, Message
from processes import until
from stand_in_assistant import DISCLAIMER


def test_message_is_answered_in_the_same_response(api: Api) -> None:
    response = api.say("Is it hereditary?")
    assert response.status_code == 200
    sent = response.json()
    assert sent["message"]["state"] == "answered"
    assert sent["reply"]["author"] == "assistant"
    assert sent["reply"]["reply_to"] == sent["message"]["id"]
    assert sent["reply"]["text"].count(DISCLAIMER) == 1
    assert sent["reply"]["sources"][0]["title"] == "Causes of Lambert-Eaton myasthenic syndrome"
    assert sent["notice"] is None


def test_repeated_client_id_gives_the_first_answer_and_stores_nothing(api: Api) -> None:
    first = api.say("Is it hereditary?", client_message_id="same-id-1").json()
    again = api.say("Is it hereditary?", client_message_id="same-id-1")
    assert again.status_code == 200
    assert again.json()["message"]["id"] == first["message"]["id"]
    assert again.json()["reply"]["id"] == first["reply"]["id"]
    assert Message.objects.count() == 2


def test_repeats_at_the_same_time_are_processed_once(api: Api) -> None:
    with ThreadPoolExecutor(8) as pool:
        sent = list(pool.map(lambda _: api.say("slow 0.3", client_message_id="same-id-2"), range(8)))
    assert {response.status_code for response in sent} == {200}
    assert len({response.json()["reply"]["id"] for response in sent}) == 1
    assert Message.objects.count() == 2


def test_client_id_with_another_content_is_refused(api: Api) -> None:
    api.say("Is it hereditary?", client_message_id="same-id-3")
    response = api.say("What causes it?", client_message_id="same-id-3")
    assert response.status_code == 409
    assert response.json()["error"]["code"] == "client_message_id_reused"


def test_same_client_id_in_two_conversations_is_no_repeat(api: Api) -> None:
    api.say("Is it hereditary?", client_message_id="same-id-4")
    other = Api(api.url).start()
    assert other.say("What causes it?", client_message_id="same-id-4").status_code == 200
    other.close()


def test_suggestion_of_the_last_reply_is_taken(api: Api) -> None:
    api.say("Is it hereditary?")
    sent = api.pick("/hla_types").json()
    assert sent["message"]["text"] == "What are HLA types?"
    assert sent["reply"]["body"] == "You asked: /hla_types"


def test_older_suggestion_reaches_the_assistant_by_its_title(api: Api) -> None:
    api.say("unclear")
    api.say("Is it hereditary?")
    sent = api.pick("/cause").json()
    assert sent["reply"]["body"] == "You asked: What causes LEMS?"


def test_starter_reaches_the_assistant_by_its_title(api: Api) -> None:
    starter = api.call("GET", "/api/v1/status").json()["starters"][0]
    sent = api.pick(starter["payload"]).json()
    assert sent["message"]["text"] == starter["title"]
    assert sent["reply"]["body"] == f"You asked: {starter['title']}"


def test_suggestion_that_was_never_offered_is_refused(api: Api) -> None:
    response = api.pick("/forget_me")
    assert response.status_code == 422
    assert not Message.objects.exists()


def test_suggestion_of_another_conversation_is_refused(api: Api) -> None:
    other = Api(api.url).start()
    other.say("unclear")
    assert api.pick("/none_of_these").status_code == 422
    other.close()


def test_history_has_all_messages_in_order_and_in_pages(api: Api) -> None:
    for number in range(3):
        api.say(f"question {number}")
    everything = api.history()
    assert [message["cursor"] for message in everything["messages"]] == [1, 2, 3, 4, 5, 6]
    assert not everything["more"]
    page = api.history(after=2, limit=3)
    assert [message["cursor"] for message in page["messages"]] == [3, 4, 5]
    assert page["more"]
    assert page["cursor"] == 5
    assert api.history(after=6)["cursor"] == 6


def test_personal_details_are_neither_stored_nor_sent_on(api: Api) -> None:
    sent = api.say("My name is Anna Example, mail anna@example.org, is it hereditary?").json()
    assert sent["message"]["redacted"]
    assert "example.org" not in sent["reply"]["body"]
    assert "Anna" not in sent["reply"]["body"]
    stored = " ".join(Message.objects.values_list("text", flat=True))
    assert "example.org" not in stored
    assert "Anna" not in stored


def test_redacted_message_may_be_sent_again(api: Api) -> None:
    first = api.say("I am Anna Example", client_message_id="same-id-5")
    assert api.say("I am Anna Example", client_message_id="same-id-5").json() == first.json()


def test_slow_reply_is_promised_and_comes_later(api: Api) -> None:
    response = api.say("slow 6")
    assert response.status_code == 202
    sent = response.json()
    assert sent["reply"] is None
    assert sent["notice"]["outcome"] == "slow"
    assert sent["notice"]["text"].startswith("If somebody is in danger now, call 112, 911 or 999.")
    assert sent["notice"]["text"].endswith(DISCLAIMER)
    until(lambda: api.history()["messages"][-1]["author"] == "assistant", what="the reply")
    again = api.say("slow 6", client_message_id=sent["message"]["client_message_id"])
    assert again.status_code == 200
    assert again.json()["reply"]["reply_to"] == sent["message"]["id"]


def test_messages_of_one_conversation_are_answered_in_their_order(api: Api) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(api.say, ["slow 0.4", "one", "two", "three"]))
    messages = api.history()["messages"]
    asked = [message["id"] for message in messages if message["author"] == "patient"]
    answered = [message["reply_to"] for message in messages if message["author"] == "assistant"]
    assert answered == asked


def test_message_that_the_assistant_refuses_is_told_of(api: Api) -> None:
    sent = api.say("refuse").json()
    assert sent["message"]["state"] == "failed"
    assert sent["notice"]["outcome"] == "undeliverable"
    assert api.say("Is it hereditary?").status_code == 200


def test_emergency_carries_its_links(api: Api) -> None:
    reply = api.say("emergency").json()["reply"]
    assert reply["safety"] == "emergency"
    assert reply["links"] == [{"title": "Call 112", "url": "tel:112"}]


def test_hostile_reply_stays_text_and_loses_its_script_link(api: Api) -> None:
    reply = api.say("hostile").json()["reply"]
    assert reply["body"].startswith("<img src=x")
    assert [link["url"] for link in reply["links"]] == ["https://example.org/"]


def test_text_is_cleaned_of_what_cannot_be_seen(api: Api) -> None:
    sent = api.say("  is\u200b it \x07hereditary?\r\n ").json()
    assert sent["message"]["text"] == "is it hereditary?"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "client_message_id"),
        ({"client_message_id": "short", "text": "a"}, "client_message_id"),
        ({"client_message_id": "x" * 65, "text": "a"}, "client_message_id"),
        ({"client_message_id": 12345678, "text": "a"}, "client_message_id"),
        ({"client_message_id": "12345678"}, "text"),
        ({"client_message_id": "12345678", "text": "a", "payload": "/b"}, "text"),
        ({"client_message_id": "12345678", "text": " \n "}, "text"),
        ({"client_message_id": "12345678", "text": ["a"]}, "text"),
        ({"client_message_id": "12345678", "payload": "no slash"}, "payload"),
        ({"client_message_id": "12345678", "text": "a", "sender_id": "me"}, "field"),
    ],
)
def test_body_that_cannot_be_read_is_refused_by_field(api: Api, body: dict[str, object], field: str) -> None:
    response = api.call("POST", "/api/v1/messages", json=body)
    assert response.status_code == 400
    assert field in response.json()["error"]["detail"]
    assert not Message.objects.exists()


@pytest.mark.parametrize("content", ["{", "[]", '"text"', "\xff", "[" * 5000])
def test_body_that_is_no_object_is_refused(api: Api, content: str) -> None:
    response = api.call("POST", "/api/v1/messages", content=content.encode("latin1"))
    assert response.status_code == 400


@pytest.mark.parametrize(
    "query", [{"after": "-1"}, {"after": "x"}, {"limit": "0"}, {"limit": "201"}, {"after": "9" * 30}]
)
def test_query_out_of_bounds_is_refused(api: Api, query: dict[str, str]) -> None:
    assert api.call("GET", "/api/v1/messages", params=query).status_code == 400


def test_text_over_the_limit_is_refused_with_the_safety_line(api: Api) -> None:
    response = api.say("a" * 1001)
    assert response.status_code == 413
    assert response.json()["error"]["limit"] == 1000
    assert response.json()["message"]["text"].startswith("If somebody is in danger now")
    assert api.say("a" * 1000).status_code == 200


def test_body_far_too_large_is_refused_before_it_is_read(api: Api) -> None:
    response = api.say("a" * 100_000)
    assert response.status_code == 413
    assert response.json()["error"]["code"] == "body_too_large"


def test_more_messages_than_the_limit_are_refused_with_the_safety_line(api: Api) -> None:
    api.say("question")
    # As if all of the rate had just been used: the machine may be too slow to use it up.
    Bucket.objects.update(used_until=time.time() + 3600)
    response = api.say("another")
    assert response.status_code == 429
    assert int(response.headers["retry-after"]) > 3000
    body = response.json()
    assert body["message"]["text"].startswith("If somebody is in danger now, call 112, 911 or 999. If you think of")
    assert body["message"]["text"].endswith(DISCLAIMER)
    assert Message.objects.filter(author="patient").count() == 1


def test_repeat_of_a_stored_message_is_answered_beyond_the_limit(api: Api) -> None:
    first = api.say("question", client_message_id="same-id-6")
    Bucket.objects.update(used_until=9e12)
    assert api.say("another").status_code == 429
    assert api.say("question", client_message_id="same-id-6").json() == first.json()


def test_addresses_are_not_stored(api: Api) -> None:
    api.say("question")
    assert not any("127.0.0.1" in key for key in Bucket.objects.values_list("key", flat=True))


def test_message_of_an_erased_conversation_is_gone(api: Api) -> None:
    Conversation.objects.all().delete()
    response = api.say("question", client_message_id=uuid.uuid4().hex)
    assert response.status_code == 410
    assert response.json()["error"]["code"] == "conversation_gone"
