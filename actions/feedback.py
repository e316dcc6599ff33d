"""Somebody says what they think of the answers."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Tracker

from actions.desk import Desk
from actions.request import ServiceRequest


class RecordFeedback(ServiceRequest):
    slot = "feedback"
    done = "stored"

    def name(self) -> str:
        return "action_record_feedback"

    async def ask(self, desk: Desk, tracker: Tracker) -> List[Dict[str, Any]]:
        await desk.call("POST", tracker.sender_id, "feedback", {"text": tracker.latest_message.get("text")})
        return []
