"""`python -m benchmarks.against_default`: ours against a default Rasa pipeline, in one run on one machine."""

from __future__ import annotations

import argparse
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Sequence

from benchmarks import accuracy, machine, messages
from benchmarks.bars import full_training
from benchmarks.environments import ensure_peer, installed
from benchmarks.our_model import our_cost
from benchmarks.peer_model import FULL_EPOCHS, PeerModel, is_present, kept_model, peer_model
from benchmarks.places import OUR_ENVIRONMENT, OUR_PYTHON, PEER, PEER_PYTHON, RESULTS, ROOT, BenchmarkError
from benchmarks.report import write
from benchmarks.servers import REFUSED, serving
from benchmarks.store import store_cost_ms

ASKED = 200
BELOW_BAR, FAILED = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns 0, 1 where a bar is missed, or 2 where something could not be measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer-epochs", type=int, default=FULL_EPOCHS, help="of DIET; TED has half as many")
    parser.add_argument("--skip-training", action="store_true", help="take the kept models with what they cost")
    parser.add_argument("--model", type=Path, help="our model (default: the one that `lems train` prints)")
    parser.add_argument("--every-question", action="store_true", help="judge both on all questions of evaluation/")
    parser.add_argument("--out", type=Path, default=RESULTS, help="folder of the results (default: %(default)s)")
    options = parser.parse_args(arguments)
    if options.peer_epochs < 1:
        parser.error(f"--peer-epochs must be at least 1, not {options.peer_epochs}")
    try:
        return BELOW_BAR if write(measure(options), folder=options.out) else 0
    except (BenchmarkError, *REFUSED) as problem:
        print(f"benchmark: {problem}", file=sys.stderr)
        return FAILED


def measure(options: argparse.Namespace) -> dict[str, Any]:
    """Everything, as the results file holds it."""
    ensure_peer()
    model = (options.model or _our_model()).resolve()
    _say("training")
    peer = kept_model(options.peer_epochs) if options.skip_training else peer_model(options.peer_epochs)
    training = {"ours": asdict(our_cost(again=not options.skip_training)), "peer": asdict(peer.cost)}
    training["ours"] |= full_training(training["ours"], epochs=1, full=1)
    training["peer"] |= full_training(training["peer"], epochs=peer.epochs, full=FULL_EPOCHS)
    return {
        "date": date.today().isoformat(),
        "machine": machine.facts(),
        "versions": {"ours": machine.versions(OUR_ENVIRONMENT), "peer": machine.versions(PEER / ".venv")},
        "pipeline": f"A default Rasa pipeline (DIET {peer.epochs} epochs, TED {max(1, peer.epochs // 2)})",
        "peer": {"epochs": peer.epochs, "content": peer.content, "present": is_present(peer), "date": peer.date},
        "model": model.name,
        "training": training,
        "installed_mb": installed(),
        "store_ms": round(store_cost_ms(), 2),
        **_serve(model, peer, every=options.every_question),
    }


def _serve(model: Path, peer: PeerModel, *, every: bool) -> dict[str, Any]:
    """What is measured on the two running servers."""
    asked = accuracy.questions(every=every)
    texts = [question.turns[-1] for question in accuracy.questions(every=False)][:ASKED]
    with ExitStack() as stack:
        _say("starting the servers")
        # One after the other: each start has the machine to itself.
        ours = stack.enter_context(
            serving(
                OUR_PYTHON,
                model,
                credentials=ROOT / "credentials.development.yml",
                endpoints=ROOT / "endpoints.yml",
            )
        )
        theirs = stack.enter_context(
            serving(PEER_PYTHON, peer.path, credentials=PEER / "credentials.yml", more=["--enable-api"])
        )
        _say(f"{len(texts)} questions to each by turns")
        speed = messages.alternate({"ours": ours, "peer": theirs}, texts)
        _say("what both understand")
        answers = {"ours": accuracy.ours(ours, asked), "peer": accuracy.peers(theirs, asked)}
        _say("a long row and a long conversation")
        return {
            "serving": speed,
            "right": {name: accuracy.shares(found) for name, found in answers.items()},
            "figures": accuracy.figures(answers["peer"]) if every else {},
            "row": messages.row(ours, texts),
            "conversation": messages.conversation(ours),
        }


def _our_model() -> Path:
    done = subprocess.run([str(OUR_ENVIRONMENT / "bin" / "lems"), "train"], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise BenchmarkError("'lems train' failed; its output is above")
    return ROOT / done.stdout.split()[-1]


def _say(what: str) -> None:
    print(f"benchmark: {what} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
