"""A browser, a website with the widget, and a server behind it.

The server is the stand-in, or the desk itself where LEMS_BROWSER_DESK says how to reach it (README.md).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from chat import Chat
from chromium import launch
from contract import request_errors
from desks import Desk, RealDesk, StandIn
from everything import Real, everything
from standin.conversations import Book
from standin.server import stand_in, website

AXE = Path(__file__).parents[2] / "widget" / "node_modules" / "axe-core" / "axe.min.js"
RECORD_VIOLATIONS = """
window.violations = [];
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    violations.push(`${violatedDirective} ${blockedURI}`));
"""

expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = launch(playwright)
        yield found
        found.close()


@pytest.fixture(scope="session")
def servers() -> Iterator[tuple[Desk, str]]:
    """A server, and the address of a website that embeds its widget."""
    real = os.environ.get("LEMS_BROWSER_DESK")
    if real:
        desk = RealDesk(real)
        try:
            with website(real, port=int(os.environ["LEMS_BROWSER_SITE_PORT"])) as site:
                yield desk, site
        finally:
            desk.close()
        return
    book, origins = Book(), list[str]()
    with stand_in(book, origins) as address, website(address) as site:
        origins.append(site)
        yield StandIn(address, book), site


@pytest.fixture
def desk(servers: tuple[Desk, str]) -> Iterator[Desk]:
    server = servers[0]
    server.start_assistant()
    yield server
    server.start_assistant()


@pytest.fixture
def site(servers: tuple[Desk, str]) -> str:
    return servers[1]


NewPage = Callable[..., Page]


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Opens pages, each in a context of its own with the given options; looks after them for scripts that failed, for
    what the page's Content-Security-Policy had to stop, and for calls that the API does not document."""
    pages: list[Page] = []
    errors: list[str] = []

    def make(**options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1100, "height": 850}, **options})
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.add_init_script(RECORD_VIOLATIONS)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: errors.extend(_undocumented(request)))
        pages.append(page)
        return page

    yield make
    for page in pages:
        if page.url.startswith("http"):
            errors += page.evaluate("window.violations ?? []")
        page.context.close()
    assert errors == []


def _undocumented(request: Request) -> list[str]:
    if "/api/" not in request.url or request.method == "OPTIONS":
        return []
    return request_errors(request.method, request.url, request.post_data_json)


@pytest.fixture
def page(new_page: NewPage) -> Page:
    return new_page()


@pytest.fixture
def chat(page: Page, desk: Desk, site: str) -> Chat:
    return Chat(page, site)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Real]:
    """Everything with the real assistant, for the tests in real/."""
    with everything(tmp_path_factory.mktemp("real")) as found:
        yield found


@pytest.fixture
def real_chat(real: Real, new_page: NewPage) -> Chat:
    real.until_ready()
    return Chat(new_page(), real.site)


@pytest.fixture(scope="session")
def axe_script() -> str:
    if not AXE.exists():
        raise RuntimeError(f"No {AXE.name}: run 'npm ci' in widget/.")
    return AXE.read_text(encoding="utf-8")
