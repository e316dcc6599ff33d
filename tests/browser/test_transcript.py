"""Saving and printing the conversation, to take it to the doctor."""

from __future__ import annotations

from playwright.sync_api import expect

from chat import Chat
from desks import Desk


def test_transcript_is_saved_as_a_page_with_all_that_was_said(chat: Chat, desk: Desk) -> None:
    chat.open()
    chat.ask("Is LEMS inherited?")
    desk.staff_says("Hello, I am a nurse.")
    expect(chat.staff).to_have_count(1)
    with chat.page.expect_download() as download:
        chat.menu("Save this conversation")
    assert download.value.suggested_filename.endswith(".html")
    reader = chat.page.context.new_page()
    reader.goto(f"file://{download.value.path()}")
    text = reader.locator("body").inner_text()
    for part in (
        *("My conversation about LEMS", "I am a program, not a doctor.", "You, ", "Is LEMS inherited?"),
        *("not considered a hereditary genetic disease", "section heredity. Last updated: 2026-04-08."),
        *("Medical disclaimer:", "A person from the team, ", "Hello, I am a nurse."),
    ):
        assert part in text, part


def test_transcript_is_printed_without_the_page_around_it(chat: Chat) -> None:
    chat.page.add_init_script(
        """window.printed = [];
        const read = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow').get;
        Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() {
            const inner = read.call(this);
            inner.print = () => { printed.push(inner.document.body.innerText, inner.document.adoptedStyleSheets.length);
                inner.dispatchEvent(new Event('afterprint')); };
            return inner;
        } });"""
    )
    chat.open()
    chat.ask("Is LEMS inherited?")
    chat.menu("Print this conversation")
    text, sheets = chat.page.evaluate("printed")
    assert "not considered a hereditary genetic disease" in text and "Medical disclaimer:" in text
    assert "Living with a rare disease" not in text
    assert sheets == 1
    assert chat.in_root("(root) => root.querySelectorAll('iframe').length") == 0
