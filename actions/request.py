"""What the four service requests share: ask the desk, put what came of it into a slot."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.desk import NO_DESK, Desk, DeskError

logger = logging.getLogger(__name__)


class ServiceRequest(Action, ABC):
    """A request to the desk; abstract, so that the SDK does not register it.

    The slot stays `pending` where the desk fails; the reply is then the apology.
    """

    slot: str
    done: str

    @abstractmethod
    async def ask(self, desk: Desk, tracker: Tracker) -> List[Dict[str, Any]]:
        """Calls the desk and returns further slot events."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[Dict[str, Any]]:
        desk = Desk.from_environment()
        if desk is None:
            return [SlotSet(self.slot, NO_DESK)]
        try:
            further = await self.ask(desk, tracker)
        except DeskError as problem:
            logger.warning("desk.failed action=%s reason=%s", self.name(), problem)
            return [SlotSet(self.slot, "pending")]
        return [SlotSet(self.slot, self.done), *further]
