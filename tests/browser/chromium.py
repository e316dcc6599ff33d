"""The browser: Playwright's own Chromium where it is there, else the system's.

`python chromium.py` looks for one and gets one where it can: Playwright's own, else Debian's package as root. Where
neither works it fails and names the command.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

REMEDY = "No browser: run 'tests/browser/.venv/bin/playwright install chromium', or 'apt-get install chromium' as root."
_SYSTEM = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = ["--no-sandbox"]
_FETCH_SECONDS = 300
_LAUNCH_MS = 60_000


def launch(playwright: Playwright) -> Browser:
    """A running browser.

    Raises:
        RuntimeError: there is none; the message names the command that gets one.
    """
    own = playwright.chromium.executable_path
    found = own if os.path.exists(own) else next(filter(None, map(shutil.which, _SYSTEM)), None)
    if not found:
        raise RuntimeError(REMEDY)
    try:
        return playwright.chromium.launch(executable_path=found, args=_ARGUMENTS, timeout=_LAUNCH_MS)
    except Error as error:
        raise RuntimeError(f"{found} does not start. {REMEDY}\n{error.message}") from error


def _works() -> bool:
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright)
        except RuntimeError as error:
            print(error, file=sys.stderr)
            return False
        print(f"Chromium {browser.version}", file=sys.stderr)
        browser.close()
    return True


def _get(*command: str) -> None:
    """Runs a command that gets a browser; what comes of it is looked at afterwards."""
    print(f"Trying '{' '.join(command)}' ...", file=sys.stderr)
    try:
        subprocess.run(command, check=False, timeout=_FETCH_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"That did not work: {error}", file=sys.stderr)


def main() -> int:
    if _works():
        return 0
    _get(sys.executable, "-m", "playwright", "install", "chromium")
    if _works():
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _get("apt-get", "update", "--quiet")
        _get("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium")
        if _works():
            return 0
    print(REMEDY, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
