"""No violation of WCAG 2.2 A and AA, in every state, in every look."""

from __future__ import annotations

from typing import Any

import pytest

from chat import Chat
from conftest import NewPage
from desks import Desk
from states import STATES

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True},
}


def violations(chat: Chat, axe_script: str) -> list[str]:
    chat.page.evaluate(axe_script)
    result = chat.page.evaluate("(values) => axe.run(document, { runOnly: { type: 'tag', values } })", TAGS)
    assert any("lems-chat" in str(node["target"]) for check in result["passes"] for node in check["nodes"]), (
        "axe looked into the widget"
    )
    return [
        f"{found['id']}: {node['target']} {node['failureSummary']}"
        for found in result["violations"]
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_no_violation(
    new_page: NewPage, desk: Desk, site: str, axe_script: str, state: str, look: str
) -> None:
    chat = Chat(new_page(**LOOKS[look]), site)
    STATES[state](chat, desk)
    assert violations(chat, axe_script) == []


def test_axe_would_find_one(chat: Chat, axe_script: str) -> None:
    """The check itself: a violation put into the widget is found."""
    chat.open()
    chat.in_root("(root) => root.querySelector('.panel').append(document.createElement('button'))")
    assert [found for found in violations(chat, axe_script) if found.startswith("button-name")]
