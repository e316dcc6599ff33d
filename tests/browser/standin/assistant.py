"""A stand-in for the assistant behind a real desk: the calls that the desk makes on loopback, and the same answers."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from .answers import Answers

_RANKING = [{"topic": topic, "confidence": 0.3} for topic in ("overview", "cause", "hereditary")]


class Assistant:
    """Listens from `start` to `stop`; what it has answered it answers again, also after a stop between."""

    def __init__(self, port: int, secret: str) -> None:
        self._port = port
        self._secret = secret
        self._answers = Answers()
        self._turns: dict[tuple[str, str], dict[str, Any]] = {}
        self._server: ThreadingHTTPServer | None = None

    def start(self) -> None:
        if self._server is None:
            handler = type("Handler", (_Handler,), {"assistant": self})
            self._server = ThreadingHTTPServer(("127.0.0.1", self._port), handler)
            threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def answer(self, method: str, path: str, secret: str | None, body: dict[str, Any]) -> tuple[int, Any]:
        """Status and JSON."""
        if secret != self._secret:
            return 401, {"error": "X-Desk-Secret is missing or wrong"}
        if (method, path) == ("GET", "/webhooks/desk/health"):
            return 200, {"ready": True, "model": "stand-in", "content": self._answers.source.updated}
        if (method, path) == ("POST", "/webhooks/desk"):
            key = (body["sender_id"], body["message_id"])
            if key not in self._turns:
                self._turns[key] = self._turn(body["message_id"], body.get("text", ""), body.get("payload"))
            return 200, self._turns[key]
        sender = path.rpartition("/")[2]
        known = [key for key in self._turns if key[0] == sender]
        if method == "DELETE":
            for key in known:
                del self._turns[key]
            return 200, {"sender_id": sender, "erased_events": len(known)}
        return 200, {"sender_id": sender, "events": [message for _, message in known]}

    def _turn(self, message_id: str, text: str, payload: str | None) -> dict[str, Any]:
        reply = self._answers.reply(text, payload)
        parts = ("text", "body", "disclaimer", "suggestions", "links")
        message = {name: reply[name] for name in parts}
        message["sources"] = [{name: one[name] for name in ("text", "section", "updated")} for one in reply["sources"]]
        understanding = {"subject": "lems", "conditions": [], "safety": reply["safety"], "ranking": _RANKING}
        return {
            "id": message_id,
            "messages": [message],
            "outcome": reply["outcome"],
            "topics": [reply["outcome"]],
            "understanding": understanding,
            "model": "stand-in",
            "content": self._answers.source.updated,
        }


class _Handler(BaseHTTPRequestHandler):
    """One request a connection (HTTP/1.0), so that a stop leaves none open."""

    assistant: Assistant

    def do_GET(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        secret = self.headers.get("X-Desk-Secret")
        status, answer = self.assistant.answer(self.command, self.path, secret, json.loads(raw) if raw else {})
        content = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_GET
    do_DELETE = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""
