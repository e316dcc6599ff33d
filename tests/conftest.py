"""Fixtures that every kind of test shares. Whatever is slow to build is built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from lems_faq.answers.compose import Composer
from lems_faq.answers.setup import composer
from lems_faq.understanding.conditions import Lexicon

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def curated_composer() -> Composer:
    """The composer of the real domain, texts and default numbers."""
    return composer()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The real lists of conditions."""
    return Lexicon.read(ROOT / "data" / "conditions")


@pytest.fixture(scope="session")
def model_file() -> Path:
    """The model for the present content, trained where it is missing."""
    from lems_faq.adapters.training import ensure_model

    return ensure_model(ROOT)
