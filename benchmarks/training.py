"""Runs one training as a process of its own and reads what it cost."""

from __future__ import annotations

import os
import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Mapping, Sequence

from benchmarks.places import OUR_PYTHON, ROOT, BenchmarkError

_BAR = re.compile(r"Epochs: +\d+%\|[^|]*\| (\d+)/\d+ \[([\d:]+)<")


@dataclass(frozen=True)
class Cost:
    """What a training cost: seconds on the clock, and of processor time, which a busy machine does not inflate.

    `later_epoch_s`: seconds on the clock of one epoch after the first, which also builds TensorFlow's graph; one
    number for each model with epochs (DIET, TED), in the order of their training, 0 where there was one epoch only.
    """

    wall_s: float
    cpu_s: float
    later_epoch_s: tuple[float, ...] = ()


def train(command: Sequence[str], *, folder: Path, model: Path, log: Path) -> Cost:
    """Runs `command` in `folder` to its end; what it prints goes to `log`.

    Raises:
        BenchmarkError: it failed or left no `model`.
    """
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONWARNINGS": "ignore", "PYTHONPATH": str(ROOT)}
    started = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(list(command), cwd=folder, env=environment, stdout=output, stderr=output)
        try:
            # Not Popen.wait: wait4 alone gives the processor time of this process and its children.
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            raise
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - started
    text = log.read_text(encoding="utf-8", errors="replace")
    if status or not model.exists():
        raise BenchmarkError(f"'{' '.join(command)}' failed:\n{text[-2000:]}")
    return Cost(round(wall, 1), round(usage.ru_utime + usage.ru_stime, 1), later_epochs(text))


def later_epochs(log: str) -> tuple[float, ...]:
    """Seconds of one epoch after the first, for each progress bar of epochs in what Rasa printed.

    A bar is drawn again and again; a new one begins where the epochs done go back.
    """
    bars: list[dict[int, float]] = []
    last = 0
    for done, clock in _BAR.findall(log):
        if not bars or int(done) < last:
            bars.append({})
        last = int(done)
        bars[-1].setdefault(last, _seconds(clock))
    return tuple(_a_later_one(bar) for bar in bars)


def _a_later_one(ends: Mapping[int, float]) -> float:
    """From when each epoch ended; 0 where only one did."""
    first, last = min((done for done in ends if done), default=0), max(ends)
    return round((ends[last] - ends[first]) / (last - first), 2) if last > first > 0 else 0.0


def _seconds(clock: str) -> float:
    """'01:02:03' or '02:03' in seconds."""
    total = 0
    for part in clock.split(":"):
        total = total * 60 + int(part)
    return float(total)


def train_ours(folder: Path) -> Cost:
    """Ours into `folder`, from nothing: no component comes from a cache."""
    command = [str(OUR_PYTHON), "-W", "ignore", "-m", "rasa", "train", "--force", "--out", str(folder)]
    command += ["--fixed-model-name", "ours", "--config", str(ROOT / "config.yml")]
    command += ["--domain", str(ROOT / "domain.yml"), "--data", str(ROOT / "data")]
    for name in ("encoder", "data", "source"):
        (folder / name).symlink_to(ROOT / name)
    return train(command, folder=folder, model=folder / "ours.tar.gz", log=folder / "training.log")
