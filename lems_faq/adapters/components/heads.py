"""What the two classifiers share: rows of features out of a message, a model stored as plain arrays."""

from __future__ import annotations

from typing import Any, Dict, List

import numpy as np
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from lems_faq.adapters.components import keys
from lems_faq.adapters.components.step import Step
from lems_faq.understanding.reading import named
from lems_faq.understanding.topics import Array, TopicModel, features


class Head(Step):
    """A logistic regression over the vectors of a message's stretches."""

    FILE = "head.npz"

    def __init__(
        self, config: Dict[str, Any], storage: ModelStorage, resource: Resource, model: TopicModel | None = None
    ) -> None:
        super().__init__(config)
        self._storage = storage
        self._resource = resource
        self._model = model

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {"strength": 1.0, "temperature": 1.0}

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Head:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Head:
        with model_storage.read_from(resource) as place:
            return cls(config, model_storage, resource, TopicModel.load(place / cls.FILE))

    def label(self, message: Message) -> str:
        """What the head learns of a training example."""
        raise NotImplementedError

    def train(self, training_data: TrainingData) -> Resource:
        examples = [m for m in training_data.intent_examples if m.get(INTENT) and m.get(keys.ENCODED)]
        self._model = TopicModel.fit(
            np.vstack([rows(m) for m in examples]),
            [self.label(m) for m in examples],
            strength=self.config["strength"],
            temperature=self.config["temperature"],
        )
        with self._storage.write_to(self._resource) as place:
            self._model.save(place / self.FILE)
        return self._resource

    def predict(self, message: Message) -> List[Dict[str, float]]:
        """Label to probability, one a stretch."""
        assert self._model is not None, f"{type(self).__name__} is used before it is trained"
        table = self._model.probabilities(rows(message))
        return [dict(zip(self._model.labels, map(float, row))) for row in table]


def rows(message: Message) -> Array:
    """(stretches, features) of a message that the encoder has read."""
    stretches, encoded = message.get(keys.STRETCHES), message.get(keys.ENCODED)
    return features(
        np.array([e.vector for e in encoded]),
        flags=[(bool(named(s, e)), s.lems_named, s.drug_named) for s, e in zip(stretches, encoded)],
    )
