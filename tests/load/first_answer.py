"""Measures how long after Enter an answer is seen: ``python tests/load/first_answer.py http://127.0.0.1:7860``.

In a real Chromium against a running server; says the median and the slowest of the questions, in milliseconds.
"""

import statistics
import sys

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
QUESTIONS = (
    "Diện tích trồng hoa hồng ở huyện Tam Đường là bao nhiêu?",
    "Bao nhiêu đơn vị vận tải của Hà Nội chạy tuyến Lai Châu - Hà Nội?",
    "dien tich hoa hong o thanh pho lai chau nhieu hon tam duong bao nhieu ha",
    "Những hạn chế trong hợp tác năm 2022 là gì?",
    "Quận Hoàng Mai hỗ trợ huyện Phong Thổ bao nhiêu tiền?",
    "Huyện Mường Tè trồng bao nhiêu ha hoa hồng?",
    "Năm 2022 có bao nhiêu lượt doanh nghiệp vào khảo sát?",
    "Còn năm 2021 thì sao?",
)
SEEN = """(before) => {
  const pressed = performance.now();
  return new Promise((seen) => {
    const look = () => {
      const texts = document.querySelectorAll("#hd-transcript .answer-text");
      if (texts.length > before && texts[texts.length - 1].textContent.trim()) seen(performance.now() - pressed);
      else requestAnimationFrame(look);
    };
    look();
  });
}"""


def main(url: str) -> None:
    """Ask every question and print the figures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="vi-VN")
        page.goto(url)
        page.locator("#hd-source .document").wait_for()
        milliseconds: list[float] = []
        for number, question in enumerate(QUESTIONS):
            page.locator("#hd-question textarea").fill(question)
            waiting = page.evaluate_handle(f"(before) => ({{ seen: ({SEEN})(before) }})", number)
            page.keyboard.press("Enter")
            milliseconds.append(float(waiting.evaluate("(held) => held.seen")))
            page.locator("[data-answer]").nth(number).wait_for()
        browser.close()
    print(f"p50 {statistics.median(milliseconds):.0f} ms, max {max(milliseconds):.0f} ms, n {len(milliseconds)}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
