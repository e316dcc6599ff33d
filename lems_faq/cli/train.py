"""`lems train`: trains where the content has changed and prints the path of the model."""

from __future__ import annotations

import argparse
from typing import Any


def add(commands: Any) -> None:
    parser = commands.add_parser("train", help="train where the content has changed; prints the model's path")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from lems_faq.adapters.training import ensure_model

    print(ensure_model())
    return 0
