"""Writers who were left out of all training: what a choice is made on, and the learning curve is drawn on."""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from benchmarks.batches import by_length
from encoder.examples import Example, part, read
from lems_faq.understanding.conditions import Lexicon, ordinary_words
from lems_faq.understanding.encoder import Encoded, Encoder
from lems_faq.understanding.reading import Reading, Stretch, flags, named, stretch
from lems_faq.understanding.topics import TopicModel, features

DATA = Path("data")


@dataclass(frozen=True)
class Texts:
    """Stretches with what the encoder made of them."""

    stretches: list[Stretch]
    encoded: list[Encoded]

    @classmethod
    def of(cls, texts: Sequence[str], lexicon: Lexicon, encoder: Encoder) -> Texts:
        def read_batch(batch: list[str]) -> Iterable[tuple[Stretch, Encoded]]:
            stretches = [stretch(text, lexicon) for text in batch]
            return zip(stretches, encoder.encode([s.masked for s in stretches]))

        pairs = by_length(read_batch, texts, size=32)
        return cls([s for s, _ in pairs], [e for _, e in pairs])

    @cached_property
    def names(self) -> list[tuple[str, ...]]:
        return [named(s, e) for s, e in zip(self.stretches, self.encoded)]

    @cached_property
    def rows(self) -> npt.NDArray[np.float32]:
        marks = [flags(s, names) for s, names in zip(self.stretches, self.names)]
        return features(np.array([e.vector for e in self.encoded]), flags=marks)

    @cached_property
    def masked(self) -> list[str]:
        return [s.masked for s in self.stretches]

    def readings(self, model: TopicModel) -> list[Reading]:
        table = model.probabilities(self.rows, self.masked).tolist()
        return [
            Reading(s, dict(zip(model.labels, row)), names, e.asked, e.cut)
            for s, row, names, e in zip(self.stretches, table, self.names, self.encoded)
        ]


@dataclass(frozen=True)
class LeftOut:
    """`learnt`: the examples that the encoder of `artefact` was trained on, `asked`: those of the voices left out."""

    artefact: Path
    learnt: list[Example]
    asked: list[Example]

    @classmethod
    def of(cls, artefact: Path) -> LeftOut:
        """What `python -m encoder.build --without VOICES` wrote says which voices these are.

        Raises:
            FileNotFoundError: `artefact` is no folder of an encoder.
            ValueError: it left no voice out, or one that is not there.
        """
        facts = json.loads((artefact / "encoder.json").read_text(encoding="utf-8"))
        voices = set(filter(None, facts["without"].split(",")))
        examples = read(DATA)
        unknown = voices - {example.group for example in examples}
        if unknown or not voices:
            wrong = f"not in data/: {', '.join(sorted(unknown))}" if voices else "none"
            raise ValueError(f"{artefact}: the voices left out: {wrong}; see python -m encoder.build --without VOICES")
        learnt = part((e for e in examples if e.group not in voices), facts["part"])
        return cls(artefact, learnt, [e for e in examples if e.group in voices])

    @cached_property
    def encoder(self) -> Encoder:
        return Encoder.load(self.artefact)

    @cached_property
    def lexicon(self) -> Lexicon:
        known = {word for example in self.learnt for word in ordinary_words(example.text, example.spans)}
        return Lexicon.read(DATA / "conditions", known=known)

    def read(self, texts: Sequence[str]) -> Texts:
        return Texts.of(texts, self.lexicon, self.encoder)

    def classifier(self) -> TopicModel:
        """Trained on what was learnt."""
        seen = self.read([example.text for example in self.learnt])
        return TopicModel.fit(seen.rows, seen.masked, [example.label for example in self.learnt])


def from_command_line(description: str | None) -> LeftOut:
    """What the one argument of the command, the folder of an encoder, left out; ends the program where it is none."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("artefact", type=Path, help="folder of an encoder that has not seen some voices")
    options = parser.parse_args()
    try:
        return LeftOut.of(options.artefact)
    except (FileNotFoundError, ValueError) as problem:
        parser.error(str(problem))
