"""The command `lems`. Each subcommand is a module beside this one with `add` and `run`."""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from typing import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one subcommand and returns its exit status; 2 for arguments or settings that cannot be read."""
    _quiet()
    from lems_faq.cli import ask, chat, check_answers, run, serve, train

    parser = argparse.ArgumentParser(prog="lems", description="Questions about Lambert-Eaton myasthenic syndrome.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for module in (ask, chat, check_answers, run, serve, train):
        module.add(commands)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has seen enough ('lems ask ... | head').
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (ValueError, FileNotFoundError, RuntimeError) as problem:
        print(f"lems: {problem}", file=sys.stderr)
        return 2


def _quiet() -> None:
    """Nothing calls out, and libraries of 2021 to 2023 keep their notices on their own future to themselves."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    # Some libraries switch their warnings on again at import, so it is their display that is switched off.
    warnings.showwarning = lambda *arguments, **options: None


if __name__ == "__main__":
    sys.exit(main())
