"""The turn record: built here for the channel, the batch command and the last resort alike."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from lems_faq.answers.compose import Composer, Part, Question, Reply
from lems_faq.turn import Turn, Understanding


def turn_of(reply: Reply, *, id: str | None, decision: Mapping[str, Any], model: str, content: str) -> Turn:
    """The record of a reply. `decision`: what the NLU decided, as it travels in the parse data; may be empty."""
    understanding = Understanding(
        subject=decision.get("subject", "none"),
        conditions=list(decision.get("conditions", ())),
        safety=decision.get("safety", "none"),
        ranking=list(decision.get("ranking", ())),
    )
    return Turn(id, [reply.message], reply.outcome, reply.topics, understanding, model, content)


def content_of(composer: Composer) -> str:
    """The date of the content: that of the latest review."""
    return max(source.updated for source in composer.sources.values()).isoformat()


def last_resort(composer: Composer, *, id: str | None, safety: str, model: str = "") -> Turn:
    """The turn where nothing else came: an exception, a time-out, no message. `safety` is the word of the rules on
    the text, which need nothing that could have failed; an emergency is answered as one."""
    part = Part(safety) if safety in ("emergency", "self_harm") else Part("fallback", "unavailable")
    reply = composer.compose(Question([part], safety=safety))
    return turn_of(reply, id=id, decision={"safety": safety}, model=model, content=content_of(composer))


def parts_of(utterance: str, decision: Mapping[str, Any], dialogue: Sequence[str]) -> list[Part]:
    """The parts of a reply: those the NLU decided on, where the policies followed it; else the response that they
    chose (a follow-up, a pick), then what the message asked besides.

    `utterance`: the response's name without 'utter_'. `dialogue`: labels that the policies resolve.
    """
    decided = [Part(_response(p["label"]), p.get("reason", "")) for p in decision.get("parts", ())]
    if decided and decided[0].label == utterance:
        return decided
    besides = [p for p in decided[1:] if p.label not in dialogue and p.label != utterance]
    return [Part(utterance), *besides]


def _response(label: str) -> str:
    """The response of a label: 'clarify' is Rasa's fallback."""
    return "fallback" if label == "clarify" else label
