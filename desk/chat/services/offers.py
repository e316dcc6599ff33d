"""Which suggestions a conversation was offered: a payload is taken only from those."""

from __future__ import annotations

from django.conf import settings

from chat.models import Author, Conversation, Message
from content.library import library

_LOOK_BACK = 50


def suggestions_of(message: Message) -> list[dict[str, str]]:
    messages = message.turn.get("messages") or [{}]
    found: list[dict[str, str]] = messages[0].get("suggestions") or []
    return found


def title_offered(conversation: Conversation, payload: str) -> str | None:
    """The title under which a payload was offered by a reply or by the starters; None where it never was."""
    replies = conversation.messages.filter(author=Author.ASSISTANT).order_by("-place")[:_LOOK_BACK]
    for reply in replies:
        for suggestion in suggestions_of(reply):
            if suggestion["payload"] == payload:
                return suggestion["title"]
    for starter in library(settings.CONTENT_FOLDER).curated.starters:
        if starter.payload == payload:
            return starter.title
    return None


def payload_still_valid(message: Message) -> bool:
    """Whether the assistant will take a patient's pick: only what its own last reply offered.

    An older pick, or a starter before any reply, goes to it by its title, which is a question in plain words.
    """
    last = (
        Message.objects.filter(conversation_id=message.conversation_id, author=Author.ASSISTANT)
        .order_by("-place")
        .first()
    )
    return last is not None and any(suggestion["payload"] == message.payload for suggestion in suggestions_of(last))
