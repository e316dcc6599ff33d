"""How long the NLU takes for one message on one core."""

from __future__ import annotations

import asyncio
import os
import statistics
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator, Sequence

WARM_UP = 20
"""Messages that are not counted: caches fill, code is loaded."""


@dataclass(frozen=True)
class Times:
    """Milliseconds for one message. `p50` and `p95` are the processor's time, which other programs on the machine
    hardly change; `wall_p50` is what the clock says."""

    messages: int
    p50: float
    p95: float
    wall_p50: float


def single_thread() -> None:
    """Numerical libraries stay on one thread. They read this once, so call it before they are imported."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"


def nlu_times(model: Path, texts: Sequence[str]) -> Times:
    """Parses each text once, with the trained model's NLU alone: no policies, no reply, no tracker.

    Raises:
        ValueError: there is no text.
    """
    if not texts:
        raise ValueError("There is no message to time")
    from rasa.core.agent import Agent

    from lems_faq.adapters.assistant import quiet

    quiet()
    with _one_core():
        return asyncio.run(_parse(Agent.load(model_path=str(model)), texts))


async def _parse(agent: Any, texts: Sequence[str]) -> Times:
    for text in texts[:WARM_UP]:
        await agent.parse_message(text)
    processor, wall = [], []
    for text in texts:
        started, clock = time.process_time(), time.perf_counter()
        await agent.parse_message(text)
        processor.append((time.process_time() - started) * 1000)
        wall.append((time.perf_counter() - clock) * 1000)
    return Times(len(texts), statistics.median(processor), percentile(processor, 0.95), statistics.median(wall))


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of them do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@contextmanager
def _one_core() -> Iterator[None]:
    """This process on one core, where the system can do that; every core it had is given back."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
