"""One running system for the tests that do not hurt it."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

import pytest

from tests.whole.everything import Everything, Patient, everything


@pytest.fixture(scope="session")
def whole(model_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everything]:
    with everything(tmp_path_factory.mktemp("whole")) as found:
        found.ready()
        yield found


@pytest.fixture
def patient(whole: Everything) -> Patient:
    return Patient(whole.url)
