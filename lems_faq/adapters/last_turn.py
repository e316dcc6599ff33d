"""What the tracker knows of the bot's last reply."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker

TURN = "turn"
"""Where a bot event keeps its turn record, in its metadata."""


def turn_of(event: BotUttered) -> Dict[str, Any] | None:
    """The turn record of a bot event, None where it is not one of this assistant's."""
    return (event.metadata or {}).get(TURN)


def offered(tracker: DialogueStateTracker) -> List[Dict[str, str]]:
    """The suggestions of the last reply, in the order in which they were shown."""
    for event in reversed(tracker.events):
        if isinstance(event, BotUttered):
            turn = turn_of(event)
            return turn["messages"][0]["suggestions"] if turn else []
    return []
