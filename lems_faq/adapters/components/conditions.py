"""The subject: which other conditions a message names. Their names are masked for what comes after."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, List, Set

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from lems_faq.adapters.components import keys
from lems_faq.adapters.components.step import before_of, text_of
from lems_faq.adapters.components.trained import TrainedStep
from lems_faq.understanding.conditions import Lexicon, ordinary_words
from lems_faq.understanding.reading import stretch


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=True,
)
class ConditionFinder(TrainedStep):
    """Sets `keys.STRETCHES`, the whole message and then its clauses, and Rasa's entities. Learns which words are
    ordinary, so that they are no misspelt name."""

    FILE = "words.json"

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {"folder": "data/conditions"}

    def train(self, training_data: TrainingData) -> Resource:
        """Keeps the lists as they are at training, so that a model is complete in itself."""
        known = sorted({word for message in training_data.intent_examples for word in _ordinary(message)})
        folder = Path(self.config["folder"])
        lists = {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in folder.rglob("*.txt")}
        with self._storage.write_to(self._resource) as place:
            (place / self.FILE).write_text(json.dumps({"known": known, "lists": lists}), encoding="utf-8")
        self._learnt = Lexicon.of(lists, known=known)
        return self._resource

    @staticmethod
    def restore(folder: Path) -> Lexicon:
        stored = json.loads((folder / ConditionFinder.FILE).read_text(encoding="utf-8"))
        return Lexicon.of(stored["lists"], known=stored["known"])

    def read(self, message: Message) -> None:
        """A message that is too long to be understood is looked up clause by clause only."""
        text = text_of(message)
        clauses = [clause.text for clause in message.get(keys.CLAUSES)]
        if len(text) <= keys.LONGEST_TEXT:
            clauses = [text, *clauses] if len(clauses) > 1 else [text]
        self._find(message, clauses)

    def learn_from(self, message: Message) -> None:
        self._find(message, [text_of(message)])

    def _find(self, message: Message, texts: List[str]) -> None:
        lexicon: Lexicon = self.learnt
        whole, *rest = texts
        found = [stretch(whole, lexicon, before=before_of(message))]
        found += [stretch(text, lexicon) for text in rest]
        message.set(keys.STRETCHES, found)
        if message.get(ENTITIES) is None:
            message.set(ENTITIES, [_entity(m.start, m.end, m.text) for m in found[0].mentions], add_to_output=True)


def _entity(start: int, end: int, text: str) -> Dict[str, Any]:
    return {"entity": "condition", "start": start, "end": end, "value": text, "extractor": "ConditionFinder"}


def _ordinary(message: Message) -> Set[str]:
    """The words of an example that are not part of the name of a condition."""
    named = [(int(entity["start"]), int(entity["end"])) for entity in message.get(ENTITIES) or []]
    return ordinary_words(text_of(message), named)
