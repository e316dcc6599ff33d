"""What every step that learns shares: it keeps what it learnt in Rasa's model storage and finds it there again."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import Any, Dict

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

from lems_faq.adapters.components.step import Step


class TrainedStep(Step):
    """A step with `learnt`, None before it is trained. Its `train` writes into the storage, `restore` reads it back."""

    def __init__(self, config: Dict[str, Any], storage: ModelStorage, resource: Resource, learnt: Any = None) -> None:
        super().__init__(config)
        self._storage = storage
        self._resource = resource
        self._learnt = learnt

    @staticmethod
    @abstractmethod
    def restore(folder: Path) -> Any:
        """What `train` wrote into a folder."""

    @property
    def learnt(self) -> Any:
        assert self._learnt is not None, f"{type(self).__name__} is used before it is trained"
        return self._learnt

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GraphComponent:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> GraphComponent:
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, cls.restore(folder))
