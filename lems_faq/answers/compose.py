"""One message out of the parts of a question: answers, sources, suggestions, links, the disclaimer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Mapping, Sequence

from lems_faq.answers import sentences
from lems_faq.answers.curated import Curated, Variant
from lems_faq.answers.disclaimer import disclaimer_of, with_disclaimer
from lems_faq.answers.operator import Line, Operator
from lems_faq.answers.source import Source
from lems_faq.turn import Link, Message, Quoted, Suggestion, outcome_of

SUGGESTIONS = 3
TAKES_OVER = ("emergency", "self_harm")


@dataclass(frozen=True)
class Part:
    """One thing that was asked: a topic or an outcome. `reason` chooses between wordings of its response."""

    label: str
    reason: str = ""


@dataclass(frozen=True)
class Question:
    """What compose needs to know of a user message. `near`: the topics nearest to it, best first."""

    parts: Sequence[Part]
    conditions: Sequence[str] = ()
    near: Sequence[str] = ()
    safety: str = "none"
    slots: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Reply:
    message: Message
    outcome: str
    topics: list[str]


@dataclass(frozen=True)
class Composer:
    """Composes replies from the curated responses, the reviewed texts and the operator's numbers."""

    curated: Curated
    sources: Mapping[str, Source]
    operator: Operator

    def compose(self, question: Question) -> Reply:
        """One reply that answers every part in the order asked, with one disclaimer.

        Raises:
            UnknownResponse: a part names a response that domain.yml does not hold.
        """
        chosen = self._choose(question)
        outcome = outcome_of([variant.outcome for _, variant in chosen])
        labels = [_label(part, variant) for part, variant in chosen]
        suggested = self._suggestions(outcome, chosen, question.near)
        if question.safety == "line" and outcome not in TAKES_OVER:
            line = self.curated["safety_line"].default
            chosen = [(Part("safety_line"), line), *chosen]

        lines = self._lines(chosen, question)
        quoted = self._quoted([variant for _, variant in chosen])
        lines += [self._source_line(source, sections) for source, sections in quoted]
        if outcome == "clarify":
            lines += [f"{number}. {suggestion.title}" for number, suggestion in enumerate(suggested, 1)]

        used = [source for source, _ in quoted] or [next(iter(self.sources.values()))]
        disclaimer = disclaimer_of(used)
        body = "\n".join(lines)
        message = Message(
            text=with_disclaimer(body, disclaimer),
            body=body,
            disclaimer=disclaimer,
            sources=[
                Quoted(source.id, section, source.updated.isoformat())
                for source, sections in quoted
                for section in sections
            ],
            suggestions=suggested,
            links=self._links([variant for _, variant in chosen], question.slots),
        )
        return Reply(message, outcome, labels)

    def _choose(self, question: Question) -> list[tuple[Part, Variant]]:
        chosen = []
        for part in question.parts:
            variant = self.curated[part.label].choose(reason=part.reason, slots=question.slots)
            if "{conditions}" in variant.text and not question.conditions:
                variant = self.curated[part.label].choose(reason="unnamed")
            chosen.append((part, variant))
        for takes_over in TAKES_OVER:
            alone = [(part, variant) for part, variant in chosen if variant.outcome == takes_over]
            if alone:
                return alone[:1]
        return chosen

    def _lines(self, chosen: list[tuple[Part, Variant]], question: Question) -> list[str]:
        """One line a part. A sentence that an earlier part has said already is not said again, unless the next one
        leans on it."""
        fill = {
            **self.operator.placeholders,
            "conditions": _spoken(question.conditions),
            "my_data_link": str(question.slots.get("my_data_link") or ""),
        }
        said: set[str] = set()
        lines = []
        for _, variant in chosen:
            split = sentences.split(variant.text)
            keys = [sentences.fold(sentence).removeprefix("however, ") for sentence in split]
            fresh = [key not in said for key in keys]
            for place in range(len(split) - 1, 0, -1):
                fresh[place - 1] |= fresh[place] and sentences.leans(split[place])
            said.update(keys)
            if any(fresh):
                lines.append(" ".join(_fill(sentence, fill) for sentence, new in zip(split, fresh) if new))
        return lines

    def _quoted(self, variants: list[Variant]) -> list[tuple[Source, list[str]]]:
        """The reviewed texts that were used, each with its sections, in the order of use."""
        used: dict[str, list[str]] = {}
        for variant in variants:
            if variant.source:
                sections = used.setdefault(variant.source, [])
                if variant.section not in sections:
                    sections.append(variant.section)
        return [(self.sources[name], sections) for name, sections in used.items()]

    @staticmethod
    def _source_line(source: Source, sections: list[str]) -> str:
        named = f"section {sections[0]}" if len(sections) == 1 else f"sections {', '.join(sections)}"
        return f"Source: {source.title}, {source.summary.lower()}, {named}. Last updated: {source.updated.isoformat()}."

    def _suggestions(self, outcome: str, chosen: list[tuple[Part, Variant]], near: Sequence[str]) -> list[Suggestion]:
        """Where the conversation can go next: never back to what this message answers."""
        answered = {part.label for part, _ in chosen}
        if outcome == "clarify":
            names = [*[n for n in near if n in self.curated][:SUGGESTIONS], "none_of_these"]
        elif outcome == "personal_advice":
            own = [name for _, variant in chosen for name in variant.suggestions]
            names = list(dict.fromkeys([*[n for n in near if n in self.curated][:2], *own]))[:SUGGESTIONS]
        else:
            limit = max(SUGGESTIONS, *[len(variant.suggestions) for _, variant in chosen])
            names = [name for _, variant in chosen for name in variant.suggestions]
            names = [name for name in dict.fromkeys(names) if name not in answered][:limit]
        buttons = [button for _, variant in chosen for button in variant.buttons]
        return [*buttons, *(Suggestion(self.curated[name].default.title, f"/{name}") for name in names)]

    def _links(self, variants: list[Variant], slots: Mapping[str, Any]) -> list[Link]:
        kinds: dict[str, tuple[Line, ...]] = {"emergency": self.operator.emergency, "crisis": self.operator.crisis}
        links = []
        for kind in dict.fromkeys(kind for variant in variants for kind in variant.links):
            if kind == "my_data" and slots.get("my_data_link"):
                links.append(Link("See my data", str(slots["my_data_link"])))
            for line in kinds.get(kind, ()):
                links.append(Link(f"Call {line.spoken}", line.url))
        return links


def _label(part: Part, variant: Variant) -> str:
    """A topic keeps its name; every other part is labelled with its outcome."""
    return part.label if variant.outcome in ("answered", "not_covered") else variant.outcome


def _fill(sentence: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        sentence = sentence.replace("{" + name + "}", value)
    return sentence


def _spoken(names: Sequence[str]) -> str:
    # Written by the user: a line break in a name would tear the message.
    names = [" ".join(name.split()) for name in names]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""
