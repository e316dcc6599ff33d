"""spaCy tokens, and the clauses in which a message may hold several questions."""

from __future__ import annotations

from typing import List

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from spacy.tokens import Doc

from lems_faq.adapters.components import keys
from lems_faq.adapters.components.step import Step, text_of
from lems_faq.understanding.clauses import language, split, windows


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class ClauseSplitter(Step):
    """Sets Rasa's tokens, and `keys.CLAUSES` on a message that is to be understood."""

    def read(self, message: Message) -> None:
        text = text_of(message)
        doc = language()(text[: keys.LONGEST_TEXT])
        message.set(TOKENS_NAMES[TEXT], _tokens(doc))
        message.set(keys.CLAUSES, split(doc) if len(text) <= keys.LONGEST_TEXT else windows(text))

    def learn_from(self, message: Message) -> None:
        message.set(TOKENS_NAMES[TEXT], _tokens(language().tokenizer(text_of(message)[: keys.LONGEST_TEXT])))


def _tokens(doc: Doc) -> List[Token]:
    return [Token(token.text, token.idx) for token in doc if not token.is_space]
