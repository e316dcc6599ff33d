"""One running assistant for all tests of the channel."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

import pytest

from tests.servers import Running, running


@pytest.fixture(scope="session")
def assistant(model_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The servers with both channels open and no desk configured."""
    state = tmp_path_factory.mktemp("state")
    with running(state, credentials="credentials.development.yml", environment={"LEMS_DESK_URL": ""}) as server:
        yield server
