"""Our own training, measured from nothing; its cost is kept for a run with --skip-training."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from pathlib import Path

from benchmarks.places import PEER_MODELS, ROOT
from benchmarks.training import Cost, train_ours
from lems_faq.adapters.training import content_hash


def our_cost(*, again: bool) -> Cost:
    """What training on the present content costs: measured `again`, or as it was kept where it was measured."""
    facts = PEER_MODELS / f"ours-{content_hash(ROOT)}.facts.json"
    if facts.exists() and not again:
        data = json.loads(facts.read_text(encoding="utf-8"))
        return Cost(data["wall_s"], data["cpu_s"])
    with tempfile.TemporaryDirectory() as scratch:
        cost = train_ours(Path(scratch))
    PEER_MODELS.mkdir(parents=True, exist_ok=True)
    facts.write_text(json.dumps(asdict(cost)) + "\n", encoding="utf-8")
    return cost
