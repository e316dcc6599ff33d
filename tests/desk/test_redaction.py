"""What is taken out and what is not: cases by hand, one list a rule. The measured set is another one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from chat.redaction import redact
from chat.redaction.phone import CRISIS_NUMBERS

TAKEN_OUT = {
    "e-mail address": [
        ("mail me at anna.b+c@mail.example.org please", "mail me at [e-mail address] please"),
        ("it is anna @ example . org", "it is [e-mail address]"),
        ("anna(at)example(dot)org", "[e-mail address]"),
        ("write anna dot example at example dot org", "write [e-mail address]"),
        ("anna at gmail.com", "[e-mail address]"),
        ("ＡＮＮＡ＠example.org", "[e-mail address]"),
    ],
    "phone number": [
        ("call me on 07700 900123", "call me on [phone number]"),
        ("+44 (0)20 7946 0958", "[phone number]"),
        ("0049-30-1234567", "[phone number]"),
        ("(555) 010-0123 or 555.010.0124", "[phone number] or [phone number]"),
        ("my number is 555-0123", "my number is [phone number]"),
        ("06 12 34 56 78", "[phone number]"),
        ("555 010 0123 ext. 12", "[phone number]"),
        ("oh seven seven double zero nine oh oh one two three", "[phone number]"),
        ("٠٧٧٠٠ ٩٠٠١٢٣", "[phone number]"),
    ],
    "card number": [
        ("4111 1111 1111 1111", "[card number]"),
        ("card 4111111111111111", "card [card number]"),
        ("3782 822463 10005", "[card number]"),
    ],
    "identity number": [
        ("my SSN is 078-05-1120", "my SSN is [identity number]"),
        ("NHS number 943 476 5919", "NHS number [identity number]"),
        ("NINO QQ 12 34 56 C", "NINO [identity number]"),
        ("MRN: 00482913", "MRN: [identity number]"),
        ("passport C01X00T47", "passport [identity number]"),
        ("policy number HX-4432-99", "policy number [identity number]"),
        ("DE89 3704 0044 0532 0130 00", "[identity number]"),
        ("Medicare 1EG4-TE5-MK73", "Medicare [identity number]"),
        ("RSSMRA85T10A562S", "[identity number]"),
    ],
    "date of birth": [
        ("born on 3 March 1961", "born on [date of birth]"),
        ("DOB 12/03/61", "DOB [date of birth]"),
        ("date of birth: 1961-03-12", "date of birth: [date of birth]"),
        ("my birthday is March 3rd", "my birthday is [date of birth]"),
        ("03.12.1961 is my date of birth", "[date of birth] is my date of birth"),
        ("My name is Anna Example, 12.03.1961", "My name is [name], [date of birth]"),
    ],
    "name": [
        ("My name is Anna Maria Example-Smith.", "My name is [name]."),
        ("my name is anna example and I have LEMS", "my name is [name] and I have LEMS"),
        ("MY NAME IS ANNA EXAMPLE", "MY NAME IS [name]"),
        ("I'm John Example from Leeds", "I'm [name] from Leeds"),
        ("i'm anna, is it hereditary", "i'm [name], is it hereditary"),
        ("Anna here. What is LEMS?", "[name] here. What is LEMS?"),
        ("This is Maria Example speaking", "This is [name] speaking"),
        ("Is it hereditary? Thanks, Peter", "Is it hereditary? Thanks, [name]"),
        ("my husband John has LEMS", "my husband [name] has LEMS"),
        ("her name is Karen O'Example", "her name is [name]"),
        ("Mrs Example told me", "Mrs [name] told me"),
        ("ich heiße Jürgen Beispiel", "ich heiße [name]"),
    ],
    "address": [
        ("I live at 12 Example Street, London NW1 6XE", "I live at [address]"),
        ("i live at 7 orchard close", "i live at [address]"),
        ("7 Orchard Close", "[address]"),
        ("Beispielstraße 12, 10115 Berlin", "[address]"),
        ("12 rue de la Paix", "[address]"),
        ("PO Box 1234", "[address]"),
        ("my zip is 90210", "my zip is [address]"),
        ("postcode nw1 6xe", "postcode [address]"),
    ],
    "account": [
        ("instagram: anna_example", "instagram: [account]"),
        ("I am @anna_example there", "I am [account] there"),
        ("https://www.facebook.com/anna.example", "[account]"),
        ("my ip is 192.0.2.20", "my ip is [account]"),
    ],
    "password": [("my password is hunter22", "my password is [password]")],
}

KEPT = [
    "HLA-B8 and HLA-DR3, DRB1*03:01",
    "the P/Q-type voltage-gated calcium channels",
    "50 to 60 % of cases, approximately 50% to 60%",
    "3,4-DAP 10 mg four times a day, 20 mg at most",
    "vitamin B12 5 mg, 2.5 mg, 1,000 IU",
    "antibody titre 1:1280, 234 pmol/L",
    "blood pressure 120/80 130/85 140/90",
    "trial NCT01234567, variant rs2187668, ICD-10 G70.80",
    "should I ring 116 123, 988, 112, 911, 999 or 741741?",
    "last updated 2026-04-08, diagnosed on 3/4/2019",
    "between 2019-2024 and in 2025",
    "a 20 minute drive, a 5 minute walk, 3 flights up",
    "1,000,000 people, 100-1000 pmol, 3000000 people",
    "I am worried, I am American, I'm Type 1 diabetic, I'm LEMS positive",
    "I'm 45 and my son was born in 2015",
    "Dr. Lambert and Dr. Eaton",
    "the drug's name is Firdapse, the name of the antibody",
    "my husband Has LEMS, my mother I think too, my fiance is AS",
    "Thanks for that. Thank you so much, doctor.",
    "Hello doctor. In an emergency, what do I do?",
    "Is it Friday? It's Important.",
    "the signal is too weak, and my password of life",
    "take 5 10 15 20 25 mg",
    "values 0.25 0.30 0.45",
    "do you have my name saved",
]


@pytest.mark.parametrize(("text", "expected"), [case for cases in TAKEN_OUT.values() for case in cases])
def test_redaction_takes_out(text: str, expected: str) -> None:
    found = redact(text)
    assert found.text == expected
    assert found.changed


@pytest.mark.parametrize("text", KEPT)
def test_redaction_keeps(text: str) -> None:
    assert redact(text).text == text
    assert not redact(text).changed


@pytest.mark.parametrize("text", [text for cases in TAKEN_OUT.values() for text, _ in cases])
def test_redacting_twice_changes_nothing_more(text: str) -> None:
    once = redact(text).text
    assert redact(once).text == once


@pytest.mark.parametrize("number", sorted(CRISIS_NUMBERS | {"116 123", "116 117", "741 741"}))
@pytest.mark.parametrize(
    "words",
    [
        "she cannot breathe, I rang {} twice",
        "call {}",
        "my number for emergencies is {}",
        "should I ring {} or 112?",
        "text me if {} does not answer",
        "{}{}",
        "phone: {}!!! please",
        "I live alone, the {} people do not answer",
    ],
)
def test_crisis_numbers_are_kept(number: str, words: str) -> None:
    text = words.replace("{}", number, 1).replace("{}", f" {number}")
    assert redact(text).text == text


def test_cries_for_help_are_kept(repository: Path) -> None:
    """The assistant must read the emergency as it was written: of the examples that it learned them from, redaction may
    take a name out, and nothing else."""
    texts = examples(repository, ("emergency", "self_harm"))
    assert len(texts) > 500
    harmed = [(text, redact(text).text) for text in texts if redact(text).text != text]
    assert [pair for pair in harmed if set(re.findall(r"\[[a-z -]+\]", pair[1])) != {"[name]"}] == []
    assert len(harmed) <= len(texts) / 200, harmed


@pytest.mark.parametrize(
    "sentence", ["I have {}.", "It's {}.", "This is {}.", "is it {}?", "my mum has {}.", "my husband has {} and LEMS"]
)
def test_conditions_are_kept(repository: Path, sentence: str) -> None:
    """The assistant declines other conditions by their names, so it must read them, with capital letters too."""
    files = sorted((repository / "data" / "conditions").glob("*.txt"))
    names = sorted({line.strip() for file in files for line in file.read_text(encoding="utf-8").splitlines()})[::40]
    assert len(names) > 300
    texts = [sentence.format(spelled) for name in names for spelled in (name, name.title())]
    harmed = [text for text in texts if redact(text).changed]
    assert len(harmed) <= len(texts) / 100, harmed


def examples(repository: Path, intents: tuple[str, ...]) -> list[str]:
    found = []
    for file in [repository / "data" / "nlu.yml", *sorted((repository / "data" / "voices").glob("*.yml"))]:
        for block in yaml.safe_load(file.read_text(encoding="utf-8")).get("nlu", []):
            if block.get("intent") in intents:
                found += [line.removeprefix("- ").strip() for line in block["examples"].splitlines() if line.strip()]
    return found


def test_operators_numbers_are_kept() -> None:
    text = "is 0800 111 0222 free"
    assert redact(text, keep={"08001110222"}).text == text
    assert redact(text).changed


def test_curated_content_is_kept(repository: object) -> None:
    from django.conf import settings

    from content.library import library

    for answer in library(settings.CONTENT_FOLDER).curated.answers.values():
        assert redact(answer.text).text == answer.text
        assert redact(answer.title).text == answer.title


@pytest.mark.parametrize(
    "piece",
    [
        "a-",
        "A-1-",
        "Aa ",
        "one ",
        "http://a/",
        "a dot ",
        "1 ",
        "1",
        "a",
        "a.",
        "A1 ",
        "my name is ",
        "12 Aa ",
        "@",
        "a@a.",
        "1-",
        "born ",
        "(1",
        "address is ",
    ],
)
def test_hostile_text_takes_no_time(piece: str) -> None:
    import time

    text = (piece * 1000)[:1000]
    started = time.process_time()
    redact(text)
    assert time.process_time() - started < 0.5
