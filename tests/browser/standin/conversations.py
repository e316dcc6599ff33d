"""The stand-in's state: conversations in memory, and an assistant that can be stopped."""

from __future__ import annotations

import re
import secrets
import threading
import time
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from .answers import ALL_LINKS, REASONS, SAFETY_LINE, STARTERS, Answers

TEXT_LIMIT = 1000
LIFETIME = timedelta(days=30)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_WAKING_UP = "I am waking up. Your question is kept, and I answer it as soon as I am ready."
_NOBODY = (
    "I have passed on that you would like to talk to a person. Nobody is on duty right now. For anything medical, "
    "please ask your doctor."
)


_BLANK: dict[str, Any] = {
    "disclaimer": "",
    "outcome": "",
    "safety": "none",
    "sources": (),
    "suggestions": (),
    "links": (),
    "reply_to": None,
    "client_message_id": None,
    "state": "sent",
    "redacted": False,
    "feedback": None,
}
"""A message of which nothing is said."""


class Refused(Exception):
    """A call that is refused, with the status and the code of the API."""

    def __init__(self, status: int, code: str, **error: Any) -> None:
        super().__init__(code)
        self.status = status
        self.error = {"code": code, "detail": f"Refused with {code}.", **error}


@dataclass
class Conversation:
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    messages: list[dict[str, Any]] = field(default_factory=list)
    told: bool = False
    handoff: dict[str, Any] | None = None
    erased: bool = False


class Book:
    """All conversations. Every change wakes up the streams that wait on `changed`."""

    def __init__(self) -> None:
        self.answers = Answers()
        self.changed = threading.Condition()
        self.conversations: dict[str, Conversation] = {}
        self.assistant = "ready"
        self.delay = 0.0
        self.posts = 0

    def status(self) -> dict[str, Any]:
        answers = self.answers
        return {
            "assistant": self.assistant,
            "notice": None if self.assistant == "ready" else answers.notice(_WAKING_UP),
            "safety": {"line": SAFETY_LINE, "links": ALL_LINKS},
            "disclaimer": answers.source.disclaimer,
            "retention_days": LIFETIME.days,
            "text_limit": TEXT_LIMIT,
            "starters": [answers.suggestion(name) for name in STARTERS],
            "feedback_reasons": REASONS,
            "faq_url": "/faq/",
            "source": {"title": answers.source.title, "updated": answers.source.updated},
        }

    def start(self) -> dict[str, Any]:
        token = secrets.token_urlsafe(24)
        with self.changed:
            self.conversations[token] = Conversation()
        return {**self._token(token), "cursor": 0}

    def renew(self, token: str) -> dict[str, Any]:
        with self.changed:
            conversation = self.of(token)
            fresh = secrets.token_urlsafe(24)
            self.conversations[fresh] = conversation
        return self._token(fresh)

    def of(self, token: str | None) -> Conversation:
        if not token:
            raise Refused(401, "token_missing")
        if token not in self.conversations:
            raise Refused(401, "token_invalid")
        if self.conversations[token].erased:
            raise Refused(410, "conversation_gone")
        return self.conversations[token]

    def send(self, token: str | None, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Status and `Sent`."""
        with self.changed:
            self.posts += 1
            conversation = self.of(token)
            client_id, text, payload = body["client_message_id"], body.get("text", ""), body.get("payload")
            known = next((m for m in conversation.messages if m["client_message_id"] == client_id), None)
            if known is None:
                if len(text) > TEXT_LIMIT:
                    raise Refused(413, "text_too_long", limit=TEXT_LIMIT)
                shown = text if payload is None else self.answers.suggestion(payload.removeprefix("/"))["title"]
                known = self._patient(conversation, client_id, shown, payload)
        if self.assistant == "ready":
            time.sleep(self.delay)
        with self.changed:
            if self.assistant == "ready":
                self._answer(conversation, known)
            reply = next(
                (m for m in conversation.messages if m["reply_to"] == known["id"] and m["author"] != "desk"), None
            )
            notice = None
            if reply is None and not conversation.told:
                conversation.told = True
                notice = self._desk(conversation, _WAKING_UP, "waking_up")
            sent = {"message": self.public(known), "reply": reply, "notice": notice, "closing": False}
            return (202 if reply is None else 200), sent

    def history(self, token: str | None, after: int) -> dict[str, Any]:
        with self.changed:
            messages = [self.public(m) for m in self.of(token).messages if m["cursor"] > after]
        cursor = messages[-1]["cursor"] if messages else after
        return {"messages": messages, "cursor": cursor, "more": False, "closing": False}

    def feedback(self, token: str | None, body: dict[str, Any]) -> dict[str, Any]:
        with self.changed:
            for message in self.of(token).messages:
                if message["id"] == body["message_id"] and message["author"] == "assistant":
                    feedback: dict[str, Any] = {"reason": None, "comment": "", **body}
                    message["feedback"] = feedback
                    return feedback
        raise Refused(404, "message_unknown")

    def handoff(self, token: str | None) -> dict[str, Any]:
        with self.changed:
            conversation = self.of(token)
            if conversation.handoff is None:
                message = self._desk(conversation, _NOBODY, "human_handoff")
                conversation.handoff = {"on_duty": False, "message": message}
            return conversation.handoff

    def data(self, token: str | None) -> dict[str, Any]:
        with self.changed:
            conversation = self.of(token)
            now = datetime.now(UTC).isoformat()
            times = {
                "started_at": now,
                "last_active_at": now,
                "erased_after": (datetime.now(UTC) + LIFETIME).isoformat(),
            }
            return {
                "conversation": {"id": conversation.id, **times},
                "messages": [{**self.public(m), "understanding": {}} for m in conversation.messages],
                "handoff": None,
                "assistant": None,
                "page_url": f"/data/{conversation.id}",
            }

    def forget(self, token: str | None) -> dict[str, Any]:
        with self.changed:
            conversation = self.of(token)
            conversation.erased = True
            conversation.messages.clear()
            self.changed.notify_all()
        return {"desk": "erased", "assistant": "erased"}

    def staff_says(self, text: str) -> None:
        """A person writes into the conversation that was started last."""
        with self.changed:
            conversation = list(self.conversations.values())[-1]
            self._add(conversation, author="staff", text=text, body=text)

    def set_assistant(self, state: str) -> None:
        """`ready` answers what waits."""
        with self.changed:
            self.assistant = state
            for conversation in {id(c): c for c in self.conversations.values()}.values():
                if state == "ready":
                    conversation.told = False
                    for message in [m for m in conversation.messages if m["state"] == "waiting"]:
                        self._answer(conversation, message)
            self.changed.notify_all()

    @staticmethod
    def public(message: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in message.items() if name != "payload"}

    def _answer(self, conversation: Conversation, message: dict[str, Any]) -> None:
        if message["state"] == "waiting":
            message["state"] = "answered"
            reply = self.answers.reply(message["body"], message["payload"])
            self._add(conversation, author="assistant", reply_to=message["id"], **reply)

    def _patient(self, conversation: Conversation, client_id: str, text: str, payload: str | None) -> dict[str, Any]:
        clean = _EMAIL.sub("[e-mail address]", text)
        words = {"text": clean, "body": clean, "redacted": clean != text, "payload": payload}
        return self._add(conversation, author="patient", client_message_id=client_id, state="waiting", **words)

    def _desk(self, conversation: Conversation, text: str, outcome: str) -> dict[str, Any]:
        return self._add(conversation, author="desk", outcome=outcome, **self.answers.notice(text))

    def _add(self, conversation: Conversation, **fields: Any) -> dict[str, Any]:
        message = {
            "id": str(uuid.uuid4()),
            "cursor": len(conversation.messages) + 1,
            "created_at": datetime.now(UTC).isoformat(),
            **_BLANK,
            **fields,
        }
        conversation.messages.append(message)
        self.changed.notify_all()
        return message

    @staticmethod
    def _token(token: str) -> dict[str, Any]:
        return {"token": token, "expires_at": (datetime.now(UTC) + LIFETIME).isoformat()}
