"""What patients and their browsers reach."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("chat.urls")),
    path("", include("faq.urls")),
    path("", include("pages.urls")),
]

handler404 = "pages.errors.not_found"
handler500 = "pages.errors.server_error"
