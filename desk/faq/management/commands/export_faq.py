"""`python manage.py export_faq FOLDER`: the FAQ as static files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from faq.export import export


class Command(BaseCommand):
    help = "Writes the FAQ's pages to a folder, for a site that wants no server."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        pages = export(folder)
        self.stdout.write(f"{len(pages)} pages written to {folder}")
