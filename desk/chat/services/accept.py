"""Accepting a patient's message: stored before anything else happens with it, once a client id."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from chat.addresses import digest
from chat.limits import take
from chat.models import Author, Conversation, Message, State
from chat.services.lease import grant, oldest_waiting
from chat.services.locking import ConversationGone, locked, next_place
from chat.services.offers import title_offered


class ClientIdReused(Exception):
    """The client id came before, with another content."""


class PayloadNotOffered(Exception):
    """This conversation was never offered that suggestion."""


@dataclass(frozen=True)
class Said:
    """What a patient sends, personal details already taken out. Either `text` or `payload`."""

    client_message_id: str
    text: str = ""
    payload: str = ""
    redacted: bool = False


@dataclass(frozen=True)
class Accepted:
    """`lease` is empty where another process delivers this conversation at present, or nothing is to be delivered.
    `first`: the message to deliver first, which is an older one where some still wait."""

    message: Message
    lease: str = ""
    first: Message | None = None


@transaction.atomic
def accept(conversation_id: UUID, said: Said, *, address: str) -> Accepted:
    """Stores the message, or finds the one that came with this client id before.

    Raises:
        ConversationGone: erased, or the patient has confirmed that it shall be.
        ClientIdReused, PayloadNotOffered, TooMany: nothing was stored.
    """
    conversation = locked(conversation_id)
    known = conversation.messages.filter(client_message_id=said.client_message_id).first()
    if known:
        if (known.payload, "" if known.payload else known.text) != (said.payload, said.text):
            raise ClientIdReused
        return Accepted(known)
    if conversation.closing_at:
        raise ConversationGone
    text = title_offered(conversation, said.payload) if said.payload else said.text
    if text is None:
        raise PayloadNotOffered
    take(
        {
            digest(conversation_id.hex, purpose="messages-conversation"): settings.LIMIT_CONVERSATION,
            digest(address, purpose="messages-address"): settings.LIMIT_ADDRESS,
        }
    )
    message = Message(
        conversation=conversation,
        place=next_place(conversation),
        author=Author.PATIENT,
        state=State.WAITING,
        text=text,
        body=text,
        payload=said.payload,
        client_message_id=said.client_message_id,
        redacted=said.redacted,
    )
    others_wait = conversation.due_at is not None
    lease = grant(conversation)
    first = None
    if lease:
        first = (oldest_waiting(conversation_id) if others_wait else None) or message
    message.save(force_insert=True)
    _save(conversation)
    return Accepted(message, lease, first)


def _save(conversation: Conversation) -> None:
    if conversation.due_at is None:
        conversation.due_at = conversation.lease_until
    # Not by the model's save, which costs twice as much; this is on the way of every message.
    Conversation.objects.filter(pk=conversation.pk).update(
        last_place=conversation.last_place,
        active_at=timezone.now(),
        due_at=conversation.due_at,
        lease_key=conversation.lease_key,
        lease_until=conversation.lease_until,
    )
