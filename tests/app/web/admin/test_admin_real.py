"""The whole way of a report with nothing scripted: a Word file, the real page, reader, shelf, index, assistant, chat."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from app.hosting import Hosting
from app.observe.metrics import Metrics
from app.shelf.shelf import Shelf
from app.web.guard.around import Guard, put_around
from app.web.serve import create_app
from tests.app.web.api.small_site import Site
from tests.app.web.chat.browsing import WIDE, ask
from tests.app.web.guard.conftest import Ring
from tests.app.web.running import running
from tests.chromium import IN_BROWSER
from tests.small_library import CloseEncoder

pytestmark = IN_BROWSER
LINES = (
    "SỞ Y TẾ TỈNH YÊN BÁI", "Số: 20/BC-SYT", "Yên Bái, ngày 15 tháng 01 năm 2022", "BÁO CÁO",
    "Kết quả công tác y tế tỉnh Yên Bái năm 2021", "I. KẾT QUẢ",
    "Sở Y tế tỉnh Yên Bái đã tiêm 15.000 liều vắc xin cho học sinh. Bệnh viện Tuệ Tĩnh hỗ trợ {sum} để mua máy./.",
)  # fmt: skip
QUESTION = "Bệnh viện Tuệ Tĩnh hỗ trợ bao nhiêu tiền?"
PATIENCE = 60_000
"""Milliseconds for a reading, which starts a process, or for an index; a busy machine takes its time."""


def word(total: str) -> bytes:
    """Return a report as Word saves it."""
    document, saved = Document(), BytesIO()
    for line in LINES:
        document.add_paragraph(line.format(sum=total))
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (*table.rows[0].cells, *table.rows[1].cells), ("Huyện", "Số liều", "Văn Yên", "1.250"), strict=True
    ):
        cell.text = text
    document.save(saved)
    return saved.getvalue()


@dataclass(slots=True)
class Service(Site):
    """The whole service over one small report on the disk, at an address."""

    url: str = ""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    made = Service(tmp_path_factory.mktemp("service"))
    shelf = Shelf(made.folder / "corpus", made.folder / "index", CloseEncoder, made.reopen)
    app = put_around(create_app(made.current, ["Hỏi?"], shelf=shelf), made.current, Guard(Ring(), Metrics(), Hosting()))
    with running(app) as made.url:
        yield made


@pytest.fixture
def page(browser: Browser, service: Service) -> Iterator[Page]:
    """The chat as a new user opens it; closed before the server, which waits for open streams."""
    context = browser.new_context(viewport=WIDE, locale="vi-VN")
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    opened.goto(service.url)
    opened.locator("#hd-source .document").wait_for(state="attached")  # buttons do nothing before Gradio has begun
    yield opened
    context.close()


def upload(page: Page, name: str, data: bytes) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    page.locator("#files").set_input_files({"name": name, "mimeType": kind, "buffer": data})
    page.get_by_role("button", name=f"Xem lại: {name}").click(timeout=PATIENCE)


def test_a_word_file_is_looked_at_published_asked_about_replaced_corrected_and_removed(
    page: Page, service: Service
) -> None:
    page.get_by_role("button", name="Cài đặt").click()
    page.get_by_role("link", name="Quản lý báo cáo").click()
    expect(page.locator(".report")).to_have_count(1)

    upload(page, "bc-y-te.docx", word("425 triệu đồng"))
    expect(page.get_by_label("Trích yếu")).to_have_value("Kết quả công tác y tế tỉnh Yên Bái năm 2021")
    expect(page.get_by_label("Số", exact=True)).to_have_value("20")
    expect(page.locator("#document")).to_contain_text("Bệnh viện Tuệ Tĩnh hỗ trợ 425 triệu đồng")
    expect(page.locator("#quality")).to_contain_text("Bảng: 1 (1 dòng)")
    page.get_by_label("Người ký").fill("Hoàng Văn Nam")
    page.get_by_role("button", name="Công bố", exact=True).click()
    expect(page.locator(".item-state")).to_have_text("Đã công bố, hỏi được ngay", timeout=PATIENCE)
    line = page.locator(".report").filter(has_text="20/BC-SYT")
    expect(line).to_contain_text(".docx")

    page.get_by_role("link", name="Hỏi về báo cáo").click()
    page.locator("#hd-source .document").wait_for(state="attached")
    ask(page, QUESTION)
    expect(page.locator(".answer-text")).to_contain_text("425 triệu đồng")
    page.wait_for_function("!sessionStorage.getItem('hoidap:pending')")  # else the next page asks it again

    page.goto(service.url + "/admin/reports")
    upload(page, "bc-y-te-sua.docx", word("500 triệu đồng"))
    expect(page.locator("#version")).to_contain_text("Đây là bản thay thế (bản 2) của “Kết quả công tác y tế")
    page.get_by_role("button", name="Công bố bản thay thế").click()
    expect(page.locator(".item-state")).to_have_text("Đã công bố, hỏi được ngay", timeout=PATIENCE)
    expect(line).to_contain_text("bản thay thế · bản 2")
    expect(page.locator(".report")).to_have_count(2)

    line.get_by_role("button", name="Sửa thông tin").click()
    page.get_by_label("Ngày ban hành").fill("16/01/2022")
    page.get_by_role("button", name="Lưu").click()
    expect(line).to_contain_text("ngày 16/01/2022", timeout=PATIENCE)
    with page.expect_download() as saved:
        line.get_by_role("button", name="Tải bản gốc").click()
    assert saved.value.suggested_filename == "bc-y-te-sua.docx"

    line.get_by_role("button", name="Gỡ").click()
    page.get_by_role("button", name="Gỡ báo cáo").click()
    expect(page.locator(".report")).to_have_count(1, timeout=PATIENCE)
    page.get_by_role("link", name="Trang hỏi đáp").click()
    page.locator("#hd-source .document").wait_for(state="attached")
    ask(page, QUESTION)
    expect(page.locator(".answer-text").last).not_to_contain_text("triệu đồng")
