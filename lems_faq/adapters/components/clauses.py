"""spaCy tokens, and the clauses in which a message may hold several questions."""

from __future__ import annotations

from typing import List

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from lems_faq.adapters.components import keys
from lems_faq.adapters.components.step import Step, text_of
from lems_faq.understanding.clauses import language, split, windows


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class ClauseSplitter(Step):
    """Sets Rasa's tokens, and `keys.CLAUSES` on a message that is to be understood."""

    def read(self, message: Message) -> None:
        self.learn_from(message)
        text = text_of(message)
        message.set(keys.CLAUSES, split(text) if len(text) <= keys.LONGEST_TEXT else windows(text))

    def learn_from(self, message: Message) -> None:
        message.set(TOKENS_NAMES[TEXT], self.tokens(text_of(message)[: keys.LONGEST_TEXT]))

    @staticmethod
    def tokens(text: str) -> List[Token]:
        return [Token(token.text, token.idx) for token in language().tokenizer(text) if not token.is_space]
