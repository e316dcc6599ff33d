"""Log lines: time, level, a stable event name, and what belongs to it as key=value. Never what a patient wrote."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "color_message"}


_ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class EventFormatter(logging.Formatter):
    """Writes `extra` of a record as key=value.

    Of an exception it writes type and places only: the message of an exception can quote what was being processed,
    such as a row that a constraint refused.
    """

    default_msec_format = "%s.%03d"

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s", datefmt="%H:%M:%S")

    def format(self, record: logging.LogRecord) -> str:
        line = self._line(record)
        if record.exc_info and record.exc_info[0]:
            line += "\n" + self.formatException(record.exc_info)
        return line

    def formatException(self, ei: _ExceptionInfo) -> str:  # noqa: N802 (the name is logging's)
        kind, _, trace = ei
        places = [f"  at {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)[-8:]]
        name = f"{kind.__module__}.{kind.__qualname__}" if kind else "no exception"
        return "\n".join([f"  {name}", *places])

    def _line(self, record: logging.LogRecord) -> str:
        record.message = record.getMessage()
        record.asctime = self.formatTime(record, self.datefmt)
        extra = [
            f"{key}={value}"
            for key, value in vars(record).items()
            if key not in _STANDARD and isinstance(value, (str, int, float, bool))
        ]
        return " ".join([self.formatMessage(record), *extra])
