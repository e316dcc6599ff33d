"""Servers on loopback, each in a thread of its own: the stand-in, and the website that embeds the widget."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .conversations import Book
from .handler import Handler, send_file

PAGES = Path(__file__).parents[1] / "pages"
PLAIN = {"html": 'lang="en"', "style": "style.css", "script": "lems-chat.js", "attributes": 'server="{{desk}}"'}
VARIANTS = {
    "index.html": {},
    "broken.html": {"attributes": 'server="nowhere"'},
    "hostile.html": {"style": "hostile.css"},
    "missing.html": {"script": "missing.js"},
    "remember.html": {"attributes": 'remember server="{{desk}}"'},
    "rtl.html": {"html": 'lang="ar" dir="rtl"'},
}
"""Pages that are page.html but for what stands here; the others have files of their own."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes a page breaks its connections; that is no error."""


@contextmanager
def serve(handler: type[BaseHTTPRequestHandler], *, port: int = 0) -> Iterator[str]:
    """The address of a server that runs until the end of the block."""
    server = _Server(("127.0.0.1", port), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def stand_in(book: Book, origins: list[str], *, port: int = 0) -> Iterator[str]:
    handler = type("StandIn", (Handler,), {"book": book, "origins": origins})
    with serve(handler, port=port) as address:
        yield address


@contextmanager
def website(desk: str, *, port: int = 0) -> Iterator[str]:
    """A website with a strict Content-Security-Policy: no inline script, no inline style, no eval."""

    class Website(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = urlsplit(self.path).path.strip("/") or "index.html"
            path = PAGES / ("page.html" if name in VARIANTS else name)
            if path.parent != PAGES or not path.is_file():
                self.send_error(404)
                return
            policy = f"default-src 'none'; script-src {desk}; connect-src {desk}; style-src 'self'; base-uri 'none'; "
            policy += "require-trusted-types-for 'script'; trusted-types 'none'"
            values = {**PLAIN, **VARIANTS.get(name, {}), "desk": desk}
            send_file(self, path, {"Content-Security-Policy": policy}, values)

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    with serve(Website, port=port) as address:
        yield address
