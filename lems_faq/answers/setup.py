"""Builds the composer from files: for whoever has no Rasa domain at hand, and for the NLG alike."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Mapping, Sequence

from lems_faq.answers import source
from lems_faq.answers.compose import Composer
from lems_faq.answers.curated import DOMAIN, Curated
from lems_faq.answers.operator import Operator

SOURCE_VARIABLE = "LEMS_SOURCE"


def composer(responses: Mapping[str, Sequence[Mapping[str, Any]]] | None = None) -> Composer:
    """The composer for the responses of a Rasa domain, or for those of ./domain.yml.

    Raises:
        SourceError, OperatorError: a text or a setting is not as it must be.
    """
    curated = Curated.read(DOMAIN) if responses is None else Curated.from_responses(responses)
    folder = Path(os.environ.get(SOURCE_VARIABLE, str(source.FOLDER)))
    return Composer(curated, source.read_sources(folder), Operator.from_environment())
