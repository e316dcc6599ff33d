"""Delivery: one conversation's waiting messages to the assistant, in order, under one lease."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from uuid import UUID

from chat.assistant.client import Assistant
from chat.assistant.protocol import AssistantAway, AssistantRefused, AssistantUnavailable, Question, Trouble
from chat.assistant.turn import Turn
from chat.assistant.watch import Watch
from chat.database import in_database
from chat.models import Message
from chat.services.lease import RENEW_AFTER, renew
from chat.services.offers import payload_still_valid
from chat.services.record import Recorded, record_delay, record_refusal, record_turn

logger = logging.getLogger("desk.delivery")

Report = Callable[[UUID, UUID, Recorded], None]


class Courier:
    """Delivers. `report` is told of conversation and message what became of it, as soon as that is stored."""

    def __init__(self, assistant: Assistant, watch: Watch, *, report: Report) -> None:
        self._assistant = assistant
        self._watch = watch
        self._report = report

    async def deliver(self, conversation_id: UUID, lease: str, first: Message) -> None:
        """Delivers until nothing waits or the assistant is in trouble. Whatever happens, each message is either
        answered, told of, or due for another try: the worker looks after what this leaves.

        Raises:
            ConversationGone: erased meanwhile.
        """
        message: Message | None = first
        while message is not None:
            recorded = await self._one(conversation_id, lease, message)
            self._report(conversation_id, message.id, recorded)
            message = recorded.next

    async def _one(self, conversation_id: UUID, lease: str, message: Message) -> Recorded:
        payload = message.payload
        if payload and not await in_database(payload_still_valid, message):
            payload = ""
        question = Question(conversation_id, message.id, text=message.text, payload=payload)
        try:
            turn = await self._ask(question, lease)
        except Trouble as trouble:
            _log(logging.WARNING, "delivery.put_off", message, trouble)
            return await self._put_off(message, await self._judged(trouble), lease)
        except AssistantRefused as refusal:
            _log(logging.ERROR, "delivery.refused", message, refusal)
            return await in_database(record_refusal, conversation_id, message.id, lease=lease)
        self._watch.seen(ready=True)
        return await in_database(record_turn, message, turn, lease=lease)

    async def _judged(self, trouble: Trouble) -> Trouble:
        """A last resort of an assistant that is not ready is none: it will answer when it is."""
        if isinstance(trouble, AssistantUnavailable) and not (await self._assistant.health()).ready:
            return AssistantAway(str(trouble))
        return trouble

    async def _put_off(self, message: Message, trouble: Trouble, lease: str) -> Recorded:
        if not trouble.notice:
            self._watch.seen(ready=False)
        return await in_database(
            record_delay,
            message.conversation_id,
            message.id,
            kind=trouble.notice or self._watch.delay,
            lease=lease,
            tries=trouble.tries,
            last_resort=trouble.turn if isinstance(trouble, AssistantUnavailable) else None,
        )

    async def _ask(self, question: Question, lease: str) -> Turn:
        """The turn, and the lease renewed for as long as it takes."""
        keeping = asyncio.create_task(_keep(question.conversation, lease))
        try:
            return await self._assistant.answer(question)
        finally:
            keeping.cancel()


async def _keep(conversation_id: UUID, lease: str) -> None:
    while True:
        await asyncio.sleep(RENEW_AFTER)
        await in_database(renew, conversation_id, lease)


def _log(level: int, event: str, message: Message, error: Exception) -> None:
    logger.log(level, event, extra={"error": type(error).__name__, "detail": str(error), "message_id": str(message.id)})
