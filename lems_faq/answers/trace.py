"""The proof that every sentence of every response is quoted from a reviewed text, or declared in sentences.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Iterator, Mapping, Sequence

import yaml

from lems_faq.answers import sentences
from lems_faq.answers.curated import LINKS, Curated, Variant
from lems_faq.answers.source import Source

DECLARED = Path("source/sentences.yml")
MONTHS_UNTIL_STALE = 12
HEDGES = (
    "research suggests",
    "may",
    "might",
    "could",
    "can",
    "approximately",
    "about",
    "certain",
    "some",
    "most commonly",
    "particularly",
    "if",
    "when",
    "not",
    "no",
    "cannot",
    "while",
    "considered",
    "suggests",
    "associated with",
    "likelihood",
    "looking for",
    "working to",
    "investigating",
    "in these cases",
)
"""Words that limit a statement. What carries one may not be cut off a sentence that is quoted in part."""
HARMLESS_CUTS = (
    "unlike some other neurological conditions",
    "while",
    "however",
    "a cause is the direct biological mechanism (the antibodies attacking the vgccs), while",
    "while, ongoing studies are investigating the molecular triggers that initiate antibody production in the "
    "non-tumor form of the disease",
)
"""Openings and ends that hold a word of HEDGES but limit nothing in the part that is quoted, each read by a person."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong (`error`) or needs a look, with the place where it stands."""

    path: Path
    line: int
    message: str
    error: bool = True

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {'error' if self.error else 'warning'}: {self.message}"


class DeclaredError(ValueError):
    """The list of our own sentences cannot be read. The message names the file."""


@dataclass(frozen=True)
class Declared:
    """The sentences of ours that a response may hold."""

    framing: tuple[str, ...]
    safety: tuple[str, ...]

    @classmethod
    def read(cls, path: Path = DECLARED) -> Declared:
        """From a file with the two lists.

        Raises:
            DeclaredError: it is not YAML, or lacks one of the lists.
        """
        try:
            raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        except yaml.YAMLError as problem:
            raise DeclaredError(f"{path}: is not YAML: {problem}") from None
        lists = raw if isinstance(raw, dict) else {}
        framing, safety = lists.get("framing"), lists.get("safety")
        if not isinstance(framing, list) or not isinstance(safety, list):
            raise DeclaredError(f"{path}: must hold two lists, 'framing' and 'safety'")
        return cls(framing=tuple(framing), safety=tuple(safety))

    def holds(self, sentence: str) -> bool:
        return sentences.fold(sentence) in {sentences.fold(s) for s in (*self.framing, *self.safety)}


def check(
    curated: Curated, sources: Mapping[str, Source], declared: Declared, *, path: Path, today: date
) -> list[Finding]:
    """Everything that is wrong with the responses of a domain file, in the order of the file."""
    text = path.read_text(encoding="utf-8").splitlines()
    findings = []
    for response in curated.responses.values():
        first = next((n for n, line in enumerate(text, 1) if line.strip() == f"{response.name}:"), 1)
        for variant in response.variants:
            for message, needle, error in _wrong(variant, curated, sources, declared, today):
                findings.append(Finding(path, _line(text, first, needle), f"{response.name}: {message}", error))
    return findings


def _line(text: Sequence[str], first: int, needle: str) -> int:
    """The line of the response at which the words of `needle` begin."""
    head = " ".join(needle.split()[:4])
    for number in range(first - 1, len(text)):
        pair = " ".join(" ".join(text[number : number + 2]).split())
        if head and head in pair and head.split()[0] in text[number]:
            return number + 1
    return first


def _wrong(
    variant: Variant, curated: Curated, sources: Mapping[str, Source], declared: Declared, today: date
) -> Iterator[tuple[str, str, bool]]:
    """(message, the words it is about, whether it is an error) for each thing wrong with one wording."""
    for name in (*variant.suggestions, *variant.follow_ups.values()):
        if name not in curated:
            yield f"leads to '{name}', which is no response", name, True
        elif name in variant.suggestions and not curated[name].default.title:
            yield f"suggests '{name}', which has no title", name, True
    for kind in variant.links:
        if kind not in LINKS:
            yield f"links to '{kind}'; there are: {', '.join(LINKS)}", "links:", True
    if not sentences.split(variant.text):
        yield "has no text", "text:", True
    ours = [s for s in sentences.split(variant.text) if declared.holds(s)]
    if variant.outcome != "answered":
        for sentence in sentences.split(variant.text):
            if sentence not in ours:
                yield f"not declared in sentences.yml: '{sentence}'", sentence, True
        return
    if variant.source not in sources:
        known = ", ".join(sources)
        yield f"names the text '{variant.source}'; there are: {known}", "source:", True
        return
    source = sources[variant.source]
    if variant.section not in source.sections:
        yield f"names the section '{variant.section}'; there are: {', '.join(source.sections)}", "section:", True
    elif not any(sentences.fold(span) in sentences.fold(source.sections[variant.section]) for span in variant.spans):
        yield f"names the section '{variant.section}', but none of its spans stands there", "section:", True
    if variant.reviewed != source.updated:
        yield f"reviewed {variant.reviewed}, but the text was last updated {source.updated}", "reviewed:", True
    age = (today.year - source.updated.year) * 12 + today.month - source.updated.month
    if age > MONTHS_UNTIL_STALE:
        yield f"the last review, {source.updated}, is {age} months old", "reviewed:", False
    yield from _untraced(variant, source, declared)


def _untraced(variant: Variant, source: Source, declared: Declared) -> Iterator[tuple[str, str, bool]]:
    text = sentences.fold(source.text)
    for span in variant.spans:
        if _at(text, sentences.fold(span)) < 0:
            yield f"span is not word for word in '{source.id}': '{span}'", span, True
    spans = [sentences.fold(span) for span in variant.spans]
    if not spans:
        yield "an answer needs at least one span", variant.text, True

    used = set()
    place = 0
    before = ""
    for sentence in sentences.split(variant.text):
        folded = sentences.fold(sentence)
        if declared.holds(sentence):
            # A framing sentence that ends in a colon opens a list of quotations, which starts anew.
            place = 0 if sentence.endswith(":") else place
            before = ""
            continue
        holding = [number for number, span in enumerate(spans) if _at(span, folded) >= 0]
        if not holding:
            yield f"neither a quotation nor declared in sentences.yml: '{sentence}'", sentence, True
            continue
        used.add(holding[0])
        at = _find(source, folded, place)
        if at < 0:
            yield f"stands before what comes ahead of it in the text: '{sentence}'", sentence, True
            continue
        place = at
        original = _original(source, folded)
        if not original:
            yield f"runs over the end of a sentence of the text: '{sentence}'", sentence, True
        yield from _cut(sentence, folded, original)
        if sentences.leans(sentence) and before != _previous(source, original):
            yield f"leans on the sentence before it, which is missing: '{sentence}'", sentence, True
        before = original
    for number, span in enumerate(variant.spans):
        if number not in used:
            yield f"span is not used in the text: '{span}'", span, True


def _find(source: Source, folded: str, place: int) -> int:
    """Where a folded sentence stands in the folded text at or after `place`; -1 where it does not.

    The summary repeats in the overview; the first place that keeps the order counts.
    """
    return _at(sentences.fold(source.text), folded, place)


def _at(text: str, part: str, place: int = 0) -> int:
    """Where whole words stand in a text at or after `place`; -1 where they do not. 'like' is no part of 'unlike'."""
    found = re.compile(rf"(?<![\w-]){re.escape(part)}(?![\w-])").search(text, place)
    return found.start() if found else -1


def _all(source: Source) -> list[str]:
    return [sentences.fold(s) for paragraph in source.sections.values() for s in sentences.split(paragraph)]


def _original(source: Source, folded: str) -> str:
    """The source sentence that a quotation is taken from, folded; empty where it is taken from more than one."""
    return next((original for original in _all(source) if _at(original, folded) >= 0), "")


def _previous(source: Source, original: str) -> str:
    folded = _all(source)
    place = folded.index(original) if original in folded else 0
    return folded[place - 1] if place else ""


def _cut(sentence: str, folded: str, original: str) -> Iterator[tuple[str, str, bool]]:
    """Complains where the part of the source sentence that was left out limits the part that is quoted."""
    cut = " ".join(original.replace(folded, " ", 1).split()).strip(" ,;").replace(" ,", ",")
    if cut and cut not in HARMLESS_CUTS:
        lost = [hedge for hedge in HEDGES if f" {hedge} " in f" {cut.replace(',', ' ')} "]
        if lost:
            yield f"cuts off '{cut}', which limits it ({', '.join(lost)}): '{sentence}'", sentence, True
