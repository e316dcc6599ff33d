"""The curated responses of domain.yml, with what their metadata says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Mapping, Sequence

import yaml

from lems_faq.turn import Suggestion

DOMAIN = Path("domain.yml")
PREFIX = "utter_"
LINKS = ("emergency", "crisis", "my_data")
"""What a response can link to: the operator's telephone numbers, and the page with the user's data."""


class UnknownResponse(KeyError, ValueError):
    """A response was asked for that domain.yml does not hold."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        # The prefix, which all share, would make every name near.
        bare = [other.removeprefix(PREFIX) for other in known]
        near = get_close_matches(name.removeprefix(PREFIX), bare, n=1)
        hint = f"; did you mean '{PREFIX}{near[0]}'?" if near else f"; there are: {', '.join(sorted(known))}"
        super().__init__(f"Unknown response '{name}'{hint}")

    def __str__(self) -> str:
        return str(self.args[0])


class DomainError(ValueError):
    """A domain file cannot be read as one. The message names the file."""


@dataclass(frozen=True)
class Variant:
    """One wording of a response.

    `reason` chooses it by why the outcome came about ('language', 'too_long'), `slot` by a slot's value; a
    variant with neither is the default.
    """

    text: str
    outcome: str
    reason: str = ""
    slot: tuple[str, str] | None = None
    title: str = ""
    about: str = ""
    source: str = ""
    section: str = ""
    reviewed: date | None = None
    spans: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    buttons: tuple[Suggestion, ...] = ()
    links: tuple[str, ...] = ()
    follow_ups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Response:
    """All variants of one response, the default first in line for everything it alone holds (title, ...)."""

    name: str
    variants: tuple[Variant, ...]

    @property
    def default(self) -> Variant:
        return next(v for v in self.variants if not v.reason and v.slot is None)

    def choose(self, *, reason: str = "", slots: Mapping[str, Any] | None = None) -> Variant:
        """The variant for a reason, else for a slot's value, else the default."""
        for variant in self.variants:
            if reason and variant.reason == reason:
                return variant
        for variant in self.variants:
            if variant.slot and slots and slots.get(variant.slot[0]) == variant.slot[1]:
                return variant
        return self.default


@dataclass(frozen=True)
class Curated:
    """All responses by intent name: `curated['hereditary']` is `utter_hereditary`."""

    responses: Mapping[str, Response]

    def __getitem__(self, intent: str) -> Response:
        try:
            return self.responses[intent]
        except KeyError:
            raise UnknownResponse(PREFIX + intent, [PREFIX + name for name in self.responses]) from None

    def __contains__(self, intent: str) -> bool:
        return intent in self.responses

    def title(self, intent: str) -> str:
        """The question that a response answers, as a suggestion shows it; empty where there is none."""
        return self.responses[intent].default.title if intent in self.responses else ""

    @property
    def topics(self) -> list[str]:
        """The topics about LEMS, covered or not, in the order of domain.yml."""
        return [n for n, r in self.responses.items() if r.default.outcome in ("answered", "not_covered")]

    @classmethod
    def from_responses(cls, responses: Mapping[str, Sequence[Mapping[str, Any]]]) -> Curated:
        """From the `responses` of a Rasa domain."""
        curated = {}
        for name, variants in responses.items():
            if not name.startswith(PREFIX):
                raise UnknownResponse(name, [f"{PREFIX}{name}"])
            intent = name[len(PREFIX) :]
            response = Response(name, tuple(_variant(intent, v) for v in variants))
            if all(variant.reason or variant.slot for variant in response.variants):
                raise DomainError(f"{name}: has no wording without reason and condition, which is its default")
            curated[intent] = response
        return cls(curated)

    @classmethod
    def read(cls, path: Path = DOMAIN) -> Curated:
        """From a domain file.

        Raises:
            DomainError: it is not YAML, or holds no responses.
        """
        try:
            domain = yaml.safe_load(path.read_text(encoding="utf-8"))
        except yaml.YAMLError as problem:
            raise DomainError(f"{path}: is not YAML: {problem}") from None
        if not isinstance(domain, dict) or not domain.get("responses"):
            raise DomainError(f"{path}: holds no 'responses'")
        return cls.from_responses(domain["responses"])


def _variant(intent: str, raw: Mapping[str, Any]) -> Variant:
    meta = raw.get("metadata") or {}
    conditions = [c for c in raw.get("condition") or [] if c.get("type") == "slot"]
    reviewed = meta.get("reviewed")
    return Variant(
        text=(raw.get("text") or "").strip(),
        outcome=meta.get("outcome", intent),
        reason=meta.get("reason", ""),
        slot=(conditions[0]["name"], conditions[0]["value"]) if conditions else None,
        title=meta.get("title", ""),
        about=meta.get("about", ""),
        source=meta.get("source", ""),
        section=meta.get("section", ""),
        reviewed=date.fromisoformat(str(reviewed)) if reviewed else None,
        spans=tuple(span.strip() for span in meta.get("spans", ())),
        suggestions=tuple(meta.get("suggestions", ())),
        buttons=tuple(Suggestion(b["title"], b["payload"]) for b in raw.get("buttons") or ()),
        links=tuple(meta.get("links", ())),
        follow_ups={key: meta[key] for key in ("why", "more", "anything_else") if key in meta},
    )
