"""The topic classifier."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Dict

import numpy as np
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from lems_faq.adapters.components import keys
from lems_faq.adapters.components.step import Step
from lems_faq.understanding.topics import Settings, TopicModel, Vectors, features


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(Step):
    """Sets `keys.PROBABILITIES`, over all intents: topics, safety, small talk. Options: those of topics.Settings."""

    FILE = "topics.npz"

    def __init__(
        self, config: Dict[str, Any], storage: ModelStorage, resource: Resource, model: TopicModel | None = None
    ) -> None:
        super().__init__(config)
        self._storage = storage
        self._resource = resource
        self._model = model

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return asdict(Settings())

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TopicClassifier:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TopicClassifier:
        with model_storage.read_from(resource) as place:
            return cls(config, model_storage, resource, TopicModel.load(place / cls.FILE))

    def train(self, training_data: TrainingData) -> Resource:
        examples = [m for m in training_data.intent_examples if m.get(INTENT) and m.get(keys.ENCODED)]
        self._model = TopicModel.fit(
            np.vstack([_rows(m) for m in examples]),
            [m.get(keys.STRETCHES)[0].masked for m in examples],
            [str(m.get(INTENT)) for m in examples],
            settings=Settings(**{name: self.config[name] for name in asdict(Settings())}),
        )
        with self._storage.write_to(self._resource) as place:
            self._model.save(place / self.FILE)
        return self._resource

    def read(self, message: Message) -> None:
        assert self._model is not None, "TopicClassifier is used before it is trained"
        texts = [stretch.masked for stretch in message.get(keys.STRETCHES)]
        table = self._model.probabilities(_rows(message), texts)
        message.set(keys.PROBABILITIES, [dict(zip(self._model.labels, row)) for row in table.tolist()])

    def learn_from(self, message: Message) -> None:
        """It learns from all examples at once, in `train`."""


def _rows(message: Message) -> Vectors:
    """(stretches, features) of a message that the encoder has read."""
    stretches, encoded = message.get(keys.STRETCHES), message.get(keys.ENCODED)
    return features(
        np.array([e.vector for e in encoded]),
        flags=[
            (bool(names), stretch.lems_named, stretch.drug_named)
            for names, stretch in zip(message.get(keys.NAMED), stretches)
        ],
    )
