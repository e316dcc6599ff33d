"""Which programs are run, and how."""

from __future__ import annotations

import os
import secrets
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from config.environment import DESK, ROOT, Environment, SettingError

DESK_NAME = "desk"
NOT_HERE = "none"
_PYTHON = ".venv/bin/python"
"""Of the assistant's own environment: the desk's is another one on purpose."""

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True)
class Program:
    """`command` is run in `folder`. `name` stands before each of its lines. `needs_tables`: started only when the
    database's tables are as they must be."""

    name: str
    command: tuple[str, ...]
    folder: Path
    needs_tables: bool = False


def prepare() -> Program:
    """What runs once: the database's tables."""
    return Program("prepare", (sys.executable, "manage.py", "migrate", "--verbosity", "0", "--no-input"), DESK)


def programs(environment: Environment) -> list[Program]:
    """The desk first: it is up, with its pages, while tables are made and the assistant loads."""
    return [
        Program(DESK_NAME, (sys.executable, "-m", "config.serve", "public"), DESK),
        Program("internal", (sys.executable, "-m", "config.serve", "internal"), DESK, needs_tables=True),
        Program("worker", (sys.executable, "manage.py", "worker"), DESK, needs_tables=True),
        *_optional("assistant", environment.text("LEMS_ASSISTANT_COMMAND"), _serve("assistant")),
        *_optional("actions", environment.text("LEMS_ACTIONS_COMMAND"), _serve("actions")),
    ]


def shared_environment(environment: Environment) -> dict[str, str]:
    """What all programs get: the environment, the addresses of the parts in all their names, and the secrets between
    them, made up for this run where unset."""
    made = {name: secrets.token_urlsafe(32) for name in ("LEMS_DESK_SECRET", "LEMS_INTERNAL_SECRET")}
    unset = {name: value for name, value in made.items() if not os.environ.get(name)}
    ports = {}
    if _assistant_is_here(environment):
        port = assistant_port(environment)
        ports = {"LEMS_ASSISTANT_PORT": str(port), "LEMS_ASSISTANT_URL": f"http://{_LOOPBACK[0]}:{port}"}
    addresses = {"LEMS_DESK_URL": environment.text("LEMS_DESK_URL"), "LEMS_STATE": str(_state(environment))}
    if not environment.is_set("LEMS_PUBLIC_URL"):
        # Links that the desk gives out lead to where it listens, also on another port than the usual one.
        addresses["LEMS_PUBLIC_URL"] = f"http://127.0.0.1:{environment.number('LEMS_PORT', minimum=1)}"
    quiet = {"RASA_TELEMETRY_ENABLED": "false", "SQLALCHEMY_SILENCE_UBER_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    return {**quiet, **os.environ, **addresses, **ports, **unset}


def ports_needed(environment: Environment) -> dict[str, int]:
    """Which ports the assistant's two servers will listen on, each under the variable that changes it. Empty where
    they are started elsewhere or by commands of the operator's own."""
    needed = {}
    if _assistant_is_here(environment):
        needed["LEMS_ASSISTANT_PORT"] = assistant_port(environment)
    if not environment.text("LEMS_ACTIONS_COMMAND"):
        needed["LEMS_ACTIONS_PORT"] = environment.number("LEMS_ACTIONS_PORT", minimum=1)
    return needed


def assistant_port(environment: Environment) -> int:
    """Of LEMS_ASSISTANT_PORT, else of LEMS_ASSISTANT_URL.

    Raises:
        SettingError: the assistant would listen beyond this machine, or the two name different ports.
    """
    url = environment.text("LEMS_ASSISTANT_URL")
    parts = urlsplit(url)
    if parts.hostname not in _LOOPBACK:
        raise SettingError(
            f"LEMS_ASSISTANT_URL names '{parts.hostname}', and the supervisor starts the assistant on loopback; "
            "set LEMS_ASSISTANT_COMMAND=none where it runs elsewhere"
        )
    if not environment.text("LEMS_ASSISTANT_PORT"):
        return parts.port or 5005
    port = environment.number("LEMS_ASSISTANT_PORT", minimum=1)
    if environment.is_set("LEMS_ASSISTANT_URL") and parts.port != port:
        raise SettingError(f"LEMS_ASSISTANT_PORT='{port}' and LEMS_ASSISTANT_URL='{url}' name different ports")
    return port


def _assistant_is_here(environment: Environment) -> bool:
    return not environment.text("LEMS_ASSISTANT_COMMAND")


def _optional(name: str, said: str, default: tuple[str, ...]) -> list[Program]:
    if said == NOT_HERE:
        return []
    return [Program(name, tuple(shlex.split(said)) if said else default, ROOT)]


def _serve(server: str) -> tuple[str, ...]:
    """One of the two servers of the assistant's own project, in its own environment."""
    return "/bin/sh", "-c", f"PYTHONPATH=. PYTHONWARNINGS=ignore exec {_PYTHON} -m lems_faq.cli.main serve {server}"


def _state(environment: Environment) -> Path:
    return environment.folder("LEMS_STATE", default=ROOT / ".state")
