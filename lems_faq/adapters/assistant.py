"""The trained assistant in this process: for the batch command, the terminal chat, tests and benchmarks."""

from __future__ import annotations

import logging
import uuid
from pathlib import Path
from typing import Any, Dict, Optional

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.utils.common import configure_logging_and_warnings
from rasa.utils.endpoints import EndpointConfig
from rasa.utils.log_utils import configure_structlog

from lems_faq.adapters.channel import Incoming, TurnCollector, admitted, clean
from lems_faq.adapters.context import context
from lems_faq.adapters.last_turn import offered
from lems_faq.answers.record import last_resort
from lems_faq.answers.setup import composer
from lems_faq.understanding.safety_rules import by_rules

NLG = "lems_faq.adapters.nlg.CuratedNLG"
logger = logging.getLogger(__name__)


class Assistant:
    """Answers messages in process. Conversations live in memory unless a tracker store is given."""

    def __init__(self, agent: Agent) -> None:
        self._agent = agent
        self._composer = composer()

    @classmethod
    def load(
        cls, model: Path, *, endpoints: Path = Path("endpoints.yml"), store: TrackerStore | None = None
    ) -> Assistant:
        """Loads a model.

        Raises:
            FileNotFoundError: there is no such model.
        """
        if not model.exists():
            raise FileNotFoundError(f"{model}: no such model; train one with rasa train")
        quiet()
        action = AvailableEndpoints.read_endpoints(str(endpoints)).action if endpoints.exists() else None
        agent = Agent.load(
            model_path=str(model),
            tracker_store=store or InMemoryTrackerStore(Domain.empty()),
            generator=EndpointConfig(type=NLG),
            action_endpoint=action,
        )
        return cls(agent)

    async def answer(self, text: str, *, conversation: str, id: Optional[str] = None) -> Dict[str, Any]:
        """The turn record for one message of a conversation, as the channel gives it; always a record."""
        message = Incoming(conversation, id or uuid.uuid4().hex, clean(text))
        try:
            tracker = await self._agent.tracker_store.retrieve(conversation)
            asked = admitted(message, offered(tracker) if tracker else [])
            collector = TurnCollector()
            await self._agent.handle_message(
                UserMessage(
                    asked,
                    collector,
                    conversation,
                    input_channel="desk",
                    message_id=message.message_id,
                    metadata=context(tracker, self._composer.curated.title),
                )
            )
            if collector.turns:
                return collector.turns[-1]
            problem = "nothing was said"
        except Exception as error:  # as in the channel: an answer whatever broke
            problem = type(error).__name__
        logger.error("assistant.last_resort problem=%s", problem)
        return last_resort(self._composer, id=message.message_id, safety=by_rules(message.text)).as_dict()


def quiet() -> None:
    """Rasa's log at ERROR: at WARNING a message costs several milliseconds, at DEBUG its text would be written."""
    configure_structlog(logging.ERROR)
    configure_logging_and_warnings(logging.ERROR, warn_only_once=True, filter_repeated_logs=True)
    for name in ("rasa", "lems_faq", "apscheduler", "matplotlib"):
        logging.getLogger(name).setLevel(logging.ERROR)
