"""The topic classifier."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any, Dict

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from lems_faq.adapters.components import keys
from lems_faq.adapters.components.trained import TrainedStep
from lems_faq.understanding.reading import flags
from lems_faq.understanding.topics import Settings, TopicModel, Vectors, features


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(TrainedStep):
    """Sets `keys.PROBABILITIES`, over all intents: topics, safety, small talk. Options: those of topics.Settings."""

    FILE = "topics.npz"

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return asdict(Settings())

    @staticmethod
    def restore(folder: Path) -> TopicModel:
        return TopicModel.load(folder / TopicClassifier.FILE)

    def train(self, training_data: TrainingData) -> Resource:
        examples = [m for m in training_data.intent_examples if m.get(INTENT) and m.get(keys.ENCODED)]
        self._learnt = TopicModel.fit(
            np.vstack([_rows(m) for m in examples]),
            [m.get(keys.STRETCHES)[0].masked for m in examples],
            [str(m.get(INTENT)) for m in examples],
            settings=Settings(**{name: self.config[name] for name in asdict(Settings())}),
        )
        with self._storage.write_to(self._resource) as place:
            self._learnt.save(place / self.FILE)
        return self._resource

    def read(self, message: Message) -> None:
        model: TopicModel = self.learnt
        texts = [stretch.masked for stretch in message.get(keys.STRETCHES)]
        table = model.probabilities(_rows(message), texts)
        message.set(keys.PROBABILITIES, [dict(zip(model.labels, row)) for row in table.tolist()])

    def learn_from(self, message: Message) -> None:
        """It learns from all examples at once, in `train`."""


def _rows(message: Message) -> Vectors:
    """(stretches, features) of a message that the encoder has read."""
    vectors = np.array([e.vector for e in message.get(keys.ENCODED)])
    known = zip(message.get(keys.STRETCHES), message.get(keys.NAMED))
    return features(vectors, flags=[flags(stretch, names) for stretch, names in known])
