"""Narrow, enlarged, right to left, still, coloured by the reader: it stays whole."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from chat import Chat, slow_down
from conftest import NewPage
from desks import Desk

NARROW = {"width": 320, "height": 640}
ZOOM_200 = {"width": 640, "height": 400}
ZOOM_400 = {"width": 320, "height": 256}
ON_ITS_SIDE = {"width": 800, "height": 360}


def _overflow(chat: Chat) -> list[str]:
    """What sticks out of the panel to the side, or is cut off in its own box."""
    found: list[str] = chat.in_root(
        """(root) => {
            const panel = root.querySelector('.panel').getBoundingClientRect();
            return [...root.querySelectorAll('.panel *')].filter((node) => {
                const box = node.getBoundingClientRect();
                if (!box.width || node.closest('svg') || getComputedStyle(node).clipPath !== 'none') return false;
                const outside = box.left < panel.left - 1 || box.right > panel.right + 1;
                const inline = getComputedStyle(node).display === 'inline';
                return outside || (!inline && node.scrollWidth > node.clientWidth + 1);
            }).map((node) => node.outerHTML.slice(0, 80));
        }"""
    )
    return found


@pytest.mark.parametrize("viewport", [NARROW, ZOOM_200, ZOOM_400, ON_ITS_SIDE])
def test_layout_nothing_is_cut_off_and_all_can_be_reached(
    new_page: NewPage, desk: Desk, site: str, viewport: dict[str, int]
) -> None:
    chat = Chat(new_page(viewport=viewport), site).open()
    assert _overflow(chat) == []
    chat.ask("Is LEMS inherited?")
    chat.write("I cannot breathe")
    chat.alarms.first.wait_for()
    chat.ask("dry mouth", answers=2)
    assert _overflow(chat) == []
    for part in (chat.button("Send"), chat.button("Close"), chat.suggestions.get_by_role("button").first):
        part.scroll_into_view_if_needed()
        expect(part).to_be_in_viewport(ratio=0.9)
    chat.button("Menu").click()
    assert _overflow(chat) == []
    expect(chat.button("Forget me")).to_be_visible()


@pytest.mark.parametrize("viewport", [ZOOM_400, ON_ITS_SIDE])
def test_layout_a_low_panel_begins_at_its_beginning(
    new_page: NewPage, desk: Desk, site: str, viewport: dict[str, int]
) -> None:
    chat = Chat(new_page(viewport=viewport), site).open()
    expect(chat.button("Close")).to_be_in_viewport()


def test_layout_the_emergency_line_stays_on_a_phone_on_its_side(new_page: NewPage, desk: Desk, site: str) -> None:
    chat = Chat(new_page(viewport=ON_ITS_SIDE), site).open()
    chat.ask("What is LEMS?")
    chat.button("Send").scroll_into_view_if_needed()
    expect(chat.page.locator("lems-chat [part=safety]")).to_be_in_viewport(ratio=1)


def test_layout_on_a_phone_the_panel_takes_the_page(new_page: NewPage, desk: Desk, site: str) -> None:
    chat = Chat(new_page(viewport={"width": 390, "height": 800}), site).open()
    assert chat.panel.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 800}


def test_layout_on_a_desktop_the_page_stays_in_sight(chat: Chat) -> None:
    chat.open()
    box = chat.panel.bounding_box()
    assert box and box["width"] < 500 and box["x"] > 550


def test_layout_right_to_left_is_mirrored(new_page: NewPage, desk: Desk, site: str) -> None:
    chat = Chat(new_page(), site).visit("/rtl.html")
    launcher = chat.launcher.bounding_box()
    assert launcher and launcher["x"] < 50
    chat.launcher.click()
    chat.ask("What is LEMS?")
    panel, question = chat.panel.bounding_box(), chat.questions.first.bounding_box()
    assert panel and question and panel["x"] < 50 and question["x"] - panel["x"] < 40
    assert _overflow(chat) == []
    direction = "(root) => getComputedStyle(root.querySelector('.bot .text')).direction"
    assert chat.in_root(direction) == "ltr", "an English answer stays readable"


def test_layout_only_logical_properties_place_things(chat: Chat) -> None:
    chat.open()
    physical = chat.in_root(
        """(root) => root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).flatMap((rule) =>
            (rule.cssText.match(/(?<![\\w-])(?:left|right|(?:margin|padding|border)-(?:left|right))\\s*:/g) ?? []))"""
    )
    assert physical == []


@pytest.mark.parametrize("path", ["/", "/hostile.html"])
def test_layout_text_is_large_whatever_the_page_sets(chat: Chat, path: str) -> None:
    chat.open(path)
    chat.ask("What is LEMS?").get_by_role("button", name="No").click()
    chat.answers.first.get_by_role("radio").first.wait_for()
    sizes = chat.in_root(
        """(root) => [...root.querySelectorAll('.panel *')]
            .filter((node) => node.checkVisibility() && [...node.childNodes].some((child) => child.nodeType === 3))
            .map((node) => parseFloat(getComputedStyle(node).fontSize))"""
    )
    assert min(sizes) >= 14 and max(sizes) >= 18


def test_layout_follows_the_text_size_of_the_reader(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.page.evaluate("document.querySelector('lems-chat').style.setProperty('--lems-font-size', '200%')")
    chat.ask("What is LEMS?")
    assert _overflow(chat) == []
    expect(chat.button("Send")).to_be_in_viewport(ratio=0.9)


def test_layout_more_space_between_letters_and_lines_cuts_nothing_off(chat: Chat) -> None:
    """WCAG 1.4.12: a reader's own text spacing."""
    chat.open()
    chat.in_root(
        """(root) => {
            const own = new CSSStyleSheet();
            own.replaceSync(`.panel * { line-height: 1.5 !important; letter-spacing: .12em !important;
                word-spacing: .16em !important; } p { margin-block-end: 2em !important; }`);
            root.adoptedStyleSheets.push(own);
        }"""
    )
    chat.ask("What is LEMS?")
    assert _overflow(chat) == []
    expect(chat.button("Send")).to_be_in_viewport(ratio=0.9)


def test_layout_targets_are_large_enough_for_weak_hands(chat: Chat) -> None:
    chat.open()
    chat.ask("Is LEMS inherited?")
    small = chat.in_root(
        """(root) => [...root.querySelectorAll('.panel button')].filter((node) => node.checkVisibility())
            .map((node) => [node.textContent, node.getBoundingClientRect().height])
            .filter(([, height]) => height < 36)"""
    )
    assert small == []


def test_layout_nothing_moves_for_those_who_want_it_still(new_page: NewPage, desk: Desk, site: str) -> None:
    def animations(page: Page) -> int:
        chat = Chat(page, site).open()
        slow_down(page, "**/api/v1/messages", 1500)
        chat.write("What is LEMS?")
        expect(chat.status).to_have_class("status writing")
        expect(chat.status).not_to_be_empty()
        count = int(chat.in_root("(root) => root.getAnimations().length"))
        expect(chat.answers).to_have_count(1)
        return count

    assert animations(new_page()) == 1
    assert animations(new_page(reduced_motion="reduce")) == 0


@pytest.mark.parametrize(("options", "dark"), [({"color_scheme": "dark"}, True), ({"color_scheme": "light"}, False)])
@pytest.mark.parametrize("theme", [None, "light", "dark"])
def test_layout_is_dark_where_the_reader_or_the_page_wants_it(
    new_page: NewPage, desk: Desk, site: str, options: dict[str, str], dark: bool, theme: str | None
) -> None:
    chat = Chat(new_page(**options), site).open()
    if theme:
        chat.page.evaluate("(theme) => document.querySelector('lems-chat').setAttribute('theme', theme)", theme)
    wanted = dark if theme is None else theme == "dark"
    color = chat.in_root("(root) => getComputedStyle(root.querySelector('.panel')).backgroundColor")
    assert color == ("rgb(18, 24, 30)" if wanted else "rgb(255, 255, 255)")


def test_layout_colours_are_the_pages_to_set(chat: Chat) -> None:
    chat.open()
    chat.page.evaluate("document.querySelector('lems-chat').style.setProperty('--lems-head', 'rgb(90, 0, 90)')")
    assert chat.in_root("(root) => getComputedStyle(root.querySelector('.head')).backgroundColor") == "rgb(90, 0, 90)"


def test_layout_answering_does_not_scroll_the_page_below(chat: Chat) -> None:
    chat.open()
    chat.page.evaluate("document.body.style.minHeight = '3000px'; scrollTo(0, 500)")
    chat.ask("What is LEMS?")
    chat.ask("Is LEMS inherited?", answers=2)
    assert chat.page.evaluate("scrollY") == 500
