"""The safety classifier: emergency, self-harm, or neither."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

from lems_faq.adapters.components import keys
from lems_faq.adapters.components.heads import Head
from lems_faq.understanding.labels import EMERGENCY, SELF_HARM


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SafetyClassifier(Head):
    """Sets `keys.ALARM`."""

    def label(self, message: Message) -> str:
        intent = str(message.get(INTENT))
        return intent if intent in (EMERGENCY, SELF_HARM) else "ordinary"

    def read(self, message: Message) -> None:
        message.set(keys.ALARM, [(found[EMERGENCY], found[SELF_HARM]) for found in self.predict(message)])
