"""One address, one function a method: who may call it, and what each exception of the services means to a client."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt

from chat.limits import TooMany
from chat.services.locking import ConversationGone
from chat.tokens import TokenExpired, TokenInvalid, read_chat_token
from chat.web.refusal import Refusal, gone, too_many

Open = Callable[[HttpRequest], Awaitable[HttpResponseBase]]
Owned = Callable[[HttpRequest, UUID], Awaitable[HttpResponseBase]]
View = Callable[..., Coroutine[Any, Any, HttpResponseBase]]


def open_endpoint(**methods: Open) -> View:
    """For everybody."""

    async def view(request: HttpRequest) -> HttpResponseBase:
        return await _answer(request, methods, lambda function: function(request))

    return csrf_exempt(view)


def owned_endpoint(**methods: Owned) -> View:
    """For the holder of a conversation's token; the functions get the conversation's id.

    No cookie says who asks, so a foreign page cannot ask in a patient's name: it does not have the token.
    """

    async def view(request: HttpRequest) -> HttpResponseBase:
        return await _answer(request, methods, lambda function: function(request, owner(request)))

    return csrf_exempt(view)


def internal_endpoint(**methods: Owned) -> View:
    """For actions/ only: with the internal secret, about the conversation that the address names."""

    async def view(request: HttpRequest, sender_id: UUID) -> HttpResponseBase:
        def call(function: Owned) -> Awaitable[HttpResponseBase]:
            _check_secret(request)
            return function(request, sender_id)

        return await _answer(request, methods, call)

    return csrf_exempt(view)


def owner(request: HttpRequest) -> UUID:
    """The conversation whose token the request carries.

    Raises:
        Refusal: 401
    """
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Refusal(401, "token_missing", "Send the header Authorization: Bearer TOKEN.")
    try:
        return read_chat_token(token.strip())[0]
    except TokenExpired:
        raise Refusal(401, "token_expired", "The token is too old. Start a new conversation.") from None
    except TokenInvalid:
        raise Refusal(401, "token_invalid", "This server did not issue that token.") from None


def _check_secret(request: HttpRequest) -> None:
    shown = request.headers.get("X-Internal-Secret", "")
    # Without a secret of its own the API is closed, not open.
    if not settings.INTERNAL_SECRET or not constant_time_compare(shown, settings.INTERNAL_SECRET):
        raise Refusal(401, "secret_wrong", "Send LEMS_INTERNAL_SECRET in the header X-Internal-Secret.")


async def _answer[F: Callable[..., Awaitable[HttpResponseBase]]](
    request: HttpRequest, methods: dict[str, F], call: Callable[[F], Awaitable[HttpResponseBase]]
) -> HttpResponseBase:
    function = methods.get(request.method or "")
    if function is None:
        allowed = ", ".join(methods)
        response = Refusal(405, "method_not_allowed", f"Allowed here: {allowed}.", choices=list(methods)).response()
        response["Allow"] = allowed
        return response
    try:
        return await call(function)
    except Refusal as refusal:
        return refusal.response()
    except ConversationGone:
        return gone().response()
    except TooMany as limit:
        return too_many(limit.retry_after).response()
    except RequestDataTooBig:
        limit_bytes = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        return Refusal(
            413, "body_too_large", f"At most {limit_bytes} bytes.", say="too_long", limit=limit_bytes
        ).response()
