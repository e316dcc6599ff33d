"""`lems run`: starts the assistant and its action server on loopback and opens a chat in the terminal."""

from __future__ import annotations

import argparse
import asyncio
import os
import secrets
import socket
import subprocess
import sys
import time
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator, Mapping

from lems_faq.cli.chat import converse

LOOPBACK = "127.0.0.1"
PORT_VARIABLE = "LEMS_ASSISTANT_PORT"
ACTIONS_VARIABLE = "LEMS_ACTIONS_PORT"
ACTIONS_URL_VARIABLE = "LEMS_ACTIONS_URL"
SECRET_VARIABLE = "LEMS_DESK_SECRET"
_PYTHON = (sys.executable, "-W", "ignore", "-m")
PATIENCE = 120.0
"""Seconds until a server that does not get ready is given up."""


class StartError(RuntimeError):
    """A server could not be started. The message names the reason and the remedy."""


@dataclass(frozen=True)
class Address:
    port: int
    variable: str

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"


def add(commands: Any) -> None:
    parser = commands.add_parser("run", help="start the servers on loopback and chat with them in the terminal")
    parser.add_argument("--serve", action="store_true", help="start the servers only, until Ctrl-C")
    parser.add_argument("--credentials", type=Path, default=Path("credentials.yml"), help="which channels to open")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from lems_faq.adapters.training import ensure_model

    assistant = assistant_address()
    actions = actions_address()
    for address in (assistant, actions):
        _refuse_taken(address)
    model = ensure_model()
    secret = os.environ.get(SECRET_VARIABLE) or secrets.token_urlsafe(32)
    with _servers(model, assistant, actions, secret, options.credentials):
        print(f"The assistant answers at {assistant.url}/webhooks/desk", file=sys.stderr)
        if options.serve:
            _wait()
            return 0
        return asyncio.run(_chat(assistant, secret))


def assistant_address() -> Address:
    """Raises: ValueError, where the variable holds no port."""
    return _address(PORT_VARIABLE, 5005)


def actions_address() -> Address:
    """Raises: ValueError, where the variable holds no port."""
    return _address(ACTIONS_VARIABLE, 5055)


def _address(variable: str, default: int) -> Address:
    value = os.environ.get(variable, str(default))
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise ValueError(f"{variable}='{value}' is no port; use a number from 1 to 65535")
    return Address(int(value), variable)


def _refuse_taken(address: Address) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, address.port))
        except OSError:
            raise StartError(
                f"Port {address.port} is in use. Stop what uses it, or set {address.variable} to another port."
            ) from None


def assistant_command(
    model: Path, assistant: Address, actions: Address, *, state: Path, credentials: Path
) -> list[str]:
    """Rasa's server, on loopback: the module and its arguments. Writes its endpoints into `state`."""
    endpoints = _endpoints(state, actions)
    command = ["rasa", "run", "--interface", LOOPBACK, "--port", str(assistant.port), "--model", str(model)]
    return [
        *command,
        *("--credentials", str(credentials), "--endpoints", str(endpoints), "--log-file", str(state / "rasa.log")),
    ]


def actions_command(actions: Address) -> list[str]:
    """Rasa's server of actions: the module and its arguments."""
    return ["rasa_sdk", "--actions", "actions", "--port", str(actions.port)]


def servers_environment(*, secret: str) -> dict[str, str]:
    """What both servers need besides the environment of their caller."""
    return {
        **os.environ,
        SECRET_VARIABLE: secret,
        "RASA_TELEMETRY_ENABLED": "false",
        "PYTHONWARNINGS": "ignore",
        "PYTHONPATH": os.getcwd(),
        "SANIC_HOST": LOOPBACK,
    }


@contextmanager
def _servers(model: Path, assistant: Address, actions: Address, secret: str, credentials: Path) -> Iterator[None]:
    """Runs both servers and ends them, whatever happens in between."""
    state = Path(os.environ.get("LEMS_STATE", ".state"))
    state.mkdir(parents=True, exist_ok=True)
    environment = servers_environment(secret=secret)
    rasa = assistant_command(model, assistant, actions, state=state, credentials=credentials)
    sdk = actions_command(actions)
    with open(state / "servers.log", "ab") as log:
        processes = [
            subprocess.Popen([*_PYTHON, *command], env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            for command in (rasa, sdk)
        ]
        try:
            _until_ready(processes[0], assistant, secret, state / "servers.log")
            if processes[1].poll() is not None:
                print(f"The action server ended; service requests get an apology. See {log.name}", file=sys.stderr)
            yield
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


def _endpoints(state: Path, actions: Address) -> Path:
    """endpoints.yml with the action server's address of the environment: Rasa can only refuse an unset variable."""
    url = os.environ.get(ACTIONS_URL_VARIABLE, f"{actions.url}/webhook")
    text = Path("endpoints.yml").read_text(encoding="utf-8")
    path = state / "endpoints.yml"
    path.write_text(text.replace("http://127.0.0.1:5055/webhook", url), encoding="utf-8")
    return path


def _until_ready(process: subprocess.Popen[bytes], address: Address, secret: str, log: Path) -> None:
    import requests

    started = time.monotonic()
    while time.monotonic() - started < PATIENCE:
        if process.poll() is not None:
            raise StartError(f"The assistant ended with status {process.returncode}; see {log}")
        try:
            health = requests.get(f"{address.url}/webhooks/desk/health", headers={"X-Desk-Secret": secret}, timeout=1)
            if health.ok:
                print(f"\rReady after {time.monotonic() - started:.0f} s. ", file=sys.stderr)
                return
        except requests.RequestException:
            pass
        print(f"\rWaking up ... {time.monotonic() - started:.0f} s", end="", file=sys.stderr, flush=True)
        time.sleep(0.25)
    raise StartError(f"The assistant was not ready after {PATIENCE:.0f} s; see {log}")


async def _chat(address: Address, secret: str) -> int:
    import aiohttp

    conversation = uuid.uuid4().hex
    async with aiohttp.ClientSession(headers={"X-Desk-Secret": secret}) as session:

        async def answer(text: str) -> Mapping[str, Any]:
            body = {"sender_id": conversation, "message_id": uuid.uuid4().hex, "text": text}
            async with session.post(f"{address.url}/webhooks/desk/", json=body) as reply:
                found = await reply.json()
                if reply.status != 200:
                    raise ValueError(found.get("error", f"status {reply.status}"))
                return dict(found)

        return await converse(answer)


def _wait() -> None:
    """Until Ctrl-C or SIGTERM."""
    import signal

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    while True:
        time.sleep(3600)
