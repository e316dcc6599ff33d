"""SIGKILL of each part in the middle of a load, with the real assistant: nothing accepted is lost or answered twice."""

from __future__ import annotations

import threading
import time
import uuid
from collections import Counter
from pathlib import Path

import pytest
import requests

from tests.whole.everything import Everything, Patient, everything

PATIENTS, MESSAGES = 6, 10
QUESTIONS = ("Is it hereditary?", "What causes LEMS?", "Does it have to do with cancer?", "Why am I so weak?")


class Load(threading.Thread):
    """One patient who writes like the widget: after an error the same message with the same id again."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self.patient = Patient(url)
        self.accepted: list[str] = []
        self.odd: list[int] = []

    def run(self) -> None:
        for number in range(MESSAGES):
            id = uuid.uuid4().hex
            for _ in range(300):
                if self._send(QUESTIONS[number % len(QUESTIONS)], id):
                    break
                time.sleep(0.2)

    def _send(self, text: str, id: str) -> bool:
        try:
            status = self.patient.send(text, id=id).status_code
        except requests.RequestException:
            return False
        if status in (200, 202):
            self.accepted.append(id)
            return True
        self.odd.append(status)
        return False


@pytest.mark.parametrize("part", ["assistant", "desk", "worker"])
def test_killing_a_part_loses_and_repeats_nothing(part: str, model_file: Path, tmp_path: Path) -> None:
    with everything(tmp_path) as whole:
        whole.ready()
        loads = [Load(whole.url) for _ in range(PATIENTS)]
        for load in loads:
            load.start()
        for share in (0.2, 0.5):
            whole.until(lambda share=share: _accepted(loads) >= share * PATIENTS * MESSAGES, what="the load")
            whole.kill(part)
        for load in loads:
            load.join(240)
            assert not load.is_alive()
        assert [load.odd for load in loads] == [[]] * PATIENTS
        for load in loads:
            _check(whole, load)


def _accepted(loads: list[Load]) -> int:
    return sum(len(load.accepted) for load in loads)


def _check(whole: Everything, load: Load) -> None:
    """Each accepted message has one reply, and the assistant has read it once."""
    assert len(load.accepted) == MESSAGES
    whole.until(
        lambda: all(one["state"] != "waiting" for one in load.patient.history()), what="the last reply", seconds=120
    )
    history = load.patient.history()
    asked = [one for one in history if one["author"] == "patient"]
    assert Counter(one["client_message_id"] for one in asked) == Counter(load.accepted)
    replies = Counter(one["reply_to"] for one in history if one["author"] == "assistant")
    assert replies == Counter(one["id"] for one in asked)
    assert {one["outcome"] for one in history if one["author"] == "assistant"} <= {"answered", "clarify"}
    tracker = load.patient.call("GET", "data").json()["assistant"]
    read = [event["message_id"] for event in tracker["events"] if event["event"] == "user"]
    assert Counter(read) == Counter(one["id"] for one in asked)
