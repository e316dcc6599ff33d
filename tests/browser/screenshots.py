"""`python screenshots.py`: the pictures of docs/images, each a state of the widget as a patient reaches it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from chat import Chat
from chromium import launch
from desks import StandIn
from standin.conversations import Book
from standin.server import stand_in, website
from states import STATES

IMAGES = Path(__file__).parents[2] / "docs" / "images"
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
DESKTOP = {"viewport": {"width": 1280, "height": 860}}


@dataclass(frozen=True)
class Picture:
    name: str
    state: str
    options: dict[str, Any] = field(default_factory=dict)


PICTURES = (
    Picture("desktop", "opened", DESKTOP),
    Picture("desktop-answer", "suggestions", DESKTOP),
    Picture("desktop-person", "staff", DESKTOP),
    Picture("dark", "suggestions", {**DESKTOP, "color_scheme": "dark"}),
    Picture("phone", "opened", PHONE),
    Picture("phone-answer", "suggestions", PHONE),
    Picture("phone-offline", "offline", PHONE),
    Picture("emergency", "emergency", PHONE),
    Picture("forced-colours", "emergency", {**DESKTOP, "forced_colors": "active", "color_scheme": "dark"}),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=IMAGES)
    folder: Path = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    book, origins = Book(), list[str]()
    with stand_in(book, origins) as address, website(address) as site, sync_playwright() as playwright:
        origins.append(site)
        desk = StandIn(address, book)
        browser = launch(playwright)
        for picture in PICTURES:
            desk.start_assistant()
            page = browser.new_context(reduced_motion="reduce", **picture.options).new_page()
            STATES[picture.state](Chat(page, site), desk)
            page.wait_for_timeout(500)
            file = folder / f"{picture.name}.png"
            page.screenshot(path=file)
            print(file.name)
            page.context.close()
        browser.close()


if __name__ == "__main__":
    main()
