"""What the desk's tests share: one live stack for the API's tests, and clients of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from api import Api
from desk_settings import LIVE
from processes import Stack


@pytest.fixture(scope="session")
def live(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Assistant, public desk and internal API as real processes, on the tests' own database; no worker."""
    more = {}
    if connection.vendor == "postgresql":
        # The processes use the database that pytest-django made.
        settings = connection.settings_dict
        address = f"{settings['HOST']}:{settings['PORT'] or 5432}/{settings['NAME']}"
        more["LEMS_DATABASE_URL"] = f"postgresql://{settings['USER']}:{settings['PASSWORD']}@{address}"
    stack = Stack(tmp_path_factory.mktemp("live"), state=LIVE, more=more)
    try:
        stack.assistant()
        stack.url = stack.desk()[1]
        stack.internal()
        yield stack
    finally:
        stack.stop()


@pytest.fixture
def api(live: Stack, transactional_db: None) -> Iterator[Api]:
    """A client with a new conversation. Its rows can be looked at by the models."""
    client = Api(live.url).start()
    yield client
    client.close()


@pytest.fixture
def anybody(live: Stack, transactional_db: None) -> Iterator[Api]:
    """A client without a conversation."""
    client = Api(live.url)
    yield client
    client.close()


@pytest.fixture(scope="session")
def repository() -> Path:
    return Path(__file__).resolve().parent.parent.parent
