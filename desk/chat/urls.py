"""The public API, as openapi.yaml documents it, and the page 'my data'."""

from __future__ import annotations

from django.urls import path

from chat.views import conversations, data, events, messages, requests, status

urlpatterns = [
    path("api/v1/status", status.status, name="status"),
    path("api/v1/conversations", conversations.conversations, name="conversations"),
    path("api/v1/token", conversations.token, name="token"),
    path("api/v1/messages", messages.messages, name="messages"),
    path("api/v1/events", events.events, name="events"),
    path("api/v1/feedback", requests.feedback, name="feedback"),
    path("api/v1/handoff", requests.handoff, name="handoff"),
    path("api/v1/data", data.data, name="data"),
    path("api/v1/conversation", conversations.conversation, name="conversation"),
    path("my-data/<str:token>/", data.my_data_page, name="my-data"),
    path("my-data/<str:token>/my-conversation.json", data.my_data_file, name="my-data-file"),
]
