"""A message: of the patient, the assistant, staff, or the desk itself."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from chat.models.conversation import Conversation


class Author(models.TextChoices):
    PATIENT = "patient"
    ASSISTANT = "assistant"
    STAFF = "staff"
    DESK = "desk"


class State(models.TextChoices):
    """Of a patient's message: waiting for its reply, answered, or given up with a word of the desk. Else sent."""

    WAITING = "waiting"
    ANSWERED = "answered"
    FAILED = "failed"
    SENT = "sent"


class Message(models.Model):
    """One message. `place` rises within its conversation in the order in which rows become visible.

    `text` is complete; of assistant and desk it is `body`, then `disclaimer`. `payload`: the suggestion that a patient
    picked. `turn`: the assistant's whole record (turn.md), or what the desk made of its own message: sources,
    suggestions, links. The database refuses a second reply to one message, and a second message with one client id.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="messages")
    place = models.PositiveIntegerField()
    author = models.CharField(max_length=9, choices=Author)
    state = models.CharField(max_length=8, choices=State, default=State.SENT)
    created_at = models.DateTimeField(default=timezone.now)
    text = models.TextField()
    body = models.TextField(blank=True)
    disclaimer = models.TextField(blank=True)
    outcome = models.CharField(max_length=40, blank=True)
    safety = models.CharField(max_length=10, default="none")
    payload = models.CharField(max_length=66, blank=True)
    # Null, not empty: of empty ones the constraint would allow one a conversation.
    client_message_id = models.CharField(max_length=64, null=True)  # noqa: DJ001
    redacted = models.BooleanField(default=False)
    reply_to = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="replies")
    turn = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["conversation", "place"], name="one_message_a_place"),
            models.UniqueConstraint(fields=["conversation", "client_message_id"], name="one_message_a_client_id"),
            models.UniqueConstraint(
                fields=["reply_to"], condition=Q(author=Author.ASSISTANT), name="one_reply_a_message"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.author} {self.place}"
