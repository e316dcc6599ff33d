"""Which programs are run, and how."""

from __future__ import annotations

import os
import secrets
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from config.environment import DESK, ROOT, Environment

NOT_HERE = "none"
_ACTIONS_PORT = 5055
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
        Program("desk", (sys.executable, "-m", "config.serve", "public"), DESK),
        Program("internal", (sys.executable, "-m", "config.serve", "internal"), DESK, needs_tables=True),
        Program("worker", (sys.executable, "manage.py", "worker"), DESK, needs_tables=True),
        *_optional("assistant", environment.text("LEMS_ASSISTANT_COMMAND"), _assistant(environment)),
        *_optional("actions", environment.text("LEMS_ACTIONS_COMMAND"), _actions()),
    ]


def shared_environment() -> dict[str, str]:
    """What all programs get: the environment, with the secrets between them made up for this run where unset."""
    made = {name: secrets.token_urlsafe(32) for name in ("LEMS_DESK_SECRET", "LEMS_INTERNAL_SECRET")}
    unset = {name: value for name, value in made.items() if not os.environ.get(name)}
    addresses = {"LEMS_DESK_URL": Environment().text("LEMS_DESK_URL")}
    return {"RASA_TELEMETRY_ENABLED": "false", "PYTHONUNBUFFERED": "1", **addresses, **os.environ, **unset}


def _optional(name: str, said: str, default: tuple[str, ...]) -> list[Program]:
    if said == NOT_HERE:
        return []
    return [Program(name, tuple(shlex.split(said)) if said else default, ROOT)]


def _assistant(environment: Environment) -> tuple[str, ...]:
    """Trains first where there is no model of the present content."""
    parts = urlsplit(environment.text("LEMS_ASSISTANT_URL"))
    host = parts.hostname if parts.hostname in _LOOPBACK else "127.0.0.1"
    rasa = f"{_PYTHON} -W ignore -m rasa run --interface {host} --port {parts.port or 5005}"
    return _shell(f'model=$({_PYTHON} -m lems_faq.cli.main train) && SANIC_HOST={host} exec {rasa} --model "$model"')


def _actions() -> tuple[str, ...]:
    return _shell(f"exec {_PYTHON} -W ignore -m rasa_sdk --actions actions --port {_ACTIONS_PORT}")


def _shell(command: str) -> tuple[str, ...]:
    return "/bin/sh", "-c", f"export PYTHONPATH=.; {command}"
