"""Which labels the understanding knows by name; every other intent is a topic about LEMS.

Topics are not listed here on purpose: a further reviewed text brings topics of its own, in data and domain alone.
"""

from __future__ import annotations

EMERGENCY = "emergency"
SELF_HARM = "self_harm"
ALARMS = (EMERGENCY, SELF_HARM)
PERSONAL_ADVICE = "personal_advice"
OTHER_CONDITION = "other_condition"
OUT_OF_SCOPE = "out_of_scope"
FALLBACK = "nlu_fallback"
"""Rasa's own intent for 'not sure': the outcome is clarify, or unavailable where a part failed."""

SMALL_TALK = ("greet", "goodbye", "thanks", "bot_challenge")
SERVICE = ("help", "human_handoff", "feedback", "show_my_data", "forget_me")
DIALOGUE = ("ask_why", "ask_more", "anything_else", "what_about", "pick_option", "none_of_these", "affirm", "deny")
"""Messages that mean something only with the turn before."""

COURTESY = ("greet", "thanks", "goodbye")
"""Beside a question these are no part of what was asked."""

NOT_COVERED = "nc_"
"""How the topics begin that are about LEMS and absent from the source."""

_NO_TOPIC = {EMERGENCY, SELF_HARM, PERSONAL_ADVICE, OTHER_CONDITION, OUT_OF_SCOPE, *SMALL_TALK, *SERVICE, *DIALOGUE}


def is_topic(label: str) -> bool:
    """Whether a label is a topic about LEMS, covered by the source or not."""
    return label not in _NO_TOPIC


def is_covered(label: str) -> bool:
    """Whether a label is a topic that the source answers."""
    return is_topic(label) and not label.startswith(NOT_COVERED)
