"""Resident memory of a process with its children, as Linux counts it."""

from __future__ import annotations

from pathlib import Path


def resident_mb(pid: int) -> float:
    """Of the process and all that it started."""
    return sum(_resident_kb(one) for one in family(pid)) / 1024


def family(pid: int) -> list[int]:
    """The process and its children, theirs too. A process has children by each of its threads."""
    threads = Path(f"/proc/{pid}/task").glob("*/children")
    children = [int(child) for path in threads for child in path.read_text().split()]
    return [pid, *(one for child in children for one in family(child))]


def _resident_kb(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Rss:"):
            return int(line.split()[1])
    raise ValueError(f"/proc/{pid}/smaps_rollup has no line 'Rss:'")


def machine_gb() -> float:
    """The memory of this machine."""
    first = Path("/proc/meminfo").read_text().splitlines()[0]
    return round(int(first.split()[1]) / 1024**2, 1)
