"""English or not: mixed, short and odd messages."""

from __future__ import annotations

import pytest

from lems_faq.understanding.language import is_foreign


@pytest.mark.parametrize(
    "text",
    [
        "what is lambert eaton myasthenic syndrome",
        "lems causes",
        "Sjögren's and Guillain-Barré: is LEMS like them?",
        "my cousin José asked why I got it",
        "is it as bad as la grippe",
        "I am from Polska, can you explain what it is",
        "wat is it pls",
        "me mum got it, y",
        "déjà vu again, is it hereditary?",
        "IS IT HEREDITARY",
        "50 % ?",
        "😀😀",
        "VGCC P/Q-type",
        "ok",
        "die",
        "no",
        "nein",
        "die late",
    ],
)
def test_language_is_english(text: str) -> None:
    assert not is_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "¿qué es el síndrome de Lambert-Eaton?",
        "qu'est-ce que le syndrome de Lambert-Eaton",
        "was ist das Lambert-Eaton-Syndrom und woher kommt es",
        "che cos'è la sindrome di Lambert-Eaton",
        "o que é a síndrome de Lambert-Eaton",
        "wat is het syndroom van Lambert-Eaton en hoe krijg je het",
        "co to jest zespół Lamberta-Eatona i czy jest dziedziczny",
        "vad är det och är det ärftligt",
        "ランバート・イートン症候群とは何ですか",
        "ما هي متلازمة لامبرت إيتون",
        "что такое LEMS",
        "램버트 이튼 증후군",
    ],
)
def test_language_is_foreign(text: str) -> None:
    assert is_foreign(text)
