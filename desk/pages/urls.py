"""Addresses of the demonstration page and of files."""

from __future__ import annotations

from django.urls import path

from pages import views

urlpatterns = [
    path("", views.demonstration, name="demonstration"),
    path("widget/<path:name>", views.widget_file, name="widget-file"),
    path("static/<path:name>", views.static_file, name="static-file"),
]
