"""Opening the page in the reader's browser, where there is one."""

from __future__ import annotations

import os
import sys
import webbrowser
from collections.abc import Mapping

_TEXT_ONLY = ("lynx", "links", "elinks", "w3m", "www-browser")
"""They would take the terminal over, and run no scripts."""


def can_open(environment: Mapping[str, str], *, terminal: bool, system: str = sys.platform) -> bool:
    """Whether somebody sits in front of this machine: a terminal, and a display for the browser."""
    display = system != "linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
    return terminal and display


def open_page(url: str) -> bool:
    """Opens the address in a browser, and returns whether there was one."""
    if not can_open(os.environ, terminal=sys.stderr.isatty()):
        return False
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    return getattr(browser, "name", "") not in _TEXT_ONLY and browser.open(url)
