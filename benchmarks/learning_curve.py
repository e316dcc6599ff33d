"""How much more examples would bring: accuracy on writers left out, by the share of the examples that are learnt from.

    for part in 0.125 0.25 0.5 1.0; do
        encoder/.venv/bin/python -m encoder.build --out FOLDER/$part --without VOICES --part $part
    done
    .venv/bin/python -m benchmarks.learning_curve FOLDER/*

Encoder and classifier learn from the same part. The report of `make evaluate` shows the curve.
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

import numpy as np

from benchmarks.left_out import LeftOut
from evaluation.beside import LEARNING_CURVE
from lems_faq.understanding.labels import is_topic


def point(left_out: LeftOut) -> dict[str, float]:
    """Examples a label, and the shares right that they lead to."""
    model = left_out.classifier()
    new, truth = left_out.read([e.text for e in left_out.asked]), np.array([e.label for e in left_out.asked])
    ranked = np.array(model.labels)[np.argsort(-model.probabilities(new.rows, new.masked), axis=1)]
    right = ranked[:, 0] == truth
    topics = np.array([is_topic(label) for label in truth])
    first_three = (ranked[:, :3] == truth[:, None]).any(axis=1)
    return {
        "examples": round(len(left_out.learnt) / len(model.labels)),
        "right": round(float(right.mean()), 4),
        "topics right": round(float(right[topics].mean()), 4),
        "topics in the first three": round(float(first_three[topics].mean()), 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("artefacts", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=LEARNING_CURVE)
    options = parser.parse_args()
    try:
        found = [LeftOut.of(artefact) for artefact in options.artefacts]
    except (FileNotFoundError, ValueError) as problem:
        parser.error(str(problem))
    points = sorted(map(point, found), key=lambda p: p["examples"])
    asked = found[0].asked
    voices = ", ".join(sorted({example.group for example in asked}))
    curve = {
        "date": date.today().isoformat(),
        "note": f"The classifier on {len(asked)} messages by writers left out of encoder and classifier ({voices}).",
        "points": points,
    }
    options.out.write_text(json.dumps(curve, indent=2) + "\n", encoding="utf-8")
    print(options.out.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
