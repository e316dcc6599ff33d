"""Every variable that the desk reads, in one table. docs/desk.md describes each; a test compares the two."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DESK = Path(__file__).resolve().parent.parent
ROOT = DESK.parent


class SettingError(ValueError):
    """A variable cannot be read. The message names it, what it holds and what it may hold."""


@dataclass(frozen=True)
class Variable:
    """One variable. An empty `default` means: unset."""

    name: str
    default: str
    meaning: str


VARIABLES = (
    Variable("LEMS_MODE", "local", "local or production: which settings the desk's programs take"),
    Variable("LEMS_FACE", "public", "public or internal: which addresses a process serves; the entry points set it"),
    Variable("LEMS_STATE", ".state", "folder of databases and of the local key, relative to the repository root"),
    Variable("LEMS_CONTENT", "", "folder that holds domain.yml and source/; the repository root where unset"),
    Variable("LEMS_WIDGET", "", "folder of the widget's scripts; widget/src of the repository root where unset"),
    Variable("LEMS_DATABASE_URL", "", "postgresql://user:password@host:5432/name; SQLite in LEMS_STATE where unset"),
    Variable("LEMS_SECRET_KEY", "", "signs tokens and links; at least 50 characters; must be set in production"),
    Variable("LEMS_SECRET_KEY_FALLBACKS", "", "earlier keys that are still accepted, separated by spaces"),
    Variable("LEMS_DESK_SECRET", "", "the desk shows it to the assistant (header X-Desk-Secret)"),
    Variable("LEMS_INTERNAL_SECRET", "", "actions show it to the internal API (header X-Internal-Secret)"),
    Variable("LEMS_ASSISTANT_URL", "http://127.0.0.1:5005", "where the assistant listens"),
    Variable(
        "LEMS_ASSISTANT_PORT", "", "port that the supervisor lets it listen on; that of LEMS_ASSISTANT_URL where unset"
    ),
    Variable("LEMS_ACTIONS_PORT", "5055", "port that the supervisor lets the action server listen on"),
    Variable("LEMS_DESK_URL", "http://127.0.0.1:8001", "where the internal API listens"),
    Variable("LEMS_PUBLIC_URL", "http://127.0.0.1:8000", "the desk's address as patients see it"),
    Variable("LEMS_HOSTS", "", "more host names that the desk answers to, separated by commas"),
    Variable("LEMS_ORIGINS", "", "origins that may embed the widget, such as https://clinic.example, comma-separated"),
    Variable("LEMS_PROXIES", "127.0.0.1", "addresses of reverse proxies whose X-Forwarded-For is believed"),
    Variable("LEMS_REPLY_WAIT", "5", "seconds that a request waits for a reply before it is answered 202"),
    Variable("LEMS_ASSISTANT_TIMEOUT", "15", "seconds that the desk waits for the assistant in one try"),
    Variable("LEMS_ASSISTANT_CONNECTIONS", "32", "connections to the assistant at a time, a process"),
    Variable("LEMS_WAKING_SECONDS", "120", "how long an assistant out of reach counts as waking up"),
    Variable("LEMS_TEXT_LIMIT", "1000", "characters that a patient's message may have"),
    Variable("LEMS_TOKEN_HOURS", "168", "hours that a token is valid"),
    Variable("LEMS_RETENTION_DAYS", "30", "days after its last message until a conversation is erased"),
    Variable("LEMS_LIMIT_CONVERSATION", "20/60", "messages a conversation, in so many seconds"),
    Variable("LEMS_LIMIT_ADDRESS", "120/60", "messages an address, in so many seconds"),
    Variable("LEMS_LIMIT_STARTS", "30/60", "conversations an address, in so many seconds"),
    Variable("LEMS_LIMIT_STREAMS", "4", "event streams a conversation at a time, a process"),
    Variable("LEMS_EMERGENCY_NUMBERS", "112, 911, 999", "emergency numbers, as the patients of this site dial them"),
    Variable("LEMS_CRISIS_LINES", "988 (US and Canada), 116 123 (UK and Ireland)", "crisis lines and their places"),
    Variable("LEMS_HSTS_SECONDS", "31536000", "seconds that browsers are told to use https only (production)"),
    Variable("LEMS_LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR"),
    Variable("LEMS_HOST", "127.0.0.1", "address that the supervisor lets the public desk listen on"),
    Variable("LEMS_PORT", "8000", "port that the supervisor lets the public desk listen on"),
    Variable(
        "LEMS_OPEN_BROWSER", "yes", "yes or no: the supervisor opens the page, where it has a terminal and a display"
    ),
    Variable("LEMS_ASSISTANT_COMMAND", "", "command of the assistant, run in the root; 'none': started elsewhere"),
    Variable("LEMS_ACTIONS_COMMAND", "", "command of the action server, run in the root; 'none': started elsewhere"),
)

_DEFAULTS = {variable.name: variable.default for variable in VARIABLES}
_RATE = re.compile(r"(\d+)/(\d+)")


@dataclass(frozen=True)
class Rate:
    """`amount` at once, and as many again in `seconds`."""

    amount: int
    seconds: int


class Environment:
    """Reads the variables of the table, each as its type. Unknown names are a KeyError: the table is complete."""

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        self._values = os.environ if values is None else values

    def text(self, name: str) -> str:
        return self._values.get(name, "").strip() or _DEFAULTS[name]

    def is_set(self, name: str) -> bool:
        return bool(self._values.get(name, "").strip())

    def number(self, name: str, *, minimum: int = 0) -> int:
        value = self.text(name)
        if not value.isdecimal() or int(value) < minimum:
            raise SettingError(f"{name}='{value}' must be a whole number of at least {minimum}")
        return int(value)

    def seconds(self, name: str) -> float:
        value = self.text(name)
        try:
            number = float(value)
        except ValueError:
            number = -1.0
        if not 0 < number < 86_400:
            raise SettingError(f"{name}='{value}' must be a number of seconds above 0, such as '5' or '0.5'")
        return number

    def rate(self, name: str) -> Rate:
        value = self.text(name)
        match = _RATE.fullmatch(value)
        if not match or not int(match[1]) or not int(match[2]):
            raise SettingError(f"{name}='{value}' must be AMOUNT/SECONDS, such as '{_DEFAULTS[name]}'")
        return Rate(int(match[1]), int(match[2]))

    def names(self, name: str, *, separator: str = ",") -> list[str]:
        return [part.strip() for part in self.text(name).split(separator) if part.strip()]

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        value = self.text(name)
        if value not in choices:
            raise SettingError(f"{name}='{value}' must be one of {', '.join(choices)}")
        return value

    def folder(self, name: str, *, default: Path) -> Path:
        """A folder; a relative one starts at the repository root."""
        value = self.text(name)
        return (ROOT / value).resolve() if value else default
