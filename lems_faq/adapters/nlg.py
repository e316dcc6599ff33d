"""Rasa's natural language generator: curated responses composed into one message, with the disclaimer."""

from __future__ import annotations

import logging
from typing import Any, Dict, Optional

from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from lems_faq.adapters.components.keys import DECISION
from lems_faq.adapters.last_turn import TURN
from lems_faq.adapters.patience import limit_action_server
from lems_faq.answers.compose import Question
from lems_faq.answers.curated import PREFIX
from lems_faq.answers.record import content_of, last_resort, parts_of, turn_of
from lems_faq.answers.setup import composer
from lems_faq.turn import Turn
from lems_faq.understanding.labels import DIALOGUE
from lems_faq.understanding.safety_rules import by_rules

logger = logging.getLogger(__name__)


class CuratedNLG(TemplatedNaturalLanguageGenerator):
    """Named in endpoints.yml (`nlg: {type: lems_faq.adapters.nlg.CuratedNLG}`).

    Rasa builds it before it has loaded a model and hands the model's responses to a templated generator only, by
    setting `responses`; hence the base class and the property.
    """

    def __init__(self, endpoint_config: Optional[EndpointConfig] = None, domain: Optional[Domain] = None) -> None:
        limit_action_server()
        self.responses = domain.responses if domain else {}

    @property
    def responses(self) -> Dict[str, Any]:
        return self._responses

    @responses.setter
    def responses(self, responses: Dict[str, Any]) -> None:
        self._responses = responses
        self._composer = composer(responses or None)
        self._content = content_of(self._composer)

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> Optional[Dict[str, Any]]:
        """The message for a response, with the turn record beside its text. Never fails and never returns None."""
        try:
            turn = self._turn(utter_action, tracker)
        except Exception as error:
            logger.error("nlg.failed response=%s error=%s", utter_action, type(error).__name__)
            text = tracker.latest_message.text if tracker.latest_message else ""
            turn = last_resort(self._composer, id=_message_id(tracker), safety=by_rules(text or ""))
        record = turn.as_dict()
        message = turn.messages[0]
        buttons = [{"title": s.title, "payload": s.payload} for s in message.suggestions]
        return {"text": message.text, "buttons": buttons, TURN: record}

    def _turn(self, utter_action: str, tracker: DialogueStateTracker) -> Turn:
        parsed = tracker.latest_message.parse_data if tracker.latest_message else {}
        decision: Dict[str, Any] = parsed.get(DECISION) or {}
        utterance = utter_action[len(PREFIX) :] if utter_action.startswith(PREFIX) else utter_action
        near = [entry["topic"] for entry in decision.get("ranking", ())] or self._composer.curated.topics
        question = Question(
            parts=parts_of(utterance, decision, DIALOGUE),
            conditions=decision.get("conditions", ()),
            near=near,
            safety=decision.get("safety", "none"),
            slots=tracker.current_slot_values(),
        )
        return turn_of(
            self._composer.compose(question),
            id=_message_id(tracker),
            decision=decision,
            model=_model_id(tracker),
            content=self._content,
        )


def _message_id(tracker: DialogueStateTracker) -> Optional[str]:
    return getattr(tracker.latest_message, "message_id", None)


def _model_id(tracker: DialogueStateTracker) -> str:
    """Rasa writes it on every event, but not always on the tracker that an action gets to see."""
    metadata = getattr(tracker.latest_message, "metadata", None) or {}
    return str(metadata.get("model_id") or tracker.model_id or "")
