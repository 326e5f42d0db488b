"""The page in a real browser that may load nothing: filters, keyboard, anchors, language, print."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from eval.page.page import write_page
from eval.robustness import FormLine
from tests.chromium import ARGUMENTS, CHROMIUM, IN_BROWSER
from tests.eval.page.made import rival, run

pytestmark = IN_BROWSER
WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with four questions, one other system and one form of typing."""
    path = tmp_path_factory.mktemp("page") / "page.html"
    write_page(path, run(), [rival()], [FormLine("capitals", 4, 0.25, 25.0, ("t-1",))])
    return Path(path).as_uri()


@pytest.fixture
def page(browser: Browser, file: str) -> Iterator[Page]:
    """The page opened; whatever it complains about, or asks for beside itself, fails the test."""
    opened = browser.new_context(viewport=WIDE, offline=True).new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(file) else None)
    opened.goto(file)
    yield opened
    opened.context.close()
    assert complaints == []


def shown(page: Page) -> list[str]:
    """Return the ids of the questions that the filters leave."""
    ids = page.locator(".question:not([hidden]) .id").all_text_contents()
    expect(page.locator("#count output")).to_have_text(str(len(ids)))
    return ids


@pytest.mark.parametrize(
    ("name", "value", "left"),
    [
        ("type", "unanswerable", ["t-3"]),
        ("section", "I.2", ["t-2"]),
        ("result", "wrong", ["t-2", "t-4"]),
        ("reaction", "refused", ["t-3"]),
        ("reaction", "failed", ["t-4"]),
        ("changed", "change-1", ["t-1", "t-2"]),
        ("changed", "win-1", ["t-1"]),
        ("changed", "loss-1", ["t-2"]),
    ],
)
def test_each_filter_leaves_what_it_says(page: Page, name: str, value: str, left: list[str]) -> None:
    page.locator(f"select[name={name}]").select_option(value)
    assert shown(page) == left
    page.get_by_role("button", name="Bỏ lọc").click()
    expect(page.locator("#count output")).to_have_text("4")


def test_filters_hold_together_and_say_when_nothing_is_left(page: Page) -> None:
    page.locator("select[name=result]").select_option("right")
    page.locator("select[name=reaction]").select_option("refused")
    assert shown(page) == ["t-3"]
    page.locator("select[name=section]").select_option("I.3")
    assert shown(page) == []
    expect(page.locator("#none")).to_be_visible()


def test_a_search_needs_no_diacritics_and_looks_at_what_was_said_only(page: Page) -> None:
    search = page.get_by_role("searchbox")
    search.fill("tan uyen")
    assert shown(page) == ["t-2"]
    search.fill("Tân UYÊN 3,5")
    assert shown(page) == ["t-2"]
    search.fill("uyen")  # a word's beginning
    assert shown(page) == ["t-2"]
    search.fill("yen")  # only its end
    assert shown(page) == []
    search.fill("đáp án mẫu")  # the name of a line
    assert shown(page) == []


def test_everything_is_within_reach_of_the_keyboard(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("8/7")  # a slash inside the field is a letter
    expect(page.get_by_role("searchbox")).to_have_value("8/7")
    page.get_by_role("searchbox").fill("")
    for name in ("type", "section", "result"):
        page.keyboard.press("Tab")
        expect(page.locator(f"select[name={name}]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("select[name=result]")).to_have_value("right")
    assert shown(page) == ["t-1", "t-3"]
    page.locator("#q-t-3 summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#q-t-3 dl")).to_be_visible()


def test_a_link_to_a_question_opens_it_even_where_a_filter_hides_it(page: Page) -> None:
    page.locator("select[name=result]").select_option("wrong")
    page.get_by_role("link", name="t-1", exact=True).click()
    expect(page.locator("#q-t-1 dl")).to_be_visible()
    expect(page.locator("#q-t-1")).to_be_in_viewport()


def test_a_group_of_a_plot_filters_the_questions(page: Page) -> None:
    page.get_by_role("link", name="Mục I.2", exact=True).click()
    assert shown(page) == ["t-2"]
    expect(page.locator("select[name=section]")).to_have_value("I.2")
    page.get_by_role("link", name="1 thắng").click()
    assert shown(page) == ["t-1"]


def test_all_questions_open_and_close_at_once(page: Page) -> None:
    page.locator("#unfold").click()
    expect(page.locator(".question[open]")).to_have_count(4)
    page.locator("#unfold").click()
    expect(page.locator(".question[open]")).to_have_count(0)


def test_the_language_changes_everywhere_and_back(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("Đánh giá hoidap trên bộ dev", use_inner_text=True)
    page.get_by_role("button", name="English").click()
    expect(page.locator("h1")).to_have_text("Evaluation of hoidap on the set dev", use_inner_text=True)
    expect(page.get_by_role("searchbox")).to_have_attribute("placeholder", "with or without diacritics, shortcut /")
    expect(page.locator("select[name=section] option").nth(1)).to_have_text("Section I.2")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.locator("select[name=section] option").nth(1)).to_have_text("Mục I.2")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_stands_out_of_the_window(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.locator("#unfold").click()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_print_shows_the_summary_without_the_questions(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator("#figures")).to_be_visible()
    expect(page.locator("#plots")).to_be_visible()
    expect(page.locator("#questions")).to_be_hidden()
    expect(page.locator("#language")).to_be_hidden()
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 without its margins, in CSS pixels
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
