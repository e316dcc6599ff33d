"""Readable output of several programs at once: a name before each line, and one progress line below them."""

from __future__ import annotations

import sys
from typing import TextIO

_CLEAR = "\r\x1b[2K"


class Output:
    """Lines of programs go above the progress line, which on a terminal is rewritten in its place."""

    def __init__(self, names: list[str], *, stream: TextIO = sys.stderr) -> None:
        self._width = max(len(name) for name in names)
        self._stream = stream
        self._terminal = stream.isatty()
        self._progress = ""

    def line(self, name: str, text: str) -> None:
        """One line of a program."""
        self._write(f"{name:<{self._width}} | {text}")

    def progress(self, text: str) -> None:
        """The progress line. Elsewhere than on a terminal each new state is a line of its own."""
        if text == self._progress:
            return
        self._progress = text
        if self._terminal:
            self._stream.write(f"{_CLEAR}{text}")
            self._stream.flush()
        elif text:
            self._write(text)

    def done(self, text: str) -> None:
        """The last progress line, which stays."""
        self._progress = ""
        self._write(text)

    def _write(self, text: str) -> None:
        if self._terminal:
            self._stream.write(f"{_CLEAR}{text}\n{self._progress}")
        else:
            self._stream.write(f"{text}\n")
        self._stream.flush()
