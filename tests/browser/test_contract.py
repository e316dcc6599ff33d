"""The shapes that the widget knows (widget/types/api.d.ts) are those of desk/chat/openapi.yaml."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from contract import request_errors, response_errors, spec

TYPES = Path(__file__).parents[2] / "widget" / "types" / "api.d.ts"
INTERFACE = re.compile(r"^export interface (\w+)(?: extends (\w+))? \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"^  (\w+)(\??): (.+);$", re.MULTILINE)


def _interfaces() -> dict[str, dict[str, str]]:
    """Of each interface the fields that are always there."""
    found: dict[str, dict[str, str]] = {}
    for name, parent, body in INTERFACE.findall(TYPES.read_text(encoding="utf-8")):
        own = {field: type_ for field, optional, type_ in FIELD.findall(body) if not optional}
        found[name] = {**found.get(parent, {}), **own}
    return found


def _schema(name: str) -> dict[str, Any]:
    """A schema with the parts that it is made of put together."""
    schema: dict[str, Any] = spec()["components"]["schemas"][name]
    required, properties = set(schema.get("required", [])), dict(schema.get("properties", {}))
    for part in schema.get("allOf", []):
        inner = _schema(part["$ref"].rpartition("/")[2]) if "$ref" in part else part
        required |= set(inner.get("required", []))
        properties |= inner.get("properties", {})
    return {"required": required, "properties": properties}


SHARED = sorted(set(_interfaces()) & set(spec()["components"]["schemas"]))


def test_contract_most_interfaces_are_schemas() -> None:
    assert set(_interfaces()) <= set(SHARED)


@pytest.mark.parametrize("name", SHARED)
def test_contract_the_widget_relies_on_nothing_that_may_be_missing(name: str) -> None:
    assert set(_interfaces()[name]) <= _schema(name)["required"]


@pytest.mark.parametrize("name", SHARED)
def test_contract_the_widget_knows_the_same_choices(name: str) -> None:
    for field, type_ in _interfaces()[name].items():
        choices = _schema(name)["properties"][field].get("enum")
        if choices and "'" in type_:
            assert re.findall(r"'(\w+)'", type_) == choices, field


@pytest.mark.parametrize(
    ("method", "url", "body"),
    [
        ("GET", "/api/v1/nothing", None),
        ("GET", "/api/v1/messages?before=3", None),
        ("POST", "/api/v1/messages", None),
        ("POST", "/api/v1/messages", {"client_message_id": "message-1"}),
        ("POST", "/api/v1/messages", {"client_message_id": "message-1", "text": "a", "payload": "/b"}),
        ("POST", "/api/v1/token", {}),
        ("POST", "/api/v1/feedback", {"message_id": "7", "thumb": "sideways"}),
    ],
)
def test_contract_names_what_is_wrong_with_a_request(method: str, url: str, body: Any) -> None:
    assert request_errors(method, url, body)


def test_contract_names_what_is_wrong_with_an_answer() -> None:
    assert response_errors("GET", "/api/v1/status", 200, {})
    assert response_errors("GET", "/api/v1/status", 418, {})
