"""`python -m config.serve public` or `internal`: one face of the desk under uvicorn."""

from __future__ import annotations

import argparse
import socket
import sys
from urllib.parse import urlsplit

import uvicorn

from config.environment import Environment, SettingError

_APPLICATIONS = {"public": "config.asgi:application", "internal": "config.asgi_internal:application"}
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


_SWITCH_SECONDS = 0.0005
"""The event loop and the database thread take turns. With Python's own 5 ms a busy loop would let each statement of a
transaction wait for so long."""


def address(face: str, environment: Environment) -> tuple[str, int]:
    """Host and port of a face.

    Raises:
        SettingError: the internal API would listen beyond this machine.
    """
    if face == "public":
        return environment.text("LEMS_HOST"), environment.number("LEMS_PORT", minimum=1)
    parts = urlsplit(environment.text("LEMS_DESK_URL"))
    host = parts.hostname or ""
    if host not in _LOOPBACK:
        raise SettingError(f"LEMS_DESK_URL names '{host}'; the internal API listens on loopback only (127.0.0.1)")
    return host, parts.port or 8001


class _Server(uvicorn.Server):
    """uvicorn waits for open answers before it tells the application that it stops; event streams never end by
    themselves, so they are told first."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Not at the top: Django must be set up before models are imported.
        from chat.running import end_streams  # noqa: PLC0415

        end_streams()
        await super().shutdown(sockets)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("face", choices=sorted(_APPLICATIONS))
    parser.add_argument("--host", help="instead of the one of the environment")
    parser.add_argument("--port", type=int, help="instead of the one of the environment")
    options = parser.parse_args()
    environment = Environment()
    sys.setswitchinterval(_SWITCH_SECONDS)
    host, port = address(options.face, environment)
    config = uvicorn.Config(
        _APPLICATIONS[options.face],
        host=options.host or host,
        port=options.port or port,
        # Django's settings say what is logged; uvicorn's own lines would hold addresses and tokens.
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=options.face == "public",
        forwarded_allow_ips=environment.names("LEMS_PROXIES"),
        timeout_graceful_shutdown=5,
        backlog=1024,
    )
    _Server(config).run()


if __name__ == "__main__":
    main()
