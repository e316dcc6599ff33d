"""Requests and responses against desk/chat/openapi.yaml."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import yaml
from jsonschema import Draft202012Validator

SPEC = Path(__file__).parents[2] / "desk" / "chat" / "openapi.yaml"


@cache
def spec() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(SPEC.read_text(encoding="utf-8"))
    return loaded


def request_errors(method: str, url: str, body: Any) -> list[str]:
    """What is wrong with a request: an unknown call, an unknown parameter, a body of another shape."""
    address = urlsplit(url)
    operation = spec()["paths"].get(address.path, {}).get(method.lower())
    if operation is None:
        return [f"{method} {address.path} is not documented"]
    known = {_resolved(parameter)["name"] for parameter in operation.get("parameters", [])}
    errors = [
        f"{method} {address.path}: no parameter '{name}'" for name in parse_qs(address.query) if name not in known
    ]
    schema = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    if body is not None and schema is None:
        errors.append(f"{method} {address.path} takes no body")
    elif body is not None:
        errors += _schema_errors(schema, body)
    elif operation.get("requestBody", {}).get("required"):
        errors.append(f"{method} {address.path} needs a body")
    return errors


def response_errors(method: str, path: str, status: int, body: Any) -> list[str]:
    """What is wrong with a JSON response: an undocumented status, or another shape."""
    documented = spec()["paths"][path][method.lower()]["responses"]
    if str(status) not in documented:
        return [f"{method} {path} answers {status}; documented are {', '.join(documented)}"]
    return _schema_errors(_resolved(documented[str(status)])["content"]["application/json"]["schema"], body)


def _resolved(part: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in part:
        found: Any = spec()
        for name in re.sub(r"^#/", "", part["$ref"]).split("/"):
            found = found[name]
        part = found
    return part


def _schema_errors(schema: dict[str, Any], value: Any) -> list[str]:
    validator = Draft202012Validator({**schema, "components": spec()["components"]})
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]
