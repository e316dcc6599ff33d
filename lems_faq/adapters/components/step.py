"""What every step of the pipeline shares: it works on messages one by one and catches its own failure."""

from __future__ import annotations

import logging
from typing import Any, Dict, List

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from lems_faq.adapters.components import keys
from lems_faq.adapters.context import BEFORE

logger = logging.getLogger(__name__)


class Step(GraphComponent):
    """A component whose work is `read(message)`. A failure is logged without the message's text and noted on it."""

    def __init__(self, config: Dict[str, Any]) -> None:
        self.config = config

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {}

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GraphComponent:
        return cls(config)

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            if message.get(keys.FAILED):
                continue
            try:
                self.read(message)
            except Exception as error:  # one failing step must not silence the safety step before it
                name = type(self).__name__
                logger.error("nlu.failed component=%s error=%s", name, type(error).__name__)
                message.set(keys.FAILED, name)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        for message in training_data.training_examples:
            self.learn_from(message)
        return training_data

    def read(self, message: Message) -> None:
        raise NotImplementedError

    def learn_from(self, message: Message) -> None:
        """The same on a training example, where a failure is an error. A step that need not see them overrides it."""
        self.read(message)


def text_of(message: Message) -> str:
    """The text of a message, empty where it has none (null, a picked button). Half a character, which no encoding
    knows, becomes a question mark, so that places in the text stay the same."""
    return (message.get(TEXT) or "").encode("utf-8", "replace").decode("utf-8")


def before_of(message: Message) -> str:
    """What the same person asked before, where the channel knows it (`context.BEFORE` of the message's metadata)."""
    metadata = message.get("metadata")
    said = metadata.get(BEFORE) if isinstance(metadata, dict) else None
    return said.encode("utf-8", "replace").decode("utf-8") if isinstance(said, str) else ""
