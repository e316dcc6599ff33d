"""The last step: from all readings to one decision, and to Rasa's intent and ranking."""

from __future__ import annotations

import logging
from typing import Any, Dict, List

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

from lems_faq.adapters.components import keys
from lems_faq.adapters.components.step import Step, text_of
from lems_faq.understanding.decision import Costs, Decision, decide, out_of_scope, unavailable
from lems_faq.understanding.language import is_blank, is_foreign
from lems_faq.understanding.reading import Reading
from lems_faq.understanding.safety import Thresholds, level, level_of_pieces
from lems_faq.understanding.safety_rules import NONE

logger = logging.getLogger(__name__)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ScopeGate(Step):
    """Sets `keys.DECISION`, the intent and its ranking. Never fails: what goes wrong here is `unavailable` too."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {"costs": {}, "thresholds": {}}

    def __init__(self, config: Dict[str, Any]) -> None:
        super().__init__(config)
        self._costs = Costs(**config["costs"])
        self._thresholds = Thresholds(**config["thresholds"])

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            try:
                decision = self._decide(message)
            except Exception as error:
                logger.error("nlu.failed component=ScopeGate error=%s", type(error).__name__)
                decision = unavailable(safety=message.get(keys.RULES) or NONE)
            message.set(keys.DECISION, decision.as_dict(), add_to_output=True)
            ranking = [{"name": topic, "confidence": confidence} for topic, confidence in decision.ranking]
            message.set(INTENT, {"name": decision.intent, "confidence": decision.confidence}, add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _decide(self, message: Message) -> Decision:
        text = text_of(message)
        rules = message.get(keys.RULES) or NONE
        if is_blank(text):
            return out_of_scope("empty")
        if message.get(keys.FAILED):
            return unavailable(safety=rules)
        found = readings(message)
        if len(text) > keys.LONGEST_TEXT:
            return out_of_scope("too_long", safety=level_of_pieces(rules, found, self._thresholds))
        whole, *clauses = found
        safety = level(rules, whole, clauses, self._thresholds)
        if is_foreign(text):
            return out_of_scope("language", safety=safety)
        return decide(found, safety=safety, costs=self._costs)


def readings(message: Message) -> List[Reading]:
    """What the steps before wrote on a message, one a stretch."""
    steps = (keys.STRETCHES, keys.NAMED, keys.ENCODED, keys.PROBABILITIES)
    return [
        Reading(stretch, probabilities, names, encoded.asked, encoded.cut)
        for stretch, names, encoded, probabilities in zip(*(message.get(step) for step in steps))
    ]
