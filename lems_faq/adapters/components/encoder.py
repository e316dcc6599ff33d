"""The sentence vectors of the masked text."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from tqdm import tqdm

from lems_faq.adapters.components import keys
from lems_faq.adapters.components.step import Step, text_of
from lems_faq.understanding.decision import may_be_several
from lems_faq.understanding.encoder import Encoded, Encoder
from lems_faq.understanding.labels import ALARMS
from lems_faq.understanding.reading import named
from lems_faq.understanding.safety_rules import NONE

_BATCH = 32


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(Step):
    """Sets `keys.ENCODED` and `keys.NAMED`, one a stretch. `several`: how probable a second question must be for the
    clauses to be read."""

    def __init__(self, config: Dict[str, Any], encoder: Encoder) -> None:
        super().__init__(config)
        self._encoder = encoder

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {"folder": "encoder/artefact", "several": 0.1}

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoder:
        return cls(config, Encoder.load(Path(config["folder"])))

    def read(self, message: Message) -> None:
        """The whole message first. Its clauses are read only where it may ask several things or somebody may be in
        danger; the stretches that are not read fall away."""
        whole, *rest = message.get(keys.STRETCHES)
        encoded = self._encoder.encode([whole.masked], before=[whole.before])
        if len(text_of(message)) <= keys.LONGEST_TEXT and not self._needs_clauses(message, encoded[0]):
            rest = []
        # One by one: in a batch the short ones would be padded to the length of the longest.
        encoded += [self._encoder.encode([stretch.masked])[0] for stretch in rest]
        message.set(keys.STRETCHES, [whole, *rest])
        _keep(message, encoded)

    def _needs_clauses(self, message: Message, whole: Encoded) -> bool:
        in_danger = message.get(keys.RULES) != NONE or any(a.label in ALARMS for a in whole.asked)
        return in_danger or whole.cut or may_be_several(whole.asked, self.config["several"])

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """All examples, those of like length together to save padding."""
        examples = sorted(
            (m for m in training_data.training_examples if m.get(keys.STRETCHES)),
            key=lambda m: len(m.get(keys.STRETCHES)[0].masked),
        )
        for start in tqdm(range(0, len(examples), _BATCH), desc="Encoding examples"):
            batch = examples[start : start + _BATCH]
            encoded = self._encoder.encode([m.get(keys.STRETCHES)[0].masked for m in batch])
            for message, vector in zip(batch, encoded):
                _keep(message, [vector])
        return training_data


def _keep(message: Message, encoded: List[Encoded]) -> None:
    message.set(keys.ENCODED, encoded)
    message.set(keys.NAMED, [named(stretch, found) for stretch, found in zip(message.get(keys.STRETCHES), encoded)])
