"""Django's commands for the desk: `python manage.py COMMAND`."""

from __future__ import annotations

import sys

from config.mode import choose_settings


def main() -> None:
    choose_settings()
    # After the settings are chosen.
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
