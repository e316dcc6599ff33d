"""`python -m supervisor`, in desk/: runs everything until Ctrl-C."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys

from config.environment import Environment, SettingError
from config.serve import address
from supervisor.output import Output
from supervisor.process import Process
from supervisor.programs import prepare, programs, shared_environment
from supervisor.progress import show_progress


async def run() -> int:
    """Returns the exit status: 0 after a clean stop, 1 where it could not start."""
    environment = Environment()
    host, port = address("public", environment)
    for face in ("public", "internal"):
        _check_free(*address(face, environment))
    found = programs(environment)
    output = Output([program.name for program in found])
    stopping, prepared = asyncio.Event(), asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(sign, stopping.set)

    shared = shared_environment()
    tables = Process(prepare(), shared, say=output.line)
    processes = [Process(program, shared, say=output.line) for program in found]
    # What needs no tables loads beside their making, so that the first page is there sooner.
    tasks = [asyncio.create_task(process.keep()) for process in processes if not process.program.needs_tables]
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 (compared, not bound)
    with_assistant = any(program.name == "assistant" for program in found)
    progress = show_progress(output, f"http://{shown}:{port}", prepared=prepared, with_assistant=with_assistant)
    tasks.append(asyncio.create_task(progress))

    making, waiting = asyncio.create_task(tables.once()), asyncio.create_task(stopping.wait())
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


def _check_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = f"{host}:{port} cannot be listened on ({error.strerror}); set LEMS_PORT or LEMS_DESK_URL"
            raise SettingError(reason) from None


def main() -> None:
    try:
        sys.exit(asyncio.run(run()))
    except SettingError as error:
        sys.exit(f"supervisor: {error}")


if __name__ == "__main__":
    main()
