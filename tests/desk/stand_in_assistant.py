"""A stand-in for the assistant: a real HTTP server that keeps to turn.md, for tests of the desk alone.

It stores each turn before it answers, and answers a message_id that it knows from there, also after it was killed.
`python stand_in_assistant.py --port 5005 --state FILE --secret SECRET [--work-ms 10]`

What it says follows from the text: 'slow 3' takes 3 s, 'fail' gives status 500, 'refuse' 400, 'unavailable' the last
resort, 'broken' no turn, 'emergency' the safety reply, 'unclear' a clarify, 'delete my data' asks for confirmation.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import sqlite3
import time
from pathlib import Path
from typing import Any

import uvicorn

DISCLAIMER = (
    "Medical disclaimer: This content is for educational purposes only and does not constitute medical advice, "
    "diagnosis, or treatment; always seek the advice of your physician or other qualified health provider with any "
    "questions regarding a medical condition."
)
SUGGESTIONS = [{"title": "What are HLA types?", "payload": "/hla_types"}]
CLARIFY = [
    {"title": "Is LEMS inherited?", "payload": "/hereditary"},
    {"title": "What causes LEMS?", "payload": "/cause"},
    {"title": "None of these", "payload": "/none_of_these"},
]
CONFIRM = [{"title": "Yes, delete it", "payload": "/affirm"}, {"title": "No, keep it", "payload": "/deny"}]


class Memory:
    """What it has stored, in a file that outlives the process."""

    def __init__(self, file: Path) -> None:
        self._db = sqlite3.connect(file, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        columns = "sender TEXT, message TEXT, asked TEXT, turn TEXT, PRIMARY KEY (sender, message)"
        self._db.execute(f"CREATE TABLE IF NOT EXISTS turn ({columns})")
        self._db.execute("CREATE TABLE IF NOT EXISTS work (sender TEXT, message TEXT)")

    def find(self, sender: str, message: str) -> dict[str, Any] | None:
        row = self._db.execute("SELECT turn FROM turn WHERE sender=? AND message=?", (sender, message)).fetchone()
        return json.loads(row[0]) if row else None

    def store(self, sender: str, message: str, asked: str, turn: dict[str, Any]) -> None:
        """The turn, and a line in `work` for each time that a message was worked on, to be counted by tests."""
        self._db.execute("BEGIN IMMEDIATE")
        self._db.execute("INSERT INTO turn VALUES (?, ?, ?, ?)", (sender, message, asked, json.dumps(turn)))
        self._db.execute("INSERT INTO work VALUES (?, ?)", (sender, message))
        self._db.execute("COMMIT")

    def tracker(self, sender: str) -> list[dict[str, Any]]:
        rows = self._db.execute("SELECT message, asked FROM turn WHERE sender=?", (sender,)).fetchall()
        return [{"message_id": message, "asked": asked} for message, asked in rows]

    def erase(self, sender: str) -> int:
        return self._db.execute("DELETE FROM turn WHERE sender=?", (sender,)).rowcount


def make_turn(message_id: str, asked: str) -> dict[str, Any]:
    outcome, suggestions, links, safety = "answered", SUGGESTIONS, [], "none"
    body = f"You asked: {asked}"
    if "emergency" in asked:
        outcome, suggestions, safety = "emergency", [], "emergency"
        body = "Call your local emergency number now: 112, 911 or 999."
        links = [{"title": "Call 112", "url": "tel:112"}]
    elif "unclear" in asked:
        outcome, suggestions, body = "clarify", CLARIFY, "Did you mean one of these?"
    elif "delete my data" in asked:
        outcome, suggestions, body = "forget_me", CONFIRM, "Shall I delete everything?"
    elif "hostile" in asked:
        body = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
        links = [{"title": "click", "url": "javascript:alert(3)"}, {"title": "fine", "url": "https://example.org/"}]
    elif "unavailable" in asked:
        outcome, body = "unavailable", "Something went wrong on my side."
    message = {
        "text": f"{body}\n{DISCLAIMER}",
        "body": body,
        "disclaimer": DISCLAIMER,
        "sources": [{"text": "lems-causes", "section": "heredity", "updated": "2026-04-08"}],
        "suggestions": suggestions,
    }
    return {
        "id": message_id,
        "messages": [{**message, "links": links} if links else message],
        "outcome": outcome,
        "topics": ["hereditary"],
        "understanding": {
            "subject": "lems",
            "conditions": [],
            "safety": safety,
            "ranking": [
                {"topic": "hereditary", "confidence": 0.97},
                {"topic": "hla_types", "confidence": 0.02},
                {"topic": "cause", "confidence": 0.01},
            ],
        },
        "model": "stand-in",
        "content": "2026-04-08",
    }


class StandIn:
    """The ASGI application. `work_ms`: how long each message keeps the only worker busy, as Rasa's would be."""

    def __init__(self, memory: Memory, *, secret: str, work_ms: float) -> None:
        self._memory = memory
        self._secret = secret
        self._work_ms = work_ms
        self._locks: dict[str, asyncio.Lock] = {}

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        body = b""
        while True:
            event = await receive()
            body += event.get("body", b"")
            if not event.get("more_body"):
                break
        status, answer = await self._route(scope, body)
        content = json.dumps(answer).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(content)).encode())]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    async def _route(self, scope: dict[str, Any], body: bytes) -> tuple[int, Any]:
        headers = dict(scope["headers"])
        if headers.get(b"x-desk-secret", b"").decode() != self._secret:
            return 401, {"error": "X-Desk-Secret is missing or wrong"}
        method, path = scope["method"], scope["path"].rstrip("/")
        if (method, path) == ("POST", "/webhooks/desk"):
            return await self._message(json.loads(body))
        if (method, path) == ("GET", "/webhooks/desk/health"):
            return 200, {"ready": True, "model": "stand-in", "content": "2026-04-08"}
        if match := re.fullmatch(r"/webhooks/desk/conversations/([\w-]+)", path):
            return self._conversation(method, match[1])
        return 404, {"error": "no such address"}

    async def _message(self, message: dict[str, str]) -> tuple[int, Any]:
        sender, message_id = message["sender_id"], message["message_id"]
        asked = message.get("payload") or message.get("text", "")
        async with self._locks.setdefault(sender, asyncio.Lock()):
            if known := self._memory.find(sender, message_id):
                return 200, known
            if match := re.search(r"slow ([\d.]+)", asked):
                await asyncio.sleep(float(match[1]))
            if self._work_ms:
                time.sleep(self._work_ms / 1000)
            for word, status in (("fail", 500), ("refuse", 400)):
                if word in asked:
                    return status, {"error": word}
            if "broken" in asked:
                return 200, {"id": message_id, "messages": []}
            turn = make_turn(message_id, asked)
            if "unavailable" not in asked:
                self._memory.store(sender, message_id, asked, turn)
            return 200, turn

    def _conversation(self, method: str, sender: str) -> tuple[int, Any]:
        if method == "DELETE":
            return 200, {"sender_id": sender, "erased_events": self._memory.erase(sender)}
        events = self._memory.tracker(sender)
        return (200, {"sender_id": sender, "events": events}) if events else (404, {"error": "no conversation"})


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--state", type=Path, required=True)
    parser.add_argument("--secret", required=True)
    parser.add_argument("--work-ms", type=float, default=0.0)
    options = parser.parse_args()
    application = StandIn(Memory(options.state), secret=options.secret, work_ms=options.work_ms)
    uvicorn.run(application, host="127.0.0.1", port=options.port, log_level="warning", lifespan="off")


if __name__ == "__main__":
    main()
