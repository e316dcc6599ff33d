"""What the stand-in's assistant says: the curated responses of domain.yml, picked by a word of the question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[3]
EMERGENCY = ("112", "911", "999")
CRISIS = (("988", "US and Canada"), ("116 123", "UK and Ireland"))
SAFETY_LINE = (
    "If somebody is in danger now, call 112, 911 or 999. If you think of harming yourself, call 988 in the US and "
    "Canada or 116 123 in the UK and Ireland."
)
STARTERS = ("overview", "cause", "cancer_link", "hereditary")
CLARIFY = ("overview", "cause", "research", "none_of_these")
REASONS = ["wrong", "unclear", "incomplete", "off_topic", "tone", "other"]

_TOPICS = {
    "breathe": "emergency",
    "harm myself": "self_harm",
    "inherit": "hereditary",
    "hereditary": "hereditary",
    "what is lems": "overview",
    "causes": "cause",
    "cancer": "cancer_link",
    "hla": "hla_types",
    "treat": "nc_treatment",
    "choke": "line",
    "mouth": "clarify",
}
_LINKS = {
    "emergency": [{"title": f"Call {number}", "url": f"tel:{number}"} for number in EMERGENCY],
    "crisis": [
        {"title": f"Call {number} ({place})", "url": f"tel:{number.replace(' ', '')}"} for number, place in CRISIS
    ],
}
ALL_LINKS = [*_LINKS["emergency"], *_LINKS["crisis"]]


@dataclass(frozen=True)
class Source:
    """The head of the reviewed text."""

    id: str
    title: str
    updated: str
    summary: str
    disclaimer: str


def read_source() -> Source:
    head = (ROOT / "source" / "lems-causes.txt").read_text(encoding="utf-8").split("---")[1]
    fields = yaml.safe_load(head)
    return Source(fields["id"], fields["title"], str(fields["updated"]), fields["summary"], fields["disclaimer"])


class Answers:
    """Turns of the assistant, as `Message` of the API without the fields of a conversation."""

    def __init__(self) -> None:
        self.source = read_source()
        self._responses = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["responses"]

    def suggestion(self, topic: str) -> dict[str, str]:
        return {"title": self._responses[f"utter_{topic}"][0]["metadata"]["title"], "payload": f"/{topic}"}

    def topic_of(self, text: str, payload: str | None) -> str:
        if payload:
            return payload.removeprefix("/")
        lowered = text.lower()
        return next((topic for word, topic in _TOPICS.items() if word in lowered), "out_of_scope")

    def reply(self, text: str, payload: str | None) -> dict[str, Any]:
        topic = self.topic_of(text, payload)
        if topic == "clarify":
            return self._clarify()
        safety = topic if topic in ("emergency", "self_harm") else "none"
        line = topic == "line"
        response = self._responses["utter_nc_symptoms_detail" if line else f"utter_{topic}"][0]
        metadata = response["metadata"]
        lines = [re.sub(r"\s+", " ", self._filled(response["text"])).strip()]
        links = [link for kind in metadata.get("links", []) for link in _LINKS.get(kind, [])]
        if line:
            lines.insert(0, SAFETY_LINE)
            safety, links = "line", ALL_LINKS
        sources = []
        if "section" in metadata:
            section = metadata["section"]
            source = self.source
            sources = [{"text": source.id, "section": section, "updated": source.updated, "title": source.title}]
            lines.append(
                f"Source: {source.title}, {source.summary.lower()}, section {section}. Last updated: {source.updated}."
            )
        suggestions = [self.suggestion(name) for name in metadata.get("suggestions", [])]
        return self._message("\n".join(lines), metadata["outcome"], safety, sources, suggestions, links)

    def notice(self, text: str) -> dict[str, Any]:
        """A text of the desk: the safety line before it, the disclaimer after it."""
        body = f"{SAFETY_LINE}\n{text}"
        disclaimer = self.source.disclaimer
        return {"text": f"{body}\n{disclaimer}", "body": body, "disclaimer": disclaimer, "links": ALL_LINKS}

    def _clarify(self) -> dict[str, Any]:
        choices = [self.suggestion(name) for name in CLARIFY]
        lines = [self._responses["utter_fallback"][0]["text"]]
        lines += [f"{number}. {choice['title']}" for number, choice in enumerate(choices, 1)]
        return self._message("\n".join(lines), "clarify", "none", [], choices, [])

    def _message(
        self,
        body: str,
        outcome: str,
        safety: str,
        sources: list[dict[str, str]],
        suggestions: list[dict[str, str]],
        links: list[dict[str, str]],
    ) -> dict[str, Any]:
        disclaimer = self.source.disclaimer
        return {
            "text": f"{body}\n{disclaimer}",
            "body": body,
            "disclaimer": disclaimer,
            "outcome": outcome,
            "safety": safety,
            "sources": sources,
            "suggestions": suggestions,
            "links": links,
        }

    @staticmethod
    def _filled(text: str) -> str:
        return text.replace("{emergency_numbers}", "112, 911 or 999").replace(
            "{crisis_lines}", "988 in the US and Canada or 116 123 in the UK and Ireland"
        )
