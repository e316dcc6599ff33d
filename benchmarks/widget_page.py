"""What the widget costs a page: bytes, time until the launcher can be used on a slow connection, layout shift.

    tests/browser/.venv/bin/python benchmarks/widget_page.py [--runs 5] [--desk http://127.0.0.1:8000] [--out FILE]

The same page is loaded without and with the widget, in turn, each time in a fresh browser context without cache, on a
throttled connection and processor. Without --desk the stand-in of tests/browser serves the widget; both compress with
gzip. The desk must allow the website's origin (LEMS_ORIGINS=http://127.0.0.1:8713).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from chromium import launch  # noqa: E402
from standin.conversations import Book  # noqa: E402
from standin.server import stand_in, website  # noqa: E402

SITE_PORT = 8713
PAGES = {"without": "/bare.html", "with": "/"}
CONNECTION = {"downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8, "latency": 150, "offline": False}
SLOWER = 4
IDLE_MS = 3000

WATCH = """
window.shift = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) shift += entry.value; })
    .observe({ type: 'layout-shift', buffered: true });
const look = () => {
    const launcher = document.querySelector('lems-chat')?.shadowRoot?.querySelector('button');
    if (launcher) window.usable = performance.now();
    else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
TIMES = """() => ({
    first_paint_ms: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    loaded_ms: performance.getEntriesByType('navigation')[0].loadEventEnd,
    launcher_ms: window.usable ?? 0,
    shift: window.shift,
})"""


@dataclass(frozen=True)
class Load:
    """One load of a page. `bytes` and `requests`: all until the page is idle, headers included. `launcher_ms`: from the
    start of the navigation until the launcher takes a click. `panel_ms`: from a click on it until the first starter
    can be pressed. `shift`: the cumulative layout shift, with the panel opened."""

    first_paint_ms: float
    loaded_ms: float
    launcher_ms: float
    shift: float
    bytes: int
    requests: int
    panel_ms: float = 0


class Traffic:
    """Counts what comes over the connection, headers included."""

    def __init__(self, page: Page) -> None:
        self.bytes = 0
        self.requests = 0
        self.session = page.context.new_cdp_session(page)
        self.session.send("Network.enable")
        self.session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        self.session.send("Network.emulateNetworkConditions", CONNECTION)
        self.session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        self.session.on("Network.loadingFinished", self._count)

    def _count(self, event: dict[str, float]) -> None:
        self.bytes += int(event["encodedDataLength"])
        self.requests += 1


@contextmanager
def servers(desk: str | None) -> Iterator[str]:
    """The address of the website."""
    if desk:
        with website(desk, port=SITE_PORT) as site:
            yield site
        return
    origins: list[str] = []
    with stand_in(Book(), origins) as address, website(address) as site:
        origins.append(site)
        yield site


def load(browser: Browser, address: str) -> Load:
    page = browser.new_context(viewport={"width": 412, "height": 823}).new_page()
    page.add_init_script(WATCH)
    traffic = Traffic(page)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(IDLE_MS)
    times = page.evaluate(TIMES)
    counted = {"bytes": traffic.bytes, "requests": traffic.requests}
    panel_ms = 0.0
    if times["launcher_ms"]:
        began = page.evaluate("performance.now()")
        page.get_by_role("button", name="Questions about LEMS").click()
        page.get_by_role("button", name="Is LEMS inherited?").wait_for()
        panel_ms = page.evaluate("performance.now()") - began
        times["shift"] = page.evaluate("window.shift")
    page.context.close()
    return Load(**times, **counted, panel_ms=panel_ms)


def measure(browser: Browser, site: str, runs: int) -> dict[str, list[Load]]:
    """The pages in turn, so that a busy moment of the machine meets both; one load before that is not counted."""
    loads: dict[str, list[Load]] = {name: [] for name in PAGES}
    for run in range(runs + 1):
        for name, path in PAGES.items():
            found = load(browser, site + path)
            if run:
                loads[name].append(found)
    return loads


def table(loads: dict[str, list[Load]]) -> str:
    lines = ["| figure (median, least to most) | without | with |", "|---|---|---|"]
    for name in Load.__dataclass_fields__:
        cells = []
        for of_page in loads.values():
            values = sorted(float(asdict(one)[name]) for one in of_page)
            if name == "shift":
                cells.append(f"{max(values):.4f}")
            else:
                cells.append(f"{statistics.median(values):,.0f} ({values[0]:,.0f} to {values[-1]:,.0f})")
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--desk", help="address of a running desk; the stand-in where it is left out")
    parser.add_argument("--out", type=Path, help="file for every single load, as JSON")
    options = parser.parse_args()
    with servers(options.desk) as site, sync_playwright() as playwright:
        browser = launch(playwright)
        loads = measure(browser, site, options.runs)
        version = browser.version
        browser.close()
    day = datetime.now(UTC).date().isoformat()
    print(
        f"{day}, Chromium {version}, {options.runs} loads each, 1.6 Mbit/s down, 150 ms latency, CPU {SLOWER}x slower\n"
    )
    print(table(loads))
    if options.out:
        found = {name: [asdict(one) for one in of] for name, of in loads.items()}
        machine = {"cores": os.cpu_count(), "system": platform.system()}
        about = {"date": day, "chromium": version, "machine": machine, "cpu_slower": SLOWER, "connection": CONNECTION}
        options.out.write_text(json.dumps({**about, "loads": found}, indent=1) + "\n")


if __name__ == "__main__":
    main()
