"""What a patient asks of the people behind the chat: feedback to read, a person to talk to."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from chat.models.conversation import Conversation
from chat.models.message import Message


class Feedback(models.Model):
    """A thumb and a reason for one message; or, said in the chat itself, a comment on the whole conversation."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="feedback")
    message = models.OneToOneField(Message, on_delete=models.CASCADE, null=True, related_name="feedback")
    given_at = models.DateTimeField(default=timezone.now)
    thumb = models.CharField(max_length=4, blank=True)
    reason = models.CharField(max_length=12, blank=True)
    comment = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"feedback {self.thumb}"


class Handoff(models.Model):
    """That the patient would like to talk to a person."""

    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, related_name="handoff")
    requested_at = models.DateTimeField(default=timezone.now)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"handoff of {self.conversation_id}"
