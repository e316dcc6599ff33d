"""Documents and code say the same."""

from __future__ import annotations

import re
from pathlib import Path

from openapi_spec_validator import validate

import contract
from chat.redaction.redact import redact
from chat.redaction.spans import Kind
from chat.services.feedback import REASONS
from chat.urls import urlpatterns
from config import urls_internal


def test_openapi_document_is_valid() -> None:
    validate(contract.document())


def test_every_address_is_documented_and_every_documented_one_exists(repository: Path) -> None:
    served = {f"/{pattern.pattern}" for pattern in urlpatterns if str(pattern.pattern).startswith("api/")}
    assert served == set(contract.document()["paths"])
    text = (repository / "docs" / "api.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\| `(GET|POST|DELETE) (/api/[^`]+)`", text)) == set(contract.operations())


def test_every_internal_address_is_documented(repository: Path) -> None:
    text = (repository / "docs" / "api.md").read_text(encoding="utf-8")
    for pattern in urls_internal.urlpatterns:
        assert f"/{str(pattern.pattern).replace('<uuid:sender_id>', '{sender_id}')}" in text


def test_openapi_lists_the_reasons_that_are_taken() -> None:
    assert tuple(contract.document()["components"]["schemas"]["NewFeedback"]["properties"]["reason"]["enum"]) == REASONS


def test_every_kind_of_detail_is_documented(repository: Path) -> None:
    text = (repository / "docs" / "privacy.md").read_text(encoding="utf-8").lower()
    for kind in Kind.__args__:
        assert kind.replace("date of birth", "dates of birth").replace("identity number", "identity numbers") in text


def test_what_is_said_not_to_be_caught_is_not_caught() -> None:
    for text in ("born in 1961", "I met Anna there", "I work at a small bakery"):
        assert not redact(text).changed
