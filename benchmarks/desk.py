"""What the desk costs: the same messages straight to the assistant and through the desk, in one run, with all parts as
`make run` starts them.

    python -m benchmarks.desk [--conversations 1 100] [--messages 20] [--out FILE]

Exit status 1 where a bar is missed: p50 through the desk at most 2.5 times the assistant's own, no error, and its
first page within 3 s.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.whole.everything import DESK, PYTHON, Everything, desk_up_seconds, everything

MOST_RATIO = 2.5
MOST_SECONDS = 3.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--conversations", type=int, nargs="+", default=[1, 100])
    parser.add_argument("--messages", type=int, default=20)
    parser.add_argument("--out", type=Path, help="file for the figures, as JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, everything(Path(folder)) as whole:
        whole.ready()
        up = desk_up_seconds(whole.text)
        runs = load(whole, options.conversations, options.messages)
    result = {"date": datetime.date.today().isoformat(), "machine": machine(), "desk_up_s": up, "runs": runs}
    text = json.dumps(result, indent=2)
    print(text)
    if options.out:
        options.out.write_text(text + "\n", encoding="utf-8")
    missed = misses(up, runs)
    for bar in missed:
        print(f"missed: {bar}", file=sys.stderr)
    return int(bool(missed))


def load(whole: Everything, conversations: list[int], messages: int) -> list[dict[str, Any]]:
    """What desk/benchmarks/load.py measures, in the desk's own environment."""
    command = [str(PYTHON), "-m", "benchmarks.load", "--url", whole.url, "--assistant", whole.assistant_url]
    command += ["--messages", str(messages), "--conversations", *map(str, conversations)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment["LEMS_DESK_SECRET"] = whole.secret
    done = subprocess.run(command, cwd=DESK, env=environment, stdout=subprocess.PIPE, check=True, timeout=600)
    return list(json.loads(done.stdout)["runs"])


def machine() -> dict[str, Any]:
    names = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    processor = names[0].partition(": ")[2] if names else platform.processor()
    return {"processor": processor, "cores": os.cpu_count(), "system": platform.system()}


def misses(up: float, runs: list[dict[str, Any]]) -> list[str]:
    """The bars that are not kept."""
    found = [] if up <= MOST_SECONDS else [f"desk up after {up} s, at most {MOST_SECONDS} s"]
    for run in runs:
        at_once = f"{run['desk']['conversations']} at once"
        if run["ratio_p50"] > MOST_RATIO:
            found.append(f"{at_once}: p50 is {run['ratio_p50']} times the assistant's, at most {MOST_RATIO}")
        if run["desk"]["errors"]:
            found.append(f"{at_once}: {run['desk']['errors']} errors")
    return found


if __name__ == "__main__":
    sys.exit(main())
