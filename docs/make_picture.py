"""`python docs/make_picture.py`: asks the assistant a real conversation and draws it for the README."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
ASKED = ["I have just been told I have LEMS. What is it?", "is it inherited?", "why?", "what is the treatment"]
OUT = ROOT / "docs" / "images" / "conversation.svg"


def main() -> int:
    done = subprocess.run(
        [sys.executable, "-m", "lems_faq.cli.main", "chat"],
        cwd=ROOT,
        input="\n".join(ASKED),
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "COLUMNS": "96"},
    )
    answers = done.stdout.strip().split("\n\n")
    if len(answers) != len(ASKED):
        raise SystemExit(f"{len(ASKED)} questions got {len(answers)} answers")
    console = Console(record=True, width=100, file=open("/dev/null", "w"))  # noqa: SIM115
    for question, answer in zip(ASKED, answers):
        console.print(Text(f"> {question}", style="bold cyan"))
        body, _, disclaimer = answer.partition("Medical disclaimer:")
        console.print(Text(body.strip()))
        console.print(Text(f"Medical disclaimer:{disclaimer}\n", style="dim"))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    console.save_svg(str(OUT), title="lems chat")
    return 0


if __name__ == "__main__":
    sys.exit(main())
