"""openapi.yaml as a test: every answer that a test gets is compared with what the document promises."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import httpx
import jsonschema
import yaml

from processes import DESK

PREFIX = "/api/v1"


@lru_cache(maxsize=1)
def document() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DESK / "chat" / "openapi.yaml").read_text(encoding="utf-8"))
    return found


def operations() -> list[tuple[str, str]]:
    """Method and path of everything that is documented."""
    return [(method.upper(), path) for path, methods in document()["paths"].items() for method in methods]


def check(method: str, path: str, response: httpx.Response) -> None:
    """Raises AssertionError where the answer is not as documented."""
    responses = document()["paths"][path][method.lower()]["responses"]
    assert str(response.status_code) in responses, f"{method} {path}: {response.status_code} is not documented"
    described = _resolved(responses[str(response.status_code)])
    kind = response.headers["content-type"].partition(";")[0]
    content = described["content"]
    assert kind in content, f"{method} {path}: {kind} is not documented"
    if kind == "application/json":
        schema = {**content[kind]["schema"], "components": document()["components"]}
        jsonschema.validate(response.json(), schema, format_checker=jsonschema.FormatChecker())


def _resolved(value: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in value:
        return value
    found = document()
    for part in value["$ref"].removeprefix("#/").split("/"):
        found = found[part]
    return found
