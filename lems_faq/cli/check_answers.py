"""`lems check-answers`: proves that every sentence of every response is quoted or declared."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from lems_faq.answers import curated, source, trace


def add(commands: Any) -> None:
    parser = commands.add_parser("check-answers", help=__doc__.split(": ", 1)[1])
    parser.add_argument("--domain", type=Path, default=curated.DOMAIN)
    parser.add_argument("--source", type=Path, default=source.FOLDER)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints what is wrong and returns 1 where something is; warnings alone return 0."""
    answers = curated.Curated.read(options.domain)
    findings = trace.check(
        answers,
        source.read_sources(options.source),
        trace.Declared.read(options.source / trace.DECLARED.name),
        path=options.domain,
        today=date.today(),
    )
    for finding in findings:
        print(finding, file=sys.stderr)
    errors = sum(finding.error for finding in findings)
    if not errors:
        print(f"{len(answers.responses)} responses: every sentence is quoted or declared")
    return 1 if errors else 0
