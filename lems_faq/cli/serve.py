"""`lems serve`: one of the two servers in this very process, for a supervisor that starts it again when it ends."""

from __future__ import annotations

import argparse
import os
import runpy
import sys
from pathlib import Path
from typing import Any

from lems_faq.cli.run import (
    SECRET_VARIABLE,
    actions_address,
    actions_command,
    assistant_address,
    assistant_command,
    servers_environment,
)


def add(commands: Any) -> None:
    parser = commands.add_parser("serve", help="run the assistant or its action server alone, for a supervisor")
    parser.add_argument("server", choices=("assistant", "actions"))
    parser.add_argument("--credentials", type=Path, default=Path("credentials.yml"), help="which channels to open")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Trains first where there is no model of the present content, then is the server until it is ended.

    Raises:
        ValueError: the assistant would have no secret, so that nobody could talk to it.
    """
    actions = actions_address()
    if options.server == "actions":
        command = actions_command(actions)
    else:
        from lems_faq.adapters.training import ensure_model

        if not os.environ.get(SECRET_VARIABLE):
            raise ValueError(f"{SECRET_VARIABLE} is not set; give the assistant the secret that its callers show")
        state = Path(os.environ.get("LEMS_STATE", ".state"))
        state.mkdir(parents=True, exist_ok=True)
        command = assistant_command(
            ensure_model(), assistant_address(), actions, state=state, credentials=options.credentials
        )
    os.environ.update(servers_environment(secret=os.environ.get(SECRET_VARIABLE, "")))
    # In this process, where the libraries' notices on their own future are switched off (lems_faq.cli.main).
    module, *sys.argv[1:] = command
    runpy.run_module(module, run_name="__main__", alter_sys=True)
    return 0
