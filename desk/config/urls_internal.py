"""What actions/ reach, on a port that no proxy is told of."""

from __future__ import annotations

from django.urls import path

from chat.views import internal

urlpatterns = [
    path("internal/conversations/<uuid:sender_id>/handoff", internal.handoff),
    path("internal/conversations/<uuid:sender_id>/feedback", internal.feedback),
    path("internal/conversations/<uuid:sender_id>/forget", internal.forget),
    path("internal/conversations/<uuid:sender_id>/data-link", internal.data_link),
]
