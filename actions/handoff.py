"""Somebody wants to talk to a person."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Tracker

from actions.desk import Desk
from actions.request import ServiceRequest


class RequestHuman(ServiceRequest):
    slot = "handoff"
    done = "stored"

    def name(self) -> str:
        return "action_request_human"

    async def ask(self, desk: Desk, tracker: Tracker) -> List[Dict[str, Any]]:
        await desk.call("POST", tracker.sender_id, "handoff", {"message": tracker.latest_message.get("text")})
        return []
