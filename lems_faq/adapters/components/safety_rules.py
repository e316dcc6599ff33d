"""The safety rules: before anything that could fail or be slow, on the whole of a message of any length."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from lems_faq.adapters.components import keys
from lems_faq.adapters.components.step import Step, text_of
from lems_faq.understanding.safety_rules import by_rules


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SafetyRules(Step):
    """Sets `keys.RULES`."""

    def read(self, message: Message) -> None:
        message.set(keys.RULES, by_rules(text_of(message)))

    def learn_from(self, message: Message) -> None:
        """The rules are not learnt."""
