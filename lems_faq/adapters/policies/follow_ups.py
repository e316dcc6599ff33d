"""'Why?', 'go on', 'and for women?': learnt from the stories, whatever way the last answer was reached."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from rasa.core.policies.memoization import MemoizationPolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import PREVIOUS_ACTION, USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.trackers import DialogueStateTracker


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class FollowUpPolicy(MemoizationPolicy):
    """Remembers from each story: what the bot said last, what the user means now, what follows.

    A story that begins with a follow-up ('why?', out of the blue) holds wherever no other does.

    Rasa's own memoization also compares how the last answer was asked for, so that a story with 'cause' would not
    hold after 'why?' had led to the same answer.
    """

    def _create_feature_key(self, states: List[State]) -> Optional[str]:
        if not states:
            return None
        last = states[-1]
        before = states[-2] if len(states) > 1 else {}
        return " > ".join(
            str(part)
            for part in (
                before.get(PREVIOUS_ACTION, {}).get("action_name"),
                last.get(USER, {}).get("intent"),
                last.get(PREVIOUS_ACTION, {}).get("action_name"),
            )
        )

    def _recall_states(self, states: List[State]) -> Optional[str]:
        return super()._recall_states(states) or super()._recall_states([{}, states[-1]] if states else [])

    def _prediction_states(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        use_text_for_last_user_input: bool = False,
        rule_only_data: Optional[Dict[str, Any]] = None,
    ) -> List[State]:
        # Turns that only a rule knows count too: after an emergency, 'why?' must not lead back to the topic before.
        return self.featurizer.prediction_states([tracker], domain, ignore_rule_only_turns=False)[0]
