"""The trained assistant in this process."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.core.agent import Agent
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.utils.endpoints import EndpointConfig

from lems_faq.adapters.assistant import NLG, Assistant, quiet


@pytest.fixture(scope="session")
def agent(model_file: Path) -> Agent:
    """Rasa's own agent with the NLG, no action server."""
    quiet()
    store = InMemoryTrackerStore(Domain.empty())
    return Agent.load(str(model_file), tracker_store=store, generator=EndpointConfig(type=NLG))


@pytest.fixture(scope="session")
def lems(agent: Agent) -> Assistant:
    return Assistant(agent)
