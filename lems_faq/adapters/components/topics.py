"""The topic classifier."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

from lems_faq.adapters.components import keys
from lems_faq.adapters.components.heads import Head


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(Head):
    """Sets `keys.PROBABILITIES`."""

    def label(self, message: Message) -> str:
        return str(message.get(INTENT))

    def read(self, message: Message) -> None:
        message.set(keys.PROBABILITIES, self.predict(message))
