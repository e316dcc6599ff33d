"""The HTTP face of the stand-in: the calls of openapi.yaml, CORS, the widget's scripts and a page of answers."""

from __future__ import annotations

import gzip
import json
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from .answers import ROOT
from .conversations import Book, Refused

WIDGET = ROOT / "widget" / "src"
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
}
STREAM_SECONDS = 300


def send_file(handler: BaseHTTPRequestHandler, path: Path, headers: dict[str, str], replace: dict[str, str]) -> None:
    """Sends a file as a web server would: typed, compressed where the browser takes it."""
    text = path.read_text(encoding="utf-8")
    for name, value in replace.items():
        text = text.replace("{{" + name + "}}", value)
    body = text.encode()
    if "gzip" in handler.headers.get("Accept-Encoding", ""):
        body = gzip.compress(body, 9, mtime=0)
        headers = {**headers, "Content-Encoding": "gzip"}
    handler.send_response(200)
    for name, value in {"Content-Type": TYPES[path.suffix], "Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    book: Book
    origins: list[str]

    def do_OPTIONS(self) -> None:
        self._respond(204, None, preflight=True)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path.startswith("/widget/"):
            script = WIDGET / path.removeprefix("/widget/")
            if script.parent != WIDGET or not script.is_file():
                return self._respond(404, {"error": {"code": "not_found", "detail": path}})
            return send_file(self, script, {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache"}, {})
        if path.rstrip("/") == "/faq" or path.startswith("/data/"):
            return send_file(self, Path(__file__).parents[1] / "pages" / "faq.html", {}, {})
        self._call()

    def do_POST(self) -> None:
        self._call()

    def do_DELETE(self) -> None:
        self._call()

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing: a test's output is its own."""

    def _call(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        raw = self.rfile.read(length)
        try:
            origin = self.headers.get("Origin")
            if origin and origin not in self.origins:
                raise Refused(403, "origin_not_allowed")
            self._route(json.loads(raw) if raw else {})
        except Refused as refused:
            self._respond(refused.status, {"error": refused.error, "message": None})

    def _route(self, body: dict[str, Any]) -> None:
        url = urlsplit(self.path)
        token = (self.headers.get("Authorization") or "").removeprefix("Bearer ") or None
        after = int(parse_qs(url.query).get("after", ["0"])[0])
        match f"{self.command} {url.path}":
            case "GET /api/v1/status":
                self._respond(200, self.book.status())
            case "POST /api/v1/conversations":
                self._respond(201, self.book.start())
            case "POST /api/v1/token":
                self._respond(200, self.book.renew(token or ""))
            case "POST /api/v1/messages":
                self._respond(*self.book.send(token, body))
            case "GET /api/v1/messages":
                self._respond(200, self.book.history(token, after))
            case "GET /api/v1/events":
                self._stream(token, after)
            case "POST /api/v1/feedback":
                self._respond(200, self.book.feedback(token, body))
            case "POST /api/v1/handoff":
                self._respond(200, self.book.handoff(token))
            case "GET /api/v1/data":
                self._respond(200, self.book.data(token))
            case "DELETE /api/v1/conversation":
                self._respond(200, self.book.forget(token))
            case unknown:
                self._respond(404, {"error": {"code": "not_found", "detail": unknown}})

    def _stream(self, token: str | None, after: int) -> None:
        book = self.book
        conversation = book.of(token)
        self.send_response(200)
        self._cors()
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        state = ""
        ends = time.monotonic() + STREAM_SECONDS
        try:
            while time.monotonic() < ends:
                with book.changed:
                    news = [m for m in conversation.messages if m["cursor"] > after]
                    if not news and state == book.assistant and not conversation.erased:
                        book.changed.wait(1)
                    fresh = [book.public(m) for m in conversation.messages if m["cursor"] > after]
                    erased, was, state = conversation.erased, state, book.assistant
                if erased:
                    return self._frame("erased", {})
                if state != was:
                    self._frame("status", {"assistant": state})
                for message in fresh:
                    after = message["cursor"]
                    self._frame("message", message, after)
                self.wfile.write(b": alive\n\n")
                self.wfile.flush()
            self._frame("bye", {"reason": "renew"})
        except OSError:
            return  # the page is gone

    def _frame(self, event: str, data: dict[str, Any], cursor: int | None = None) -> None:
        head = f"id: {cursor}\n" if cursor is not None else ""
        self.wfile.write(f"{head}event: {event}\ndata: {json.dumps(data)}\n\n".encode())
        self.wfile.flush()

    def _respond(self, status: int, body: dict[str, Any] | None, *, preflight: bool = False) -> None:
        raw = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        self._cors()
        if preflight:
            self.send_header("Access-Control-Allow-Methods", "GET, POST, DELETE")
            self.send_header("Access-Control-Allow-Headers", "authorization, content-type")
            self.send_header("Access-Control-Max-Age", "86400")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def _cors(self) -> None:
        origin = self.headers.get("Origin")
        if origin in self.origins:
            self.send_header("Access-Control-Allow-Origin", str(origin))
            self.send_header("Access-Control-Expose-Headers", "Retry-After")
            self.send_header("Vary", "Origin")
