"""Changes of a question that must not change its topic, and changes that must."""

from __future__ import annotations

import uuid

import pytest

from lems_faq.adapters.assistant import Assistant

QUESTIONS = {
    "overview": "What kind of illness is LEMS?",
    "mechanism": "How do the antibodies in LEMS block the calcium channels?",
    "weakness_explained": "Why does LEMS make the muscles so weak?",
    "cause": "What is the cause of LEMS?",
    "cancer_link": "How often is LEMS connected with lung cancer?",
    "cancer_screening": "Should everybody with LEMS be screened for a tumour?",
    "non_tumor_form": "Can you have LEMS without any cancer?",
    "hereditary": "Is LEMS passed on to children?",
    "hla_types": "What do HLA types have to do with LEMS?",
    "cause_vs_risk": "How does a cause of LEMS differ from a risk factor?",
    "risk_factors": "Which things raise the risk of getting LEMS?",
    "research": "What are researchers studying about LEMS at the moment?",
    "biomarkers": "Which biomarkers are being looked for in LEMS?",
    "source_info": "Where do your answers about LEMS come from?",
    "nc_treatment": "Which tablets are used to treat LEMS?",
    "nc_symptoms_detail": "What are the early symptoms of LEMS?",
    "nc_diagnosis": "Which tests show that somebody has LEMS?",
    "nc_prognosis": "What is the life expectancy with LEMS?",
    "nc_lifestyle": "Can people with LEMS go swimming?",
    "nc_epidemiology": "How many people in the world have LEMS?",
    "nc_support": "Is there a patient group for LEMS?",
}
SAME = {
    "small letters": str.lower,
    "capitals": str.upper,
    "no punctuation": lambda q: q.rstrip("?"),
    "three question marks": lambda q: q + "??",
    "please": lambda q: q.rstrip("?") + " please?",
    "a greeting before": lambda q: "Hello, " + q,
    "thanks after": lambda q: q + " Thank you.",
    "Lambert Eaton": lambda q: q.replace("LEMS", "Lambert Eaton"),
    "Lambert-Eaton myasthenic syndrome": lambda q: q.replace("LEMS", "Lambert-Eaton myasthenic syndrome"),
    "Eaton-Lambert syndrome": lambda q: q.replace("LEMS", "Eaton-Lambert syndrome"),
    "curly quotes": lambda q: q.replace("LEMS", "“LEMS”"),
}
OTHERS = ["Huntington's disease", "multiple sclerosis", "gout", "Wilson disease", "psoriasis"]
ABOUT_THE_DISEASE = [name for name in QUESTIONS if name != "source_info"]


async def topics(lems: Assistant, text: str) -> list[str]:
    return list((await lems.answer(text, conversation=uuid.uuid4().hex))["topics"])


@pytest.mark.parametrize("change", SAME)
async def test_robustness_changes_that_change_nothing(lems: Assistant, change: str) -> None:
    wrong = {}
    for topic, question in QUESTIONS.items():
        asked = SAME[change](question)
        found = await topics(lems, asked)
        if found != [topic]:
            wrong[asked] = found
    assert wrong == {}


async def test_robustness_it_instead_of_the_name(lems: Assistant) -> None:
    wrong = {}
    for topic in ("hereditary", "cancer_link", "nc_prognosis", "nc_epidemiology", "weakness_explained", "cause"):
        asked = QUESTIONS[topic].replace("LEMS", "it")
        found = await topics(lems, asked)
        if found != [topic]:
            wrong[asked] = found
    assert wrong == {}


@pytest.mark.parametrize("other", OTHERS)
async def test_robustness_another_condition_is_declined_by_name(lems: Assistant, other: str) -> None:
    wrong = {}
    for topic in ABOUT_THE_DISEASE:
        asked = QUESTIONS[topic].replace("LEMS", other)
        turn = await lems.answer(asked, conversation=uuid.uuid4().hex)
        if turn["topics"] != ["other_condition"] or other not in turn["messages"][0]["body"]:
            wrong[asked] = turn["topics"]
    assert wrong == {}


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("What is LEMS called when it comes from a tumour?", "cancer_link"),
        ("What is LEMS called when no tumour is behind it?", "non_tumor_form"),
        ("What explains LEMS in those who have no cancer?", "non_tumor_form"),
        ("Is gout inherited? No, I mean LEMS, is LEMS inherited?", "hereditary"),
        ("My doctor ruled out ALS. What is LEMS?", "overview"),
    ],
)
async def test_robustness_the_word_that_matters(lems: Assistant, asked: str, topic: str) -> None:
    assert topic in await topics(lems, asked)
