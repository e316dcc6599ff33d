"""The safety rules on cases of their own: families of wordings, what only sounds like danger, length and time."""

from __future__ import annotations

import time

import pytest

from lems_faq.understanding.safety_rules import LINE, NONE, by_rules, stronger

EMERGENCIES = [
    # Asked for, with a danger behind it.
    "could I get some help, I can't breathe",
    "could i please have help he has stopped breathing",
    "could I call you back, she has collapsed",
    "could i be dying, my chest hurts and my arm is numb",
    # Breath, colour, oxygen.
    "I can't breathe",
    "I can’t breathe",
    "i cant breth properly",
    "he cant breath and his lips are blue",
    "my husband couldn’t get any air and still can't",
    "not breathing please help",
    "she has stopped breathing",
    "her breathing is getting worse and very shallow",
    "brother is struggling for air",
    "dad's lips have gone blue",
    "he is turning blue",
    "her sats are 82",
    "my oxygen reads 79 percent",
    "he is gasping in the chair",
    "I can only get out two words at a time",
    # Choking, swallowing, the airway.
    "my wife is choking on her dinner",
    "hes chokking",
    "she cannot swallow her own spit",
    "i cant swollow anything since this morning",
    "a piece of meat is stuck in his throat",
    "my throat is closing up after the injection",
    "my tongue is swelling after the new tablet",
    # Not there, fits.
    "dad has just collapsed in the kitchen and he won't wake up",
    "she is unconscious",
    "my neighbour is not responding",
    "gran wont wake up",
    "I can't get her to wake up",
    "he has gone limp",
    "found mum unresponsive",
    "he's having a seizure right now",
    "my son is having a fit",
    # Chest, stroke, sudden weakness.
    "mum has chest pain and her arm is numb",
    "crushing pain in my chest",
    "her face has dropped on one side and her speech is slurred",
    "one side of his mouth is drooping",
    "he suddenly can't move his legs",
    "I cannot lift my head off the pillow",
    # Too much medicine.
    "I took the whole box of tablets an hour ago",
    "he took too many pills",
    "mother has taken double her dose of firdapse by mistake",
    "my toddler swallowed his grandmother's pills",
    # Blood, help.
    "he is bleeding badly",
    "coughing up a lot of blood",
    "call an ambulance",
    "please send 999 to us",
    # Beside a question, in a question, in other Englishes.
    "what causes LEMS and my wife is choking right now",
    "is it normal that he can't swallow his own saliva since this morning?",
    "no can breathe, help",
    "my mother she is not waking",
]
SELF_HARMS = [
    "I want to kill myself",
    "I don't want to live any more",
    "i dont want to be here anymore",
    "my son says he wants to die",
    "I wish I was dead",
    "I’d rather be dead",
    "everybody would be better off without me",
    "theyd be better off without me",
    "I have been cutting myself since the diagnosis",
    "he is self-harming again",
    "thinking of suicide",
    "im suicidal",
    "i feel suicidle",
    "I'm going to end my life tonight",
    "she wants to end her own life",
    "thinking about ending it all",
    "I hope I never wake up",
    "wish i would not wake up tomorrow",
    "there is no point in living",
    "life is not worth living with this",
    "I am tired of living",
    "I can't go on",
    "how many of these pills would it take to kill me",
    "I have been saving up my tablets",
    "no one would miss me",
    "I am just a burden to them",
    "my sister left a goodbye letter",
    "she asked me to help her die",
    "kms",
]
HARMLESS = [
    # The topics of the source.
    "is it hereditary?",
    "what causes LEMS",
    "does it run in families",
    "is my condition linked with lung cancer",
    "how do the antibodies attack the calcium channels",
    "why am I so weak and tired",
    "do I need a scan if I have never smoked",
    "what is an HLA type",
    "which research is going on",
    "when was the text last updated",
    "my father died of lung cancer, are the two connected",
    "are my children at risk",
    # What the source does not cover.
    "can I get a flu jab",
    "how long does amifampridine take to work",
    "I take three tablets a day, is that usual",
    "should I stop my tablets before the nerve test",
    "can the pills be taken with food",
    "my insurance refused the drug",
    "how common is it in women",
    "my legs get tired on the stairs",
    "dry mouth and droopy eyelids, is that part of it",
    # Figures of speech.
    "my phone just died",
    "the server is not responding",
    "I was choked up when I read the letter",
    "these shoes are killing me",
    "dying to know what causes it",
    "could murder a cup of tea",
    "nearly died laughing",
    "I laughed till I couldn't breathe",
    "he nearly had a heart attack when he saw the price",
    "it is political suicide",
    "who directed Suicide Squad",
    "dead tired after work",
    "scared to death of needles",
    "kill my data please",
    "I could kill that parking warden",
    "I can’t swallow that answer",
    "breathing space at last",
    "took my breath away",
    "a stroke of luck",
    # Nothing the matter.
    "I stopped smoking ten years ago",
    "how do I cancel my subscription",
    "my subscription has run out, how do I end it",
    "emergency plumber near me",
    "no danger here",
    "nobody is in danger",
    "he is not choking, only coughing",
    "hello there",
    "thank you, goodbye",
    "can I talk to a person",
    "what can you do",
    "that was helpful",
    "bye for now",
    "what have you kept from last night",
    "your answer was hard to swallow",
    "delete the lot",
    "I had enough sleep",
    "we walked into town",
    "she left a note on the fridge about the milk",
    "cut the tablets in half?",
    "",
    "   ",
    "😀",
    "…",
    "?!",
]
NOT_OVER = [
    "can LEMS make it hard to breathe?",
    "what would count as an emergency?",
    "do people with LEMS ever have trouble swallowing",
    "he had a stroke ten years ago and is fine now",
    "what should we keep in the house in case she chokes",
    "is assisted suicide legal in this country",
    "could I stop breathing one day",
    "Mum collapsed last summer, that is how they found it",
    "what happens if somebody takes too much amifampridine",
    "in my novel the heroine stops breathing",
    "I read that people stop breathing after an anaesthetic",
    "a first aid course on choking",
    "I get out of breath on hills, always have",
]
CALM = "We went to the garden centre and bought two roses. "
LONG = [
    (CALM * 40 + "He can't breathe! " + CALM * 40, "emergency"),
    (CALM * 40 + "Sometimes I think I don’t want to live any more. " + CALM * 40, "self_harm"),
    (CALM.replace(".", ",") * 40 + "then my wife stopped breathing, " + CALM.replace(".", ",") * 40, "emergency"),
    (CALM * 80, NONE),
]
MEGA = (
    "x ",
    "i cannot ",
    "a",
    "(",
    "c'",
    "i am just a bit ",
    "he took all the ",
    "can't breathe. ",
    "want to be ",
    "! ",
)


@pytest.mark.parametrize("text", EMERGENCIES)
def test_safety_rules_see_an_emergency(text: str) -> None:
    assert by_rules(text) == "emergency"


@pytest.mark.parametrize("text", SELF_HARMS)
def test_safety_rules_see_self_harm(text: str) -> None:
    assert by_rules(text) == "self_harm"


@pytest.mark.parametrize("text", HARMLESS)
def test_safety_rules_leave_the_harmless_alone(text: str) -> None:
    assert by_rules(text) == NONE


@pytest.mark.parametrize("text", NOT_OVER)
def test_safety_rules_do_not_take_over_a_question_in_general(text: str) -> None:
    assert by_rules(text) in (NONE, LINE)


@pytest.mark.parametrize("text", ["what would count as an emergency?", "what if he ever stopped breathing"])
def test_safety_rules_show_the_line_for_a_danger_that_is_only_imagined(text: str) -> None:
    assert by_rules(text) == LINE


@pytest.mark.parametrize(("text", "found"), LONG)
def test_safety_rules_find_the_danger_in_the_middle_of_a_long_message(text: str, found: str) -> None:
    assert by_rules(text) == found


@pytest.mark.parametrize("mark", list("'’‘´`"))
def test_safety_rules_read_every_apostrophe(mark: str) -> None:
    assert by_rules(f"he can{mark}t breathe") == "emergency"
    assert by_rules(f"I don{mark}t want to live") == "self_harm"


@pytest.mark.parametrize(
    "text", ["HE CAN'T BREATHE", "he  can't\n breathe", "*he can't* _breathe_", "(he can't breathe)"]
)
def test_safety_rules_do_not_mind_case_blanks_and_marks(text: str) -> None:
    assert by_rules(text) == "emergency"


def test_safety_rules_add_up_vague_signs() -> None:
    assert by_rules("he is slurring") == LINE
    assert by_rules("he is slurring now") == "emergency"
    assert by_rules("his arm has gone numb. he is slurring.") == "emergency"


@pytest.mark.parametrize("piece", MEGA)
def test_safety_rules_read_a_hundred_kilobytes_in_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    by_rules(text)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("levels", "worst"),
    [
        ((), "none"),
        (("none",), "none"),
        (("none", "line"), "line"),
        (("line", "emergency"), "emergency"),
        (("self_harm", "emergency"), "self_harm"),
    ],
)
def test_safety_rules_stronger_word_counts(levels: tuple[str, ...], worst: str) -> None:
    assert stronger(*levels) == worst
