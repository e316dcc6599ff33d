"""Stored rows in the shape of openapi.yaml."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist

from chat.models import Author, Feedback, Message
from chat.sending import Sent
from content.library import library


def present_message(message: Message) -> dict[str, Any]:
    """Schema Message."""
    shown = (message.turn.get("messages") or [{}])[0]
    return {
        "id": str(message.id),
        "cursor": message.place,
        "author": message.author,
        "created_at": message.created_at.isoformat(),
        "text": message.text,
        "body": message.body,
        "disclaimer": message.disclaimer,
        "outcome": message.outcome,
        "safety": message.safety,
        "sources": [_source(source) for source in shown.get("sources") or []],
        "suggestions": [
            {"title": suggestion["title"], "payload": suggestion["payload"]}
            for suggestion in shown.get("suggestions") or []
        ],
        "links": [{"title": link["title"], "url": link["url"]} for link in shown.get("links") or []],
        "reply_to": str(message.reply_to_id) if message.reply_to_id else None,
        "client_message_id": message.client_message_id,
        "state": message.state,
        "redacted": message.redacted,
        "feedback": _feedback_of(message),
    }


def present_sent(sent: Sent) -> dict[str, Any]:
    """Schema Sent."""
    recorded = sent.recorded
    return {
        "message": present_message(sent.message),
        "reply": present_message(recorded.reply) if recorded.reply else None,
        "notice": present_message(recorded.notice) if recorded.notice else None,
        "closing": recorded.closing,
    }


def present_feedback(feedback: Feedback) -> dict[str, Any]:
    """Schema Feedback."""
    return {
        "message_id": str(feedback.message_id),
        "thumb": feedback.thumb,
        "reason": feedback.reason or None,
        "comment": feedback.comment,
    }


def _source(source: dict[str, Any]) -> dict[str, str]:
    reviewed = library(settings.CONTENT_FOLDER).reviewed.get(source["text"])
    return {
        "text": source["text"],
        "section": source["section"],
        "updated": source["updated"],
        "title": reviewed.title if reviewed else source["text"],
    }


def _feedback_of(message: Message) -> dict[str, Any] | None:
    """Read with the message where there can be one (select_related), so that this costs no query."""
    if message.author != Author.ASSISTANT or "feedback" not in message._state.fields_cache:
        return None
    try:
        return present_feedback(message.feedback)
    except ObjectDoesNotExist:
        return None
