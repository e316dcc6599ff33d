"""Starting a conversation."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import transaction

from chat.addresses import digest
from chat.limits import take
from chat.models import Conversation


@transaction.atomic
def start(*, address: str) -> UUID:
    """A new conversation's id.

    Raises:
        TooMany
    """
    take({digest(address, purpose="starts"): settings.LIMIT_STARTS})
    return Conversation.objects.create().pk
