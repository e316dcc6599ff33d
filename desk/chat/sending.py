"""Sending one message: accept it, have it delivered, and wait for the reply for as long as a patient would."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from chat.database import in_database
from chat.models import Message
from chat.running import running
from chat.services.accept import Accepted, Said, accept
from chat.services.history import settled
from chat.services.lease import claim
from chat.services.record import Recorded, note_slowness

_LOOK_EVERY = 0.25


@dataclass(frozen=True)
class Sent:
    """A stored message, and what has become of it so far."""

    message: Message
    recorded: Recorded


async def send(conversation_id: UUID, said: Said, *, address: str) -> Sent:
    """Returns when the message is answered, given up or put off, or has waited for its time.

    Raises:
        ConversationGone, ClientIdReused, PayloadNotOffered, TooMany
    """
    accepted = await in_database(accept, conversation_id, said, address=address)
    return Sent(accepted.message, await _outcome(conversation_id, accepted))


async def _outcome(conversation_id: UUID, accepted: Accepted) -> Recorded:
    here = running()
    message = accepted.message
    deadline = time.monotonic() + settings.REPLY_WAIT
    with here.outcomes.expect(conversation_id, message.id) as future:
        delivery: asyncio.Task[None] | None = None
        if accepted.first:
            delivery = here.start_delivery(conversation_id, accepted.lease, accepted.first)
        elif found := await in_database(settled, message.id):
            return found
        while (left := deadline - time.monotonic()) > 0:
            # While another process delivers, its word can only be read from the database.
            at_work_here = delivery is not None and not delivery.done()
            await asyncio.wait({future}, timeout=left if at_work_here else min(left, _LOOK_EVERY))
            if future.done() and (future.result().reply or future.result().notice):
                return future.result()
            if found := await in_database(settled, message.id):
                return found
            if future.done():
                return future.result()
            if not at_work_here and (claimed := await in_database(claim, conversation_id)):
                delivery = here.start_delivery(conversation_id, *claimed)
    return await in_database(note_slowness, conversation_id, message.id)
