"""The courier and the queue's jobs, with an assistant made of a list."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from chat import tasks
from chat.assistant.client import Assistant
from chat.assistant.protocol import AssistantAway, AssistantRefused, AssistantUnavailable, Health, Question
from chat.assistant.turn import Turn, read_turn
from chat.assistant.watch import Watch
from chat.database import close_pool
from chat.delivery import Courier
from chat.models import Conversation, Erasure, Message
from chat.outcomes import Outcomes
from chat.services.accept import Said, accept
from chat.services.erase import PATIENT, erase
from chat.services.record import Recorded
from stand_in_assistant import make_turn

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _threads() -> Iterator[None]:
    yield
    close_pool()


class Scripted(Assistant):
    """Answers with what the list says: a turn's text or an error."""

    def __init__(self, script: list[str | Exception], *, ready: bool = True) -> None:
        self.asked: list[dict[str, str]] = []
        self._script = script
        self._ready = ready

    async def answer(self, question: Question) -> Turn:
        self.asked.append(question.as_dict())
        step = self._script.pop(0)
        if isinstance(step, Exception):
            raise step
        return read_turn(make_turn(str(question.message), step))

    async def health(self) -> Health:
        return Health(ready=self._ready)


def _deliver(assistant: Assistant, texts: list[str]) -> list[Recorded]:
    conversation = Conversation.objects.create()
    accepted = [accept(conversation.pk, Said(uuid.uuid4().hex, text=text), address="a") for text in texts]
    reported: list[Recorded] = []
    courier = Courier(assistant, Watch(), report=lambda _, __, recorded: reported.append(recorded))
    assert accepted[0].first
    asyncio.run(courier.deliver(conversation.pk, accepted[0].lease, accepted[0].first))
    return reported


def test_courier_delivers_all_that_waits_in_order() -> None:
    assistant = Scripted(["one", "two", "three"])
    reported = _deliver(assistant, ["one", "two", "three"])
    assert [asked["text"] for asked in assistant.asked] == ["one", "two", "three"]
    assert [one.reply is not None for one in reported] == [True] * 3
    assert reported[-1].next is None


def test_courier_stops_where_the_assistant_is_away() -> None:
    assistant = Scripted(["one", AssistantAway("ConnectError")])
    reported = _deliver(assistant, ["one", "two", "three"])
    assert len(assistant.asked) == 2
    assert reported[-1].notice and reported[-1].notice.outcome == "waking_up"
    assert Message.objects.filter(state="waiting").count() == 2


def test_courier_goes_on_after_a_refusal() -> None:
    reported = _deliver(Scripted([AssistantRefused("status 400"), "two"]), ["one", "two"])
    assert reported[0].notice and reported[0].notice.outcome == "undeliverable"
    assert reported[1].reply


def _last_resort() -> AssistantUnavailable:
    return AssistantUnavailable(read_turn(make_turn("id", "unavailable")))


def test_last_resort_of_an_assistant_that_wakes_up_is_no_try() -> None:
    reported = _deliver(Scripted([_last_resort()], ready=False), ["one"])
    assert reported[-1].notice and reported[-1].notice.outcome == "waking_up"
    assert Conversation.objects.get().failures == 0


def test_last_resort_of_a_ready_assistant_is_a_try() -> None:
    reported = _deliver(Scripted([_last_resort()]), ["one"])
    assert reported[-1].notice and reported[-1].notice.outcome == "slow"
    assert Conversation.objects.get().failures == 1


def test_those_who_wait_for_later_messages_are_told_when_a_delivery_stops() -> None:
    async def run() -> tuple[Any, Any, bool]:
        outcomes = Outcomes()
        conversation, first, second = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
        with (
            outcomes.expect(conversation, first) as one,
            outcomes.expect(conversation, second) as two,
            outcomes.expect(uuid.uuid4(), first) as other,
        ):
            outcomes.report(conversation, first, Recorded(next=Message(text="later")))
            await asyncio.sleep(0)
            assert not two.done()
            outcomes.report(conversation, uuid.uuid4(), Recorded())
            return one.result(), two.result(), other.done()

    told, stopped, other = asyncio.run(run())
    assert told.next
    assert stopped == Recorded()
    assert not other


def test_job_of_a_conversation_without_messages_does_nothing() -> None:
    tasks.deliver.func(str(Conversation.objects.create().pk))
    tasks.deliver.func(str(uuid.uuid4()))


def test_job_puts_off_what_the_assistant_cannot_take_now() -> None:
    conversation = Conversation.objects.create()
    accept(conversation.pk, Said("12345678", text="a"), address="a")
    Conversation.objects.update(lease_until=None)
    tasks.deliver.func(str(conversation.pk))
    conversation.refresh_from_db()
    assert conversation.due_at
    assert not conversation.lease_key
    assert Message.objects.get(author="desk").outcome == "waking_up"


def test_job_tries_again_later_to_have_the_assistant_forget() -> None:
    conversation = Conversation.objects.create()
    pk = conversation.pk
    erase(pk, origin=PATIENT)
    tasks.erase_at_assistant.func(str(pk))
    assert Erasure.objects.get().tries == 1
