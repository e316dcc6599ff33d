"""Addresses of the FAQ: one a topic."""

from __future__ import annotations

from django.urls import path

from faq import views

urlpatterns = [
    path("faq/", views.index, name="faq"),
    path("faq/<slug:name>/", views.topic, name="faq-topic"),
]
