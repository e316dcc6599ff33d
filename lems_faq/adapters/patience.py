"""How long the assistant waits for its action server."""

from __future__ import annotations

import rasa.core.actions.action

SECONDS = 2.3
"""More than the two seconds that an action gives the desk. Rasa waits five minutes and offers no setting; a patient
gets the apology of the rule's next step instead."""


def limit_action_server() -> None:
    """Sets the limit for this process."""
    rasa.core.actions.action.DEFAULT_REQUEST_TIMEOUT = SECONDS
