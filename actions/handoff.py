"""Somebody wants to talk to a person."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from actions.desk import Desk
from actions.request import ServiceRequest

OFF_DUTY = "off_duty"
"""What the slot says where the wish is stored and nobody is there to read it now."""


class RequestHuman(ServiceRequest):
    slot = "handoff"
    done = "stored"

    def name(self) -> str:
        return "action_request_human"

    async def ask(self, desk: Desk, tracker: Tracker) -> List[Dict[str, Any]]:
        answer = await desk.call("POST", tracker.sender_id, "handoff", {"message": tracker.latest_message.get("text")})
        # Nobody must wait for somebody who is not there. A desk that does not say leaves it at `stored`.
        return [SlotSet(self.slot, OFF_DUTY)] if answer.get("on_duty") is False else []
