"""The jobs of the queue. Each may run twice or be cut off at any point: what is to be done stands in its own rows,
and a job only says that it is time to look at them."""

from __future__ import annotations

import logging
from uuid import UUID

from django.tasks import task

from chat.assistant.protocol import Trouble
from chat.bridge import run_async
from chat.database import in_database
from chat.running import running
from chat.services.erase import CHAT, assistant_erased, assistant_not_erased, erase
from chat.services.lease import claim
from chat.services.locking import ConversationGone
from chat.services.retention import erase_old, tidy

logger = logging.getLogger("desk.tasks")


@task
def deliver(conversation_id: str) -> None:
    """Delivers what waits in a conversation, unless somebody else does."""
    run_async(_deliver(UUID(conversation_id)))


@task
def erase_closed(conversation_id: str) -> None:
    """Erases a conversation whose patient confirmed that in the chat."""
    try:
        erase(UUID(conversation_id), origin=CHAT)
    except ConversationGone:
        return


@task
def erase_at_assistant(sender_id: str) -> None:
    """Has the assistant forget a conversation that the desk has erased; tried again until it has."""
    run_async(_erase_at_assistant(UUID(sender_id)))


@task
def retention() -> None:
    """Erases what is older than it may be, and tidies up."""
    erased = erase_old()
    tidy()
    logger.info("retention.done", extra={"conversations": erased})


async def _deliver(conversation_id: UUID) -> None:
    claimed = await in_database(claim, conversation_id)
    if claimed is None:
        return
    try:
        await running().courier.deliver(conversation_id, *claimed)
    except ConversationGone:
        return


async def _erase_at_assistant(sender_id: UUID) -> None:
    try:
        await running().assistant.erase(sender_id)
    except Trouble as trouble:
        logger.warning("erasure.put_off", extra={"error": type(trouble).__name__})
        await in_database(assistant_not_erased, sender_id)
        return
    await in_database(assistant_erased, sender_id)
