"""What the desk says of itself and the assistant, until both are ready."""

from __future__ import annotations

import asyncio
import json
import time
import urllib.error
import urllib.request

from supervisor.output import Output

_LOOK_EVERY = 0.25
_SAY_EVERY = 5.0


async def show_progress(
    output: Output, url: str, *, up: asyncio.Event, prepared: asyncio.Event, with_assistant: bool
) -> None:
    """Returns when everything is ready. `prepared`: the database has its tables. Sets `up` when the page is there."""
    started = time.monotonic()
    desk_after = 0.0
    while True:
        state = await asyncio.to_thread(_state, url)
        seconds = time.monotonic() - started
        if state and not desk_after:
            desk_after = seconds
            up.set()
            output.done(f"desk up after {desk_after:.1f} s: {url}")
        if prepared.is_set() and (state == "ready" or (state and not with_assistant)):
            output.done(f"ready after {seconds:.1f} s: open {url} (Ctrl-C stops everything)")
            return
        waiting = "assistant waking up" if state else "desk starting"
        output.progress(f"{waiting} ... {_SAY_EVERY * (seconds // _SAY_EVERY):.0f} s")
        await asyncio.sleep(_LOOK_EVERY)


def _state(url: str) -> str:
    """The assistant's state as the desk sees it; empty while there is no desk."""
    # Loopback: without a proxy of the environment.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{url}/api/v1/status", timeout=5) as answer:
            return str(json.load(answer)["assistant"])
    except (urllib.error.URLError, TimeoutError, ConnectionError, ValueError, KeyError):
        return ""
