"""The desk's internal API, as the actions use it."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from typing import Any, Literal, Mapping

import aiohttp

URL_VARIABLE = "LEMS_DESK_URL"
SECRET_VARIABLE = "LEMS_INTERNAL_SECRET"
SECRET_HEADER = "X-Internal-Secret"
TIMEOUT = 2.0
"""Seconds for a whole call."""

NO_DESK = "no_desk"
"""What a slot says where no desk is configured: the reply tells so honestly."""


class DeskError(RuntimeError):
    """The desk could not be reached, was too slow, or refused."""


@dataclass(frozen=True)
class Desk:
    """A configured desk."""

    url: str
    secret: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Desk | None:
        """The desk of LEMS_DESK_URL, None where there is none."""
        url = environment.get(URL_VARIABLE, "").rstrip("/")
        return cls(url, environment.get(SECRET_VARIABLE, "")) if url else None

    async def call(
        self, method: Literal["GET", "POST"], conversation: str, what: str, body: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """`METHOD /internal/conversations/{conversation}/{what}`: the JSON object that the desk answers.

        Raises:
            DeskError: no answer within TIMEOUT, or one that is no success.
        """
        path = f"{self.url}/internal/conversations/{conversation}/{what}"
        timeout = aiohttp.ClientTimeout(total=TIMEOUT)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout, headers={SECRET_HEADER: self.secret}) as session,
                session.request(method, path, json=body) as answer,
            ):
                if answer.status >= 400:
                    raise DeskError(f"the desk answered {answer.status} to {what}")
                found = await answer.json(content_type=None)
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError, ValueError) as problem:
            raise DeskError(f"no answer from the desk to {what}: {type(problem).__name__}") from problem
        return found if isinstance(found, dict) else {}
