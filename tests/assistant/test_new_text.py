"""A further reviewed text is added without touching code: a made-up one, with one topic, is trained and asked."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

TEXT = """---
id: made-up-care
title: A made-up text on ferries
updated: 2026-05-01
summary: Made-up summary
sections: [ferries, disclaimer]
disclaimer: "Made-up disclaimer: this text exists for a test only."
---
Ferries to the made-up island leave at noon. The crossing takes one hour.
Made-up disclaimer: this text exists for a test only.
"""
RESPONSE = {
    "text": "Ferries to the made-up island leave at noon.",
    "metadata": {
        "outcome": "answered",
        "title": "When do the ferries leave?",
        "about": "the ferries",
        "source": "made-up-care",
        "section": "ferries",
        "reviewed": "2026-05-01",
        "spans": ["Ferries to the made-up island leave at noon."],
        "suggestions": ["overview"],
    },
}
EXAMPLES = """- when does the ferry leave
- ferries to the island, what time
- what time is the boat to the made-up island
- ferry timetable please
- at what hour do the ferries go
- is there a ferry at noon
- island ferry times
- when can I take the boat to the island
- ferry departure
- made-up island ferry
- how long does the crossing take
- do ferries leave in the morning
- when is the next ferry
- which ferry goes to the made-up island
- tell me about the ferries
- the boat to the island leaves when
- are there ferries on Sunday
- ferries?
- I want to take the ferry to the island
- what time does the made-up ferry sail
- can you tell me when the island ferry leaves
- how often do ferries to the island go
- ferry schedule for the made-up island
- when do ferries depart
- at noon there is a ferry, right
- does a ferry leave for the island at noon
- departure of the ferries to the island
- island boat departure time
- I missed the ferry, when does it leave tomorrow
- my mother asks when the ferry to the island goes
"""


def copy_project(root: Path, target: Path) -> None:
    """A small copy of the project: its own configuration, a part of its examples."""
    for name in ("config.yml", "endpoints.yml", "domain.yml"):
        shutil.copy(root / name, target / name)
    shutil.copytree(root / "source", target / "source")
    shutil.copytree(root / "encoder" / "artefact", target / "encoder" / "artefact")
    shutil.copytree(root / "data" / "conditions", target / "data" / "conditions")
    for name in ("nlu.yml", "rules.yml", "stories.yml", "voices/newly_diagnosed.yml"):
        (target / "data" / name).parent.mkdir(exist_ok=True)
        shutil.copy(root / "data" / name, target / "data" / name)


def add_text(target: Path) -> None:
    """What docs/add-an-answer.md asks of an editor, and nothing else."""
    (target / "source" / "made-up-care.txt").write_text(TEXT, encoding="utf-8")
    domain = yaml.safe_load((target / "domain.yml").read_text(encoding="utf-8"))
    domain["intents"].append("ferries")
    domain["responses"]["utter_ferries"] = [RESPONSE]
    (target / "domain.yml").write_text(yaml.safe_dump(domain, allow_unicode=True, sort_keys=False), encoding="utf-8")
    rules = yaml.safe_load((target / "data" / "rules.yml").read_text(encoding="utf-8"))
    rules["rules"].append({"rule": "ferries", "steps": [{"intent": "ferries"}, {"action": "utter_ferries"}]})
    (target / "data" / "rules.yml").write_text(yaml.safe_dump(rules, sort_keys=False), encoding="utf-8")
    nlu = {"version": "3.1", "nlu": [{"intent": "ferries", "examples": EXAMPLES}]}
    (target / "data" / "ferries.yml").write_text(yaml.safe_dump(nlu), encoding="utf-8")


def test_new_text_answers_its_topic_with_its_own_disclaimer(root: Path, tmp_path: Path) -> None:
    copy_project(root, tmp_path)
    add_text(tmp_path)
    command = [sys.executable, "-m", "lems_faq.cli.main"]
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(root), "HOME": str(tmp_path)}
    checked = subprocess.run([*command, "check-answers"], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    questions = [
        {"id": 1, "text": "at what time do ferries to the made-up island leave"},
        {"id": 2, "text": "is it hereditary?"},
    ]
    asked = subprocess.run(
        [*command, "ask", "--jsonl"],
        cwd=tmp_path,
        env=environment,
        input="\n".join(json.dumps(question) for question in questions),
        capture_output=True,
        text=True,
    )
    assert asked.returncode == 0, asked.stderr[-3000:]
    new, old = map(json.loads, asked.stdout.splitlines())
    assert new["outcome"] == "answered"
    assert new["topics"] == ["ferries"]
    assert new["messages"][0]["disclaimer"] == "Made-up disclaimer: this text exists for a test only."
    assert new["messages"][0]["sources"] == [{"text": "made-up-care", "section": "ferries", "updated": "2026-05-01"}]
    assert new["content"] == "2026-05-01"
    assert old["topics"] == ["hereditary"]
    assert "Made-up" not in old["messages"][0]["text"]
