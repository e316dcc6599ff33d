"""Refusals: every answer of 400 and above has one shape, and never repeats what a patient wrote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import JsonResponse

from chat.notices import notice


class Refusal(Exception):
    """Raised anywhere below a view. `code` is for programs, `detail` for people who write clients, `say` names the
    notice that the patient is to see."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        say: str = "",
        limit: int | None = None,
        choices: Sequence[str] = (),
        retry_after: int | None = None,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.detail = detail
        self.say = say
        self.limit = limit
        self.choices = list(choices)
        self.retry_after = retry_after

    def response(self) -> JsonResponse:
        error: dict[str, Any] = {"code": self.code, "detail": self.detail}
        if self.limit is not None:
            error["limit"] = self.limit
        if self.choices:
            error["choices"] = self.choices
        body: dict[str, Any] = {"error": error}
        if self.say:
            body["message"] = notice(self.say).as_dict()
        response = JsonResponse(body, status=self.status)
        if self.retry_after is not None:
            response["Retry-After"] = str(self.retry_after)
        if self.status == 401:
            response["WWW-Authenticate"] = "Bearer"
        return response


def too_many(retry_after: int) -> Refusal:
    return Refusal(429, "too_many", f"Try again in {retry_after} s.", say="too_many", retry_after=retry_after)


def too_long(*, limit: int) -> Refusal:
    return Refusal(413, "text_too_long", f"At most {limit} characters.", say="too_long", limit=limit)


def gone() -> Refusal:
    return Refusal(410, "conversation_gone", "The conversation is erased. Start a new one.")
