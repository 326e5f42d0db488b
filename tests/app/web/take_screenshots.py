"""Takes the pictures of the README from a running server: ``python tests/app/web/take_screenshots.py http://127.0.0.1:7860``."""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).parents[3] / "app" / "web" / "screenshots"
QUESTIONS = (
    "Bao nhiêu đơn vị vận tải của Hà Nội chạy tuyến Lai Châu - Hà Nội?",
    "dien tich hoa hong o thanh pho lai chau nhieu hon tam duong bao nhieu ha",
)
SIZES = {"rong": (1440, 900), "dien-thoai": (390, 844)}
CHROMIUM = "/usr/bin/chromium"


def ask(page: Page, question: str, answers: int) -> None:
    """Type a question, send it and wait until its citations can be clicked."""
    page.get_by_role("textbox").first.fill(question)
    page.keyboard.press("Enter")
    page.locator(".sources").nth(answers).wait_for()


def main(url: str) -> None:
    """Ask the questions at each size, click the last citation and keep the picture."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for name, (width, height) in SIZES.items():
            page = browser.new_context(viewport={"width": width, "height": height}).new_page()
            page.goto(url)
            for answered, question in enumerate(QUESTIONS):
                ask(page, question, answered)
            page.locator("button.cite").last.click()
            page.wait_for_timeout(800)  # the panel scrolls smoothly
            page.screenshot(path=FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
