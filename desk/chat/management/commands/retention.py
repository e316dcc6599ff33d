"""`python manage.py retention`: what the worker does every hour, at once."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from chat.services.retention import erase_old, tidy


class Command(BaseCommand):
    help = "Erases conversations that are older than LEMS_RETENTION_DAYS; the worker then tells the assistant."

    def handle(self, *args: Any, **options: Any) -> None:
        erased = erase_old()
        tidy()
        self.stdout.write(f"{erased} conversations erased")
