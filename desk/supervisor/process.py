"""Keeping one program running: started again when it ends, its lines passed on, stopped when asked."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable

from supervisor.programs import Program

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 10.0
_STEADY = 30.0
"""Seconds after which a program counts as running well, so that its next death is answered at once again."""

_PATIENCE = 10.0
_LONGEST_LINE = 8192

Say = Callable[[str, str], None]


class Process:
    """One program, for as long as `keep` runs."""

    def __init__(self, program: Program, environment: dict[str, str], *, say: Say) -> None:
        self.program = program
        self._environment = environment
        self._say = say
        self._running: asyncio.subprocess.Process | None = None
        self._stopping = False

    async def once(self) -> int:
        """Runs it to its end. Returns its exit status; 127 where it cannot be started."""
        program = self.program
        try:
            self._running = await asyncio.create_subprocess_exec(
                *program.command,
                cwd=program.folder,
                env=self._environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
                # A group of its own, so that Ctrl-C reaches the supervisor alone, which then stops all in order.
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )
        except OSError as error:
            self._say(program.name, f"cannot be started: {error.strerror}: {program.command[0]}")
            return 127
        assert self._running.stdout
        await self._pass_on(self._running.stdout)
        return await self._running.wait()

    async def keep(self) -> None:
        """Runs it again and again until `stop`."""
        pause = _FIRST_PAUSE
        while not self._stopping:
            started = time.monotonic()
            status = await self.once()
            if self._stopping:
                return
            if time.monotonic() - started > _STEADY:
                pause = _FIRST_PAUSE
            self._say(self.program.name, f"ended with status {status}; started again in {pause:g} s")
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    async def stop(self) -> None:
        """Asks it to end, waits, and ends it with all that it started if it does not."""
        self._stopping = True
        running = self._running
        if running is None or running.returncode is not None:
            return
        self._signal(running, signal.SIGTERM)
        try:
            async with asyncio.timeout(_PATIENCE):
                await running.wait()
        except TimeoutError:
            self._say(self.program.name, f"did not stop in {_PATIENCE:g} s and is killed")
            self._signal(running, signal.SIGKILL)
            await running.wait()

    @staticmethod
    def _signal(running: asyncio.subprocess.Process, sign: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, sign)

    async def _pass_on(self, stream: asyncio.StreamReader) -> None:
        """Line by line. Of a line that a program rewrites in its place (a progress bar) only its last state is kept."""
        rest = b""
        while chunk := await stream.read(_LONGEST_LINE):
            *lines, rest = (rest + chunk).split(b"\n")
            rest = rest[rest[:-1].rfind(b"\r") + 1 :]
            if len(rest) > _LONGEST_LINE:
                lines, rest = [*lines, rest], b""
            for line in lines:
                self._line(line)
        if rest:
            self._line(rest)

    def _line(self, line: bytes) -> None:
        text = line.rstrip(b"\r").rpartition(b"\r")[2].decode("utf-8", "replace").rstrip()
        if text:
            self._say(self.program.name, text)


_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
_PR_SET_PDEATHSIG = 1


def _end_with_parent() -> None:
    """In the new process: ask the kernel to end it should the supervisor be killed without a chance to."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
