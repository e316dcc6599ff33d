"""Somebody wants to see, or to have deleted, what is stored about them."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from actions.desk import Desk, DeskError
from actions.request import ServiceRequest


class ShowMyData(ServiceRequest):
    slot = "my_data"
    done = "linked"

    def name(self) -> str:
        return "action_show_my_data"

    async def ask(self, desk: Desk, tracker: Tracker) -> List[Dict[str, Any]]:
        answer = await desk.call("GET", tracker.sender_id, "data-link")
        link = answer.get("url")
        if not isinstance(link, str) or not link:
            raise DeskError("the desk gave no link")
        return [SlotSet("my_data_link", link)]


class ForgetMe(ServiceRequest):
    """The desk erases after this turn's reply is delivered, since Rasa saves the conversation after the action."""

    slot = "forget"
    done = "forgotten"

    def name(self) -> str:
        return "action_forget_me"

    async def ask(self, desk: Desk, tracker: Tracker) -> List[Dict[str, Any]]:
        await desk.call("POST", tracker.sender_id, "forget", {})
        return []
