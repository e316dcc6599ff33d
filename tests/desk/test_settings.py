"""Variables, databases, keys, log lines, and the production settings under `check --deploy`."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from config.database import database
from config.environment import VARIABLES, Environment, Rate, SettingError
from config.logs import EventFormatter
from config.secret_key import local_key, operator_key
from config.serve import address
from processes import DESK

PRODUCTION = {
    "LEMS_MODE": "production",
    "LEMS_PUBLIC_URL": "https://chat.example.org",
    "LEMS_SECRET_KEY": "aB3" * 20 + "xyz",
    "LEMS_DESK_SECRET": "a-long-desk-secret-for-tests",
    "LEMS_INTERNAL_SECRET": "a-long-internal-secret-for-tests",
}


def _manage(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LEMS_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=DESK,
        env={**kept, "PYTHONPATH": "", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_check_deploy_is_clean_in_production(tmp_path: Path) -> None:
    done = _manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION, LEMS_STATE=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


def test_no_migration_is_missing(tmp_path: Path) -> None:
    done = _manage("makemigrations", "--check", "--dry-run", LEMS_STATE=str(tmp_path))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("LEMS_SECRET_KEY", "short", "at least 50"),
        ("LEMS_PUBLIC_URL", "http://chat.example.org", "must begin with https://"),
        ("LEMS_DESK_SECRET", "", "LEMS_DESK_SECRET has 0 characters"),
        ("LEMS_INTERNAL_SECRET", "short", "LEMS_INTERNAL_SECRET has 5 characters"),
        ("LEMS_DATABASE_URL", "mysql://host/name", "postgresql://"),
        ("LEMS_RETENTION_DAYS", "0", "at least 1"),
        ("LEMS_LOG_LEVEL", "LOUD", "DEBUG, INFO, WARNING, ERROR"),
        ("LEMS_MODE", "staging", "local, production"),
    ],
)
def test_production_refuses_to_start_and_names_the_variable(
    tmp_path: Path, variable: str, value: str, says: str
) -> None:
    done = _manage("check", **{**PRODUCTION, "LEMS_STATE": str(tmp_path), variable: value})
    assert done.returncode != 0
    assert variable in done.stderr
    assert says in done.stderr


def test_environment_reads_each_kind() -> None:
    environment = Environment({"LEMS_PORT": " 81 ", "LEMS_REPLY_WAIT": "0.5", "LEMS_ORIGINS": "https://a.example, "})
    assert environment.number("LEMS_PORT") == 81
    assert environment.seconds("LEMS_REPLY_WAIT") == 0.5
    assert environment.names("LEMS_ORIGINS") == ["https://a.example"]
    assert environment.rate("LEMS_LIMIT_STARTS") == Rate(30, 60)
    with pytest.raises(KeyError):
        environment.text("LEMS_UNKNOWN")


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("LEMS_PORT", "x", "number"),
        ("LEMS_PORT", "-1", "number"),
        ("LEMS_REPLY_WAIT", "0", "seconds"),
        ("LEMS_REPLY_WAIT", "soon", "seconds"),
        ("LEMS_LIMIT_STARTS", "30", "rate"),
        ("LEMS_LIMIT_STARTS", "0/60", "rate"),
    ],
)
def test_environment_names_variable_and_value(name: str, value: str, kind: str) -> None:
    with pytest.raises(SettingError, match=f"{name}='{value}'"):
        getattr(Environment({name: value}), kind)(name)


def test_every_variable_is_documented_and_every_documented_one_exists(repository: Path) -> None:
    text = (repository / "docs" / "desk.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`(LEMS_[A-Z_]+)`", text)) == {variable.name for variable in VARIABLES}


def test_every_variable_that_the_code_reads_is_in_the_table() -> None:
    known = {variable.name for variable in VARIABLES}
    for folder in ("chat", "config", "content", "faq", "pages", "supervisor"):
        for file in (DESK / folder).rglob("*.py"):
            used = set(re.findall(r'"(LEMS_[A-Z_]+)"', file.read_text(encoding="utf-8")))
            assert used <= known, f"{file}: {used - known}"


def test_database_is_sqlite_unless_an_address_is_set(tmp_path: Path) -> None:
    assert database("", state=tmp_path)["NAME"] == tmp_path / "desk.sqlite3"
    found = database("postgresql://user:p%40ss@db.example:5433/desk", state=tmp_path)
    assert (found["NAME"], found["USER"], found["PASSWORD"]) == ("desk", "user", "p@ss")
    assert (found["HOST"], found["PORT"]) == ("db.example", "5433")
    with pytest.raises(SettingError, match="names no database"):
        database("postgresql://user@host", state=tmp_path)


def test_local_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    key = local_key("", state=tmp_path / "new")
    assert local_key("", state=tmp_path / "new") == key
    assert len(key) >= 50
    assert (tmp_path / "new" / "secret_key").stat().st_mode & 0o077 == 0
    assert local_key("set", state=tmp_path) == "set"
    with pytest.raises(SettingError):
        operator_key("short")


def test_internal_api_listens_on_loopback_only() -> None:
    assert address("internal", Environment({"LEMS_DESK_URL": "http://127.0.0.1:8101"})) == ("127.0.0.1", 8101)
    with pytest.raises(SettingError, match=r"192\.0\.2\.1"):
        address("internal", Environment({"LEMS_DESK_URL": "http://192.0.2.1:8001"}))


def test_log_line_has_event_and_facts_but_not_what_an_exception_says() -> None:
    record = logging.makeLogRecord({"msg": "delivery.put_off", "levelname": "WARNING", "tries": 3})
    try:
        raise ValueError("what a patient wrote")
    except ValueError:
        record.exc_info = sys.exc_info()
    line = EventFormatter().format(record)
    assert "WARNING delivery.put_off tries=3" in line
    assert "builtins.ValueError" in line
    assert "patient" not in line
