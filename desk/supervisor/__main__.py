"""`python -m supervisor`, in desk/: runs everything until Ctrl-C."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import sys

from config.environment import Environment, SettingError
from config.serve import address
from supervisor.browser import open_page
from supervisor.output import Output
from supervisor.process import Process
from supervisor.programs import DESK_NAME, ports_needed, prepare, programs, shared_environment
from supervisor.progress import show_progress

_HEAD_START = 5.0
"""Seconds that the desk has the machine to itself at most."""


async def run() -> int:
    """Returns the exit status: 0 after a clean stop, 1 where it could not start."""
    environment = Environment()
    host, port = address("public", environment)
    opens = environment.choice("LEMS_OPEN_BROWSER", ("yes", "no")) == "yes"
    for face, variable in (("public", "LEMS_PORT"), ("internal", "LEMS_DESK_URL")):
        _check_free(*address(face, environment), variable=variable)
    for variable, needed in ports_needed(environment).items():
        _check_free("127.0.0.1", needed, variable=variable)
    found = programs(environment)
    output = Output([program.name for program in found])
    stopping, prepared = asyncio.Event(), asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(sign, stopping.set)

    shared = shared_environment(environment)
    tables = Process(prepare(), shared, say=output.line)
    processes = [Process(program, shared, say=output.line) for program in found]
    up = asyncio.Event()
    tasks = [asyncio.create_task(_keep_after(up, process)) for process in processes if not process.program.needs_tables]
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 (compared, not bound)
    with_assistant = any(program.name == "assistant" for program in found)
    url = f"http://{shown}:{port}"
    progress = show_progress(output, url, up=up, prepared=prepared, with_assistant=with_assistant)
    tasks.append(asyncio.create_task(progress))
    if opens:
        tasks.append(asyncio.create_task(_open_when(up, url)))

    making, waiting = asyncio.create_task(_once_after(up, tables)), asyncio.create_task(stopping.wait())
    await asyncio.wait({making, waiting}, return_when=asyncio.FIRST_COMPLETED)
    failed = making.done() and making.result() != 0
    if making.done() and not failed:
        prepared.set()
        tasks += [asyncio.create_task(process.keep()) for process in processes if process.program.needs_tables]
        await waiting
    output.done("stopping")
    await asyncio.gather(tables.stop(), *(process.stop() for process in processes))
    for task in (*tasks, making, waiting):
        task.cancel()
    await asyncio.gather(making, waiting, *tasks, return_exceptions=True)
    output.done("stopped")
    return int(failed)


async def _keep_after(up: asyncio.Event, process: Process) -> None:
    """The desk alone until its first page is there: a patient who comes now sees it seconds sooner."""
    if process.program.name != DESK_NAME:
        await _soon(up)
    await process.keep()


async def _once_after(up: asyncio.Event, process: Process) -> int:
    await _soon(up)
    return await process.once()


async def _soon(up: asyncio.Event) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_HEAD_START):
            await up.wait()


async def _open_when(up: asyncio.Event, url: str) -> None:
    await up.wait()
    await asyncio.to_thread(open_page, url)


def _check_free(host: str, port: int, *, variable: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = f"{host}:{port} cannot be listened on ({error.strerror}); stop what uses it, or set {variable}"
            raise SettingError(reason) from None


def main() -> None:
    try:
        sys.exit(asyncio.run(run()))
    except SettingError as error:
        sys.exit(f"supervisor: {error}")


if __name__ == "__main__":
    main()
