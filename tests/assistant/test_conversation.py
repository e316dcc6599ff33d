"""Conversations: the same words after another question, several questions at once."""

from __future__ import annotations

import pytest

from lems_faq.adapters.assistant import Assistant


async def last(lems: Assistant, turns: list[str], name: str) -> dict[str, object]:
    for text in turns:
        record = await lems.answer(text, conversation=name)
    return record


@pytest.mark.parametrize(
    ("turns", "topics"),
    [
        (["do people with LEMS need scans for cancer", "how often?"], ["cancer_screening"]),
        (["which tablets are given for LEMS", "how often?"], ["nc_treatment"]),
        (["can people with LEMS drive", "and fly?"], ["nc_lifestyle"]),
        (["is it inherited", "and treatment?"], ["nc_treatment"]),
        (["what is being researched", "what are HLA types"], ["hla_types"]),
        (["does everybody with LEMS have cancer", "thanks", "and those without a tumour?"], ["non_tumor_form"]),
    ],
)
async def test_conversation_leans_on_the_question_before(lems: Assistant, turns: list[str], topics: list[str]) -> None:
    record = await last(lems, turns, f"context-{turns}")
    assert record["topics"] == topics


async def test_conversation_of_a_picked_suggestion_goes_on(lems: Assistant) -> None:
    first = await lems.answer("is it hereditary?", conversation="picked")
    offered = {s["payload"] for s in first["messages"][0]["suggestions"]}
    assert "/hla_types" in offered
    assert (await lems.answer("/hla_types", conversation="picked"))["topics"] == ["hla_types"]
    assert (await lems.answer("what are they exactly", conversation="picked"))["topics"] == ["hla_types"]


@pytest.mark.parametrize("calm", ["is it hereditary?", "what is LEMS", "how is it treated"])
@pytest.mark.parametrize(
    ("alarm", "outcome"),
    [
        ("he has stopped breathing", "emergency"),
        ("she is choking on her dinner and going blue", "emergency"),
        ("I want to kill myself", "self_harm"),
    ],
)
async def test_conversation_sees_danger_after_a_calm_question(
    lems: Assistant, calm: str, alarm: str, outcome: str
) -> None:
    assert (await last(lems, [calm, alarm], f"danger-{calm}-{alarm}"))["outcome"] == outcome


@pytest.mark.parametrize("text", ["and me, how long?", "him as well? he is big and strong", "does it end there"])
async def test_conversation_does_not_cry_wolf_at_short_words(lems: Assistant, text: str) -> None:
    record = await last(lems, ["how long do people live with LEMS", text], f"short-{text}")
    assert record["outcome"] not in ("emergency", "self_harm")


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("is it inherited or contagious", ["hereditary", "cause"]),
        ("what is LEMS and how is it treated?", ["overview", "nc_treatment"]),
        ("what is being researched, and should I be screened for cancer", ["research", "cancer_screening"]),
        ("Hello! Is it hereditary?", ["hereditary"]),
        ("they ruled out MS, so what is lambert eaton", ["overview"]),
    ],
)
async def test_conversation_answers_every_part_in_its_order(lems: Assistant, text: str, topics: list[str]) -> None:
    assert (await lems.answer(text, conversation=f"parts-{text}"))["topics"] == topics
