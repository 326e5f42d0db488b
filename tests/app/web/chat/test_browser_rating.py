"""Saying what an answer is worth, and giving it away: ratings, the right sentence, copies, files, paper."""

import base64
from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize, expect

from app.export.decree import full_form
from corpus.models import Report
from tests.app.web.chat.browsing import COMPANIES, ROSES, SIZES, WIDE, Site, ask
from tests.chromium import IN_BROWSER
from tests.fakes import answered, cite, refused

pytestmark = IN_BROWSER
FIRST_SENTENCE = "Trao đổi chia sẻ các mô hình ứng dụng công nghệ cao trong sản xuất các loại cây rau, hoa, cây ăn quả."


def test_praise_is_one_click(site: Site, report: Report) -> None:
    site.asker.script += [answered("32,8 ha [1].", cite(report, ROSES))]
    page = site.open(WIDE)
    ask(page, "Hoa hồng?")
    page.get_by_role("button", name="Câu trả lời tốt").click()
    expect(page.locator("#hd-toast")).to_have_text("Đã ghi nhận, cảm ơn bạn.")
    expect(page.get_by_role("button", name="Câu trả lời tốt")).to_have_attribute("aria-pressed", "true")
    (kept,) = site.ratings.kept
    assert (kept.rating, kept.question, kept.answer) == (1, "Hoa hồng?", "32,8 ha [1].")


def test_a_complaint_has_a_reason_and_a_comment(site: Site, report: Report) -> None:
    site.asker.script += [answered("32,8 ha [1].", cite(report, ROSES))]
    page = site.open(WIDE)
    ask(page, "Hoa hồng?")
    page.get_by_role("button", name="Câu trả lời chưa tốt").click()
    for reason in ("Sai số liệu", "Sai nguồn", "Thiếu ý", "Không đúng câu hỏi", "Khác"):
        expect(page.locator("#hd-rating").get_by_label(reason, exact=True)).to_be_visible()
    page.get_by_label("Thiếu ý").check()
    page.get_by_label("Góp ý thêm").fill("Còn <b>Tân Uyên</b>")
    page.get_by_role("button", name="Gửi góp ý").click()
    expect(page.get_by_role("button", name="Câu trả lời chưa tốt")).to_have_attribute("aria-pressed", "true")
    (kept,) = site.ratings.kept
    assert (kept.rating, kept.reason, kept.comment, kept.quote) == (-1, "incomplete", "Còn <b>Tân Uyên</b>", "")


@pytest.mark.parametrize("size", SIZES)
def test_the_right_sentence_is_picked_in_the_report(site: Site, report: Report, size: ViewportSize) -> None:
    site.asker.script += [answered("03 đơn vị [1].", cite(report, COMPANIES))]
    page = site.open(size)
    ask(page, "Hoa hồng?")
    page.get_by_role("button", name="Câu trả lời chưa tốt").click()
    page.get_by_label("Sai nguồn").check()
    page.get_by_role("button", name="Chọn câu đúng trong báo cáo").click()
    page.locator("#hd-source .sentence", has_text=FIRST_SENTENCE).click()
    expect(page.locator("#hd-rating blockquote")).to_have_text(FIRST_SENTENCE)
    page.get_by_role("button", name="Gửi góp ý").click()
    expect(page.locator("#hd-rating")).to_be_hidden()
    expect(page.locator("#hd-toast")).to_have_text("Đã ghi nhận, cảm ơn bạn.")
    (kept,) = site.ratings.kept
    assert (kept.reason, kept.quote, kept.report_id) == ("wrong-source", FIRST_SENTENCE, report.id)
    assert kept.start == report.text.index(FIRST_SENTENCE)


def test_the_right_sentence_is_picked_by_keyboard_alone(site: Site, report: Report) -> None:
    site.asker.script += [answered("32,8 ha [1].", cite(report, ROSES))]
    page = site.open(WIDE)
    ask(page, "Hoa hồng?")
    page.get_by_role("button", name="Câu trả lời chưa tốt").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.get_by_role("button", name="Chọn câu đúng trong báo cáo").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#hd-rating blockquote")).to_have_text(FIRST_SENTENCE)
    page.keyboard.press("Escape")
    expect(page.locator("#hd-rating")).to_be_hidden()
    assert site.ratings.kept == []


def test_a_copy_carries_the_sources_in_the_form_of_the_decree(site: Site, report: Report) -> None:
    site.asker.script += [answered("32,8 ha [1].", cite(report, ROSES))]
    page = site.open(WIDE, permissions=["clipboard-read", "clipboard-write"])
    ask(page, "Hoa hồng?")
    page.get_by_role("button", name="Sao chép kèm nguồn").click()
    expect(page.locator("#hd-toast")).to_have_text("Đã sao chép câu trả lời kèm nguồn.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"32,8 ha [1].\n\nNguồn:\n[1] {full_form(report)}, khoản 3 mục I: “{ROSES}”"


@pytest.mark.parametrize(
    ("form", "begins"), [("docx", b"PK"), ("pdf", b"%PDF"), ("md", "# Hỏi Đáp".encode())], ids=["docx", "pdf", "md"]
)
@pytest.mark.parametrize("size", SIZES)
def test_an_answer_is_saved_as_a_file(
    site: Site, report: Report, tmp_path: Path, form: str, begins: bytes, size: ViewportSize
) -> None:
    site.asker.script += [answered("32,8 ha [1].", cite(report, ROSES))]
    page = site.open(size)
    ask(page, "Hoa hồng?")
    page.locator(".menu summary").click()
    with page.expect_download() as saved:
        page.locator(".menu").get_by_role("button", name=f".{form}").click()
    assert saved.value.suggested_filename == f"tra-loi.{form}"
    saved.value.save_as(tmp_path / form)
    assert (tmp_path / form).read_bytes().startswith(begins)
    expect(page.locator(".menu > div")).to_be_hidden()


def test_the_whole_conversation_is_saved_as_a_file(site: Site, tmp_path: Path) -> None:
    site.asker.script += [refused("Một."), refused("Hai.")]
    page = site.open(WIDE)
    ask(page, "Thứ nhất?")
    ask(page, "Thứ hai?")
    page.get_by_role("button", name="Hội thoại đã lưu").click()
    with page.expect_download() as saved:
        page.locator("#hd-kept").get_by_role("button", name=".md").click()
    saved.value.save_as(tmp_path / "all.md")
    text = (tmp_path / "all.md").read_text(encoding="utf-8")
    assert saved.value.suggested_filename == "hoi-dap.md"
    assert "## Thứ nhất?\n\nMột." in text
    assert "## Thứ hai?\n\nHai." in text


def test_paper_shows_the_conversation_and_none_of_the_buttons(site: Site, report: Report) -> None:
    site.asker.script += [answered("32,8 ha [1].", cite(report, ROSES), suggestions=("Nữa?",))]
    page = site.open(WIDE)
    ask(page, "Hoa hồng?")
    page.emulate_media(media="print")
    expect(page.locator(".answer-text")).to_be_visible()
    expect(page.locator(".source-item")).to_be_visible()
    assert ROSES in page.evaluate("getComputedStyle(document.querySelector('.source-item'), '::after').content")
    for gone in ("#hd-composer", "#hd-source", ".acts", ".suggestions", "#hd-new"):
        expect(page.locator(gone)).to_be_hidden()
    assert base64.b64encode(page.pdf()).startswith(b"JVBERi")
