"""What finds the name of another condition: lists, shape and spelling, the encoder's name scores, spaCy's recogniser?

    encoder/.venv/bin/python -m encoder.build --out FOLDER --without VOICES
    .venv/bin/python -m benchmarks.names FOLDER

The recogniser is trained on what the encoder is trained on: the other files of data/voices, with names swapped in. Both
are asked on the files left out, once as the lists stand and once with every name of these files taken off the lists, so
that only what generalises finds it. The table is in docs/adr/0004-encoder.md.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, replace
from typing import Callable, Sequence

import spacy
import thinc.api
from spacy.language import Language
from spacy.training import Example as Sentence
from spacy.util import filter_spans

from benchmarks.left_out import DATA, from_command_line
from benchmarks.tables import table
from encoder.examples import Example, vary
from lems_faq.understanding import lems
from lems_faq.understanding.conditions import Lexicon, find, form, from_scores
from lems_faq.understanding.encoder import Encoder
from lems_faq.understanding.reading import NAMED_BY_SCORE

LABEL = "CONDITION"
LISTS = ("everyday", "rare", "icd")
EPOCHS = 6
BATCH = 64
SEED = 7

Places = list[tuple[int, int]]
Finder = Callable[[str], Places]
"""A text to the places of the names that it finds, in characters."""


@dataclass(frozen=True)
class Found:
    """Shares of messages: `named`: with another condition, of which a part of the name was found; `plain`: with none,
    in which something was found. `ms`: for one message."""

    named: float
    plain: float
    ms: float


def recogniser(examples: Sequence[Example], names: Sequence[str]) -> Language:
    """spaCy's entity recogniser, from scratch, on the examples with names swapped in anew in every epoch."""
    chance = random.Random(SEED)
    thinc.api.fix_random_seed(SEED)
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    no_drugs = Lexicon.build(())

    def sentences() -> list[Sentence]:
        seen = chance.sample(examples, len(examples))
        return [_sentence(nlp, vary(example, chance.sample(names, 4), no_drugs, chance)) for example in seen]

    optimizer = nlp.initialize(sentences)
    for _ in range(EPOCHS):
        seen = sentences()
        for start in range(0, len(seen), BATCH):
            nlp.update(seen[start : start + BATCH], sgd=optimizer, drop=0.2)
    return nlp


def _sentence(nlp: Language, example: Example) -> Sentence:
    doc = nlp.make_doc(example.text)
    spans = [doc.char_span(start, end, LABEL, alignment_mode="expand") for start, end in example.spans]
    reference = doc.copy()
    reference.set_ents(filter_spans([span for span in spans if span]), default="outside")
    return Sentence(doc, reference)


def without_names(lexicon: Lexicon, examples: Sequence[Example]) -> Lexicon:
    """The lexicon without the names that stand in these examples, whole or as a part of a listed name."""
    taken = {form(e.text[start:end]) for e in examples for start, end in e.spans}
    names = frozenset(name for name in lexicon.names if not taken & {name, name[:-1]})
    single = {letter: tuple(n for n in known if (n,) in names) for letter, known in lexicon.single.items()}
    return replace(lexicon, names=names, single=single)


def by_lists(lexicon: Lexicon) -> Finder:
    return lambda text: [(m.start, m.end) for m in find(text, lexicon) if m.how != "drug"]


def by_encoder(encoder: Encoder) -> Finder:
    def names(text: str) -> Places:
        seen = from_scores(text, encoder.encode([text])[0].names, (), threshold=NAMED_BY_SCORE)
        return [(m.start, m.end) for m in seen]

    return names


def by_spacy(nlp: Language) -> Finder:
    return lambda text: [(ent.start_char, ent.end_char) for ent in nlp(text).ents]


def either(*finders: Finder) -> Finder:
    return lambda text: [place for finder in finders for place in finder(text)]


def measure(finder: Finder, examples: Sequence[Example]) -> Found:
    started = time.perf_counter()
    places = [_apart_from_lems(e.text, finder(e.text)) for e in examples]
    taken = (time.perf_counter() - started) / len(examples)
    named = [
        any(start < b and end > a for start, end in found for a, b in e.spans)
        for e, found in zip(examples, places)
        if e.spans
    ]
    plain = [bool(found) for e, found in zip(examples, places) if not e.spans]
    return Found(sum(named) / len(named), sum(plain) / len(plain), 1000 * taken)


def _apart_from_lems(text: str, places: Places) -> Places:
    own = lems.find(text)
    return [(a, b) for a, b in places if not any(a < end and b > start for start, end in own)]


def main() -> None:
    left_out = from_command_line(__doc__)
    asked, lists = left_out.asked, left_out.lexicon
    names = [n for part in LISTS for n in (DATA / "conditions" / f"{part}.txt").read_text("utf-8").splitlines()]
    encoder, nlp = by_encoder(left_out.encoder), by_spacy(recogniser(left_out.learnt, names))

    print(f"{sum(bool(e.spans) for e in asked)} messages with another condition, {len(asked)} in all")
    for title, lexicon in (("as they stand", lists), ("without these names", without_names(lists, asked))):
        looked_up = by_lists(lexicon)
        finders = {
            "lists, shape, spelling": looked_up,
            "encoder": encoder,
            "spaCy": nlp,
            "lists and encoder": either(looked_up, encoder),
            "lists and spaCy": either(looked_up, nlp),
            "all three": either(looked_up, encoder, nlp),
        }
        rows = ((name, *_figures(measure(finder, asked))) for name, finder in finders.items())
        table(f"Lists {title}", ("finder", "found", "false hits", "ms"), rows)


def _figures(found: Found) -> tuple[float, float, str]:
    return found.named, found.plain, f"{found.ms:.2f}"


if __name__ == "__main__":
    main()
