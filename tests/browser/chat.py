"""The widget as a patient meets it: what the tests do and look for, by role and name."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, Route

LAUNCHER = "Questions about LEMS"


class Chat:
    """One page with the widget on it."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site
        self.panel = page.get_by_role("dialog", name="Ask about LEMS")
        self.launcher = page.get_by_role("button", name=LAUNCHER)
        self.log = page.get_by_role("log")
        self.field = self.panel.get_by_label("Your question")
        self.answers = page.locator("lems-chat article.bot")
        self.notices = page.locator("lems-chat article.notice")
        self.questions = page.locator("lems-chat article.user")
        self.staff = page.locator("lems-chat article.staff")
        self.alarms = page.locator("lems-chat article.alarm")
        self.suggestions = page.locator("lems-chat [part=suggestions]")
        self.status = page.locator("lems-chat [part=status]")

    def visit(self, path: str = "/") -> Chat:
        self.page.goto(self.site + path)
        self.launcher.wait_for()
        return self

    def open(self, path: str = "/") -> Chat:
        self.visit(path)
        self.launcher.click()
        self.suggestions.get_by_role("button").first.wait_for()
        return self

    def write(self, text: str) -> None:
        self.field.fill(text)
        self.field.press("Enter")

    def ask(self, text: str, *, answers: int = 1) -> Locator:
        """Writes and waits until there are so many answers; returns the last."""
        self.write(text)
        self.answers.nth(answers - 1).wait_for()
        return self.answers.nth(answers - 1)

    def button(self, name: str) -> Locator:
        return self.panel.get_by_role("button", name=name, exact=True)

    def menu(self, name: str) -> None:
        self.button("Menu").click()
        self.button(name).click()

    def token(self, storage: str = "sessionStorage") -> str | None:
        """The token that the page keeps there."""
        script = f"Object.entries({storage}).find(([name]) => name.includes('token'))?.[1] ?? null"
        kept = self.page.evaluate(script)
        return None if kept is None else str(json.loads(kept)["token"])

    def in_root(self, script: str, argument: Any = None) -> Any:
        """Runs a function of (root, argument) on the widget's shadow root."""
        return self.page.evaluate(
            f"(argument) => ({script})(document.querySelector('lems-chat').shadowRoot, argument)", argument
        )

    def focused(self) -> str:
        """Text or label of what has the focus, in the widget or else on the page."""
        return str(
            self.in_root(
                "(root) => { const node = root.activeElement ?? document.activeElement;"
                " return node.getAttribute('aria-label') || node.id || node.textContent; }"
            )
        )


def slow_down(page: Page, pattern: str, milliseconds: int) -> None:
    """Lets the calls of this pattern take so much longer."""

    def wait(route: Route) -> None:
        page.wait_for_timeout(milliseconds)
        route.continue_()

    page.route(pattern, wait)
