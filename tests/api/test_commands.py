"""The commands as a person or a script calls them."""

from __future__ import annotations

import codecs
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers import ROOT, Running

DISCLAIMER = "Medical disclaimer: This content is for educational purposes only"
LEMS = [sys.executable, "-m", "lems_faq.cli.main"]


def lems(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "1000", **environment}
    return subprocess.run([*LEMS, *arguments], cwd=ROOT, input=given, capture_output=True, env=settings, timeout=180)


BATCH = b"""{"id": "q-1", "text": "is it hereditary?"}
{"id": 2, "turns": ["what is LEMS", "why?"]}
this is no JSON

{"id": "q-4"}
{"id": "q-5", "text": null}
{"text": "no id"}
\xff\xfe
{"id": {"a": 1}, "text": "caf\xc3\xa9 \xf0\x9f\x99\x82"}
{"id": "q-9", "turns": []}
"""


@pytest.fixture(scope="module")
def batch(model_file: Path) -> subprocess.CompletedProcess[bytes]:
    return lems("ask", "--jsonl", given=codecs.BOM_UTF8 + BATCH)


def test_batch_answers_every_line_in_order(batch: subprocess.CompletedProcess[bytes]) -> None:
    records = [json.loads(line) for line in batch.stdout.splitlines()]
    assert [record["id"] for record in records] == ["q-1", 2, None, None, "q-5", None, None, {"a": 1}, None]
    assert [record["line"] for record in records if "error" in record] == [3, 5, 7, 8, 10]
    assert records[0]["topics"] == ["hereditary"]
    assert records[1]["topics"] == ["cause"]
    assert records[4]["outcome"] == "out_of_scope"


def test_batch_says_what_is_wrong_with_a_line_and_exits_1(batch: subprocess.CompletedProcess[bytes]) -> None:
    errors = [r["error"] for r in map(json.loads, batch.stdout.splitlines()) if "error" in r]
    for error, reason in zip(errors, ["not JSON", "text or turns", "id is missing", "not UTF-8", "turns"], strict=True):
        assert reason in error
    assert batch.returncode == 1


def test_batch_and_channel_give_the_same_record(assistant: Running, model_file: Path) -> None:
    questions = [
        "is it hereditary?",
        "what causes gout",
        "hello",
        "what is LEMS and how is it treated",
        "she is choking",
    ]
    given = "".join(json.dumps({"id": f"m-{n}", "text": text}) + "\n" for n, text in enumerate(questions))
    done = lems("ask", "--jsonl", given=given.encode())
    assert done.returncode == 0
    for number, record in enumerate(map(json.loads, done.stdout.splitlines())):
        turn = assistant.say(f"same-{number}", f"m-{number}", questions[number])
        assert turn == record


def test_ask_prints_one_answer_for_a_person(model_file: Path) -> None:
    done = lems("ask", "is", "it", "hereditary?")
    assert done.returncode == 0
    text = done.stdout.decode()
    assert text.startswith("Lambert-Eaton myasthenic syndrome is not considered a hereditary genetic disease.")
    assert text.count(DISCLAIMER) == 1
    assert done.stderr == b""


def test_ask_without_a_question_says_how(model_file: Path) -> None:
    done = lems("ask")
    assert done.returncode == 2
    assert b"Ask something" in done.stderr


def test_chat_reads_one_message_a_line_and_ends_with_the_input(model_file: Path) -> None:
    done = lems("chat", given=b"is it hereditary?\n1\nthanks")
    assert done.returncode == 0
    answers = done.stdout.decode().strip().split("\n\n")
    assert len(answers) == 3
    assert all(answer.count(DISCLAIMER) == 1 for answer in answers)
    # The first suggestion after 'is it hereditary?' is on HLA types.
    assert answers[1].startswith("Research suggests that certain human leukocyte antigen (HLA) types")


def test_run_chats_through_the_servers(model_file: Path, tmp_path: Path) -> None:
    from tests.servers import free_port

    done = lems(
        "run",
        given=b"what is LEMS?\n",
        LEMS_STATE=str(tmp_path),
        LEMS_ASSISTANT_PORT=str(free_port()),
        LEMS_ACTIONS_PORT=str(free_port()),
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().count(DISCLAIMER) == 1


def test_run_names_a_port_that_is_in_use(model_file: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = lems("run", LEMS_ASSISTANT_PORT=str(port), LEMS_STATE=str(tmp_path))
    assert done.returncode == 2
    assert f"Port {port} is in use" in done.stderr.decode()
    assert "LEMS_ASSISTANT_PORT" in done.stderr.decode()


@pytest.mark.parametrize("port", ["0", "99999", "http", "-1"])
def test_run_refuses_what_is_no_port(port: str) -> None:
    done = lems("run", LEMS_ASSISTANT_PORT=port)
    assert done.returncode == 2
    assert f"LEMS_ASSISTANT_PORT='{port}'" in done.stderr.decode()
