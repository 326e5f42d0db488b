"""Takes the pictures of the README from a running server: ``python tests/app/web/take_screenshots.py http://127.0.0.1:7860``."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parents[3] / "app" / "web" / "screenshots"
QUESTIONS = (
    "dien tich hoa hong o thanh pho lai chau nhieu hon tam duong bao nhieu ha",
    "Bao nhiêu đơn vị vận tải của Hà Nội chạy tuyến Lai Châu - Hà Nội?",
)
WIDE, PHONE = (1440, 900), (390, 844)
CHROMIUM = "/usr/bin/chromium"


def ask(page: Page) -> None:
    """Type the questions, send each and wait until its citations can be clicked."""
    for number, question in enumerate(QUESTIONS):
        page.get_by_role("textbox").first.fill(question)
        page.keyboard.press("Enter")
        page.locator("[data-answer]").nth(number).wait_for()
        page.wait_for_timeout(1200)  # the report scrolls smoothly


def begin(page: Page) -> None:
    """Show the page as it is opened."""
    page.locator(".suggestion").first.wait_for()


def hover(page: Page) -> None:
    """Ask, and show the card of the first mark of the last answer."""
    ask(page)
    page.locator("button.cite").last.hover()


def sheet(page: Page) -> None:
    """Ask, and open the report as a phone shows it."""
    ask(page)
    page.locator("button.cite").last.click()


def complain(page: Page) -> None:
    """Ask, and say that the source is wrong."""
    ask(page)
    page.locator("[data-rate]").last.click()
    page.get_by_label("Sai nguồn").check()


def take(
    browser: Browser,
    url: str,
    name: str,
    size: tuple[int, int],
    show: Callable[[Page], None],
    scheme: Literal["light", "dark"] = "light",
) -> None:
    """Open the page as a new user, show something and keep the picture."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="vi-VN", color_scheme=scheme)
    page = context.new_page()
    page.goto(url)
    page.locator("#hd-source .document").wait_for(state="attached")
    show(page)
    page.wait_for_timeout(800)
    page.screenshot(path=FOLDER / f"{name}.png")
    context.close()


def main(url: str) -> None:
    """Take all pictures."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        take(browser, url, "rong", WIDE, hover)
        take(browser, url, "rong-bat-dau", WIDE, begin)
        take(browser, url, "rong-toi", WIDE, complain, "dark")
        take(browser, url, "dien-thoai", PHONE, sheet)
        take(browser, url, "dien-thoai-hoi", PHONE, ask)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
