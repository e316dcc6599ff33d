"""'2' or 'the second one': picks from what the last reply offered."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from rasa.core.policies.policy import Policy, PolicyPrediction
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

from lems_faq.adapters.last_turn import offered
from lems_faq.answers.curated import PREFIX
from lems_faq.answers.offers import picked

INTENT = "pick_option"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=False)
class OfferPolicy(Policy):
    """Predicts the response that the picked suggestion stands for; nothing where nothing was offered."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {"priority": 4, "max_history": 2}

    def train(self, training_trackers: List[TrackerWithCachedStates], domain: Domain, **kwargs: Any) -> Resource:
        return self._resource

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: Optional[Dict[str, Any]] = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        nothing = self._prediction(self._default_predictions(domain))
        message = tracker.latest_message
        if message is None or message.intent.get("name") != INTENT:
            return nothing
        if tracker.latest_action_name != ACTION_LISTEN_NAME:
            return self._prediction(self._scores(ACTION_LISTEN_NAME, domain))
        payload = picked(message.text or "", [suggestion["payload"] for suggestion in offered(tracker)])
        name = PREFIX + (payload or "").lstrip("/")
        if name not in domain.action_names_or_texts:
            return nothing
        return self._prediction(self._scores(name, domain))

    def _scores(self, action: str, domain: Domain) -> List[float]:
        scores = self._default_predictions(domain)
        scores[domain.index_for_action(action)] = 1.0
        return scores
