"""The event stream: nothing lost, nothing twice, whichever process writes."""

from __future__ import annotations

import time
import uuid

import httpx
import pytest

from api import Api, events
from chat.models import Conversation
from chat.services.erase import PATIENT, erase
from chat.services.staff import say
from chat.tokens import read_chat_token
from processes import Stack


def _id(api: Api) -> uuid.UUID:
    return read_chat_token(api.token)[0]


def test_stream_begins_after_the_cursor(api: Api) -> None:
    api.say("one")
    api.say("two")
    with events(api, after=2) as stream:
        assert [stream.next().id for _ in range(2)] == [3, 4]
    with events(api) as stream:
        assert [stream.next().id for _ in range(4)] == [1, 2, 3, 4]


def test_stream_says_how_the_assistant_is(api: Api) -> None:
    with events(api) as stream:
        assert stream.next("status").data == {"assistant": "ready"}


def test_reply_comes_by_the_stream_too(api: Api) -> None:
    with events(api) as stream:
        sent = api.say("question").json()
        assert stream.next().data["id"] == sent["message"]["id"]
        assert stream.next().data == sent["reply"]


def test_late_reply_comes_within_two_seconds(api: Api) -> None:
    with events(api) as stream:
        assert api.say("slow 6").status_code == 202
        assert [stream.next().data["author"] for _ in range(3)] == ["patient", "desk", "assistant"]


def test_staff_message_of_another_process_comes_within_two_seconds(api: Api) -> None:
    with events(api) as stream:
        stream.next("status")
        started = time.monotonic()
        say(_id(api), "Hello from a person.")
        event = stream.next()
        assert time.monotonic() - started < 2
        assert event.data["author"] == "staff"
        assert event.data["body"] == "Hello from a person."
        assert event.data["disclaimer"] == ""


def test_reconnecting_loses_and_repeats_nothing_across_two_processes(live: Stack, api: Api) -> None:
    server, url = live.desk()
    other = Api(url, api.token)
    seen: list[int] = []
    try:
        for number in range(12):
            say(_id(api), f"message {number}")
            with events(api if number % 2 else other, after=seen[-1] if seen else 0) as stream:
                for _ in range(1 if number % 3 else 0):
                    seen.append(stream.next().id or 0)
        with events(other, after=seen[-1]) as stream:
            while len(seen) < 12:
                seen.append(stream.next().id or 0)
    finally:
        other.close()
        server.stop()
    assert seen == list(range(1, 13))


def test_message_sent_at_one_process_streams_from_the_other(live: Stack, api: Api) -> None:
    server, url = live.desk()
    other = Api(url, api.token)
    try:
        with events(other) as stream:
            stream.next("status")
            sent = api.say("question").json()
            assert stream.next(seconds=2).data["id"] == sent["message"]["id"]
            assert stream.next(seconds=2).data["id"] == sent["reply"]["id"]
    finally:
        other.close()
        server.stop()


def test_erasing_ends_the_stream(api: Api) -> None:
    with events(api) as stream:
        stream.next("status")
        erase(_id(api), origin=PATIENT)
        assert stream.rest()[-1].name == "erased"


def test_stopping_the_desk_says_goodbye(live: Stack, api: Api) -> None:
    server, url = live.desk()
    with events(Api(url, api.token)) as stream:
        stream.next("status")
        started = time.monotonic()
        assert server.stop() in (0, -15)
        assert stream.rest()[-1].data == {"reason": "shutdown"}
        assert time.monotonic() - started < 10


def test_last_event_id_is_a_cursor_too(api: Api) -> None:
    api.say("one")
    headers = {"Authorization": f"Bearer {api.token}", "Last-Event-ID": "1"}
    with httpx.stream("GET", f"{api.url}/api/v1/events", headers=headers) as response:
        lines = response.iter_lines()
        assert next(lines) == "id: 2"
        assert response.headers["content-type"] == "text/event-stream"
        assert response.headers["x-accel-buffering"] == "no"


@pytest.mark.parametrize("after", ["-1", "abc", "1.5"])
def test_cursor_that_is_no_number_is_refused(api: Api, after: str) -> None:
    assert api.call("GET", "/api/v1/events", params={"after": after}).status_code == 400


def test_too_many_streams_of_one_conversation_are_refused(api: Api) -> None:
    with events(api) as one, events(api) as two, events(api) as three, events(api) as four:
        for stream in (one, two, three, four):
            stream.next("status")
        assert api.call("GET", "/api/v1/events").status_code == 429


def test_stream_of_an_unknown_conversation_is_gone(api: Api) -> None:
    Conversation.objects.all().delete()
    assert api.call("GET", "/api/v1/events").status_code == 410
