"""What the administrators' page shows while files are read, refused, published, and when the server is busy or away."""

import json

from playwright.sync_api import Page, expect

from tests.app.web.admin.scripted import GONE, NEVER, Api, Desk, choose, quality, read, refusal, report
from tests.app.web.chat.browsing import PHONE, WIDE
from tests.chromium import IN_BROWSER

pytestmark = IN_BROWSER
LOCKED = "Tệp khoa.pdf có mật khẩu. Hãy gỡ mật khẩu rồi gửi lại."


def state(page: Page, name: str, words: str) -> None:
    expect(page.locator(".queued").filter(has_text=name).locator(".item-state")).to_contain_text(words)


def test_one_bad_file_does_not_stop_the_others_and_its_reason_stands_beside_it(place: Desk, api: Api) -> None:
    api.previews = {"khoa.pdf": refusal(422, LOCKED)}
    page = place.open(api, WIDE)
    choose(page, "khoa.pdf", "mot.docx", "hai.xlsx")
    state(page, "khoa.pdf", LOCKED)
    for name in ("mot.docx", "hai.xlsx"):
        state(page, name, "Đã đọc xong, chờ công bố")
    expect(page.get_by_role("button", name="Xem lại: khoa.pdf")).to_have_count(0)


def test_what_is_too_large_or_empty_is_told_without_being_sent(place: Desk, api: Api) -> None:
    page = place.open(api, WIDE)
    page.evaluate("document.querySelector('#drop').dataset.limit = '1000'")
    choose(page, "lon.pdf", size=200_000)
    state(page, "lon.pdf", "Tệp nặng 196 KB, tối đa là 1 KB.")
    choose(page, "rong.docx", size=0)
    state(page, "rong.docx", "Tệp rỗng (0 byte).")
    assert api.seen == []


def test_a_long_reading_tells_how_long_it_takes_and_can_be_left(place: Desk, api: Api) -> None:
    api.previews = {"lau.pdf": NEVER}
    page = place.open(api, PHONE)
    choose(page, "lau.pdf")
    state(page, "lau.pdf", "Đang đọc… 1 giây")
    expect(page.get_by_role("progressbar", name="lau.pdf")).to_be_visible()
    page.get_by_role("button", name="Bỏ khỏi danh sách: lau.pdf").click()
    expect(page.locator(".queued")).to_have_count(0)
    expect(page.get_by_role("button", name="Chọn tệp…")).to_be_focused()


def test_a_lost_connection_keeps_the_file_for_another_try(place: Desk, api: Api) -> None:
    api.previews = {"mat.docx": GONE}
    page = place.open(api, WIDE)
    choose(page, "mat.docx")
    state(page, "mat.docx", "Chưa đọc được: Mất kết nối với máy chủ.")
    del api.previews["mat.docx"]
    page.get_by_role("button", name="Thử lại: mat.docx").click()
    state(page, "mat.docx", "Đã đọc xong")
    page.context.set_offline(True)
    expect(page.get_by_role("alert").filter(has_text="Mất kết nối")).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator("#lost")).not_to_be_visible()


def test_a_busy_server_says_when_to_try_again(place: Desk, api: Api) -> None:
    api.changes = [refusal(409, "Bận.", Retry_After="30"), {"status": 201, "json": read()["json"]}]
    page = place.open(api, WIDE)
    choose(page, "mot.docx")
    page.get_by_role("button", name="Công bố: mot.docx").click()
    state(page, "mot.docx", "Chưa công bố được: Máy chủ đang bận với một thay đổi khác. Hãy thử lại sau 30 giây.")
    page.get_by_role("button", name="Thử lại: mot.docx").click()
    state(page, "mot.docx", "Đã công bố, hỏi được ngay")


def test_what_would_take_another_reports_place_is_left_to_a_person(place: Desk, api: Api) -> None:
    api.previews = {"trung.docx": refusal(409, "Đã có báo cáo khác mang mã này.")}
    page = place.open(api, WIDE)
    choose(page, "trung.docx")
    state(page, "trung.docx", "Không nhận: Đã có báo cáo khác mang mã này.")
    api.previews, api.changes = {}, [{"status": 201, "json": report()}]
    page.get_by_role("button", name="Vẫn thay bằng tệp này: trung.docx").click()
    page.get_by_role("button", name="Công bố: trung.docx").click()
    state(page, "trung.docx", "Đã công bố")
    assert ["replace=true" in request.url for request in api.seen] == [False, True, True]


def test_every_doubt_stands_in_words_and_what_wants_a_look_comes_first(place: Desk, api: Api) -> None:
    doubts = [{"words": "Hình ảnh không đọc: 2 (trang 3)"}, {"words": "Công thức không đọc: 1"}]
    found = quality(footnotes_linked=3, encodings=["tcvn3"], converted=12345, insertions=2, deletions=1, doubts=doubts)
    api.previews = {"cu.rtf": read(quality=found)}
    page = place.open(api, WIDE)
    choose(page, "cu.rtf")
    state(page, "cu.rtf", "có 3 chỗ cần xem lại")
    page.get_by_role("button", name="Xem lại: cu.rtf").click()
    told = page.locator("#quality li").all_text_contents()
    assert [" ".join(line.split()) for line in told[:3]] == [
        "cần xem: Chú thích nối được với chỗ đánh dấu: 3/4",
        "cần xem: Hình ảnh không đọc: 2 (trang 3)",
        "cần xem: Công thức không đọc: 1",
    ]
    for words in ("Đề mục: 12", "12.345 ký tự TCVN3 (ABC)", "đã đọc 2 chỗ thêm, bỏ 1 chỗ xóa", "Bảng: 2 (17 dòng)"):
        expect(page.locator("#quality")).to_contain_text(words)


def test_nothing_that_a_file_or_the_server_says_becomes_markup(place: Desk, api: Api) -> None:
    evil = "<img src=x onerror=alert(1)>"
    hostile = {"title": evil, "issuer": evil, "number": evil, "period": evil}
    api.reports = [report(**hostile, url="/reports/x", quality=quality(encodings=[evil]))]
    found = read(report=report(**hostile), quality=quality(doubts=[{"words": evil}]))
    api.previews = {f"{evil.replace('/', '')}.md": refusal(422, evil), "b.md": found}
    page = place.open(api, WIDE)
    expect(page.locator(".report h3")).to_have_text(evil)
    choose(page, f"{evil}.md", "b.md")
    page.get_by_role("button", name="Xem lại: b.md").click()
    expect(page.locator("#review-title")).to_have_text(evil)
    assert page.locator("img").count() == 0


def test_the_list_says_what_a_report_is_where_it_came_from_and_how_well_it_was_read(place: Desk, api: Api) -> None:
    api.reports = [report(version=2, quality=quality(headings=9, footnotes_linked=3, encodings=["vni"]))]
    page = place.open(api, WIDE)
    line = page.locator(".report")
    for words in (
        "20/BC-SYT", "Sở Y tế tỉnh Yên Bái", "ngày 15/01/2022", "kỳ 2021", ".docx", "48 KB", "bản thay thế · bản 2",
        "9 đề mục · chú thích 3/4 · 2 bảng · VNI → Unicode", "1 chỗ cần xem",
    ):  # fmt: skip
        expect(line).to_contain_text(words)


def test_many_reports_are_filtered_with_or_without_diacritics(place: Desk, api: Api) -> None:
    api.reports = [report(f"r{number}", number=str(number)) for number in range(8)]
    api.reports.append(report("dac-biet", title="Kế hoạch đặc biệt"))
    page = place.open(api, WIDE)
    page.get_by_label("Lọc").fill("dac biet")
    expect(page.locator(".report")).to_have_count(1)
    page.get_by_label("Lọc").fill("zzz")
    expect(page.locator("#none")).to_have_text("Không có báo cáo nào khớp “zzz”.")


def test_a_report_is_removed_only_after_a_question(place: Desk, api: Api) -> None:
    last = "Không gỡ được báo cáo duy nhất."
    api.changes = [refusal(409, last), {"status": 204}]
    page = place.open(api, PHONE)
    page.get_by_role("button", name="Gỡ: Kết quả công tác y tế").click()
    sure = page.get_by_role("alertdialog")
    expect(sure).to_contain_text("Gỡ “Kết quả công tác y tế tỉnh Yên Bái năm 2021”?")
    expect(sure.get_by_role("button", name="Giữ lại")).to_be_focused()
    page.keyboard.press("Enter")
    expect(sure).not_to_be_visible()
    assert api.seen == []
    page.get_by_role("button", name="Gỡ: Kết quả công tác y tế").click()
    sure.get_by_role("button", name="Gỡ báo cáo").click()
    expect(sure.get_by_role("alert")).to_have_text(last)
    api.reports = []
    sure.get_by_role("button", name="Gỡ báo cáo").click()
    expect(page.locator("#none")).to_contain_text("Chưa có báo cáo nào.")
    assert [request.method for request in api.seen] == ["DELETE", "DELETE"]


def test_the_data_of_a_report_are_corrected_later_and_a_wrong_date_is_told(place: Desk, api: Api) -> None:
    api.changes = [{"status": 200, "json": report()}]
    page = place.open(api, WIDE)
    page.get_by_role("button", name="Sửa thông tin: Kết quả").click()
    page.get_by_label("Ngày ban hành").fill("31/02/2022")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_label("Ngày ban hành")).to_be_focused()
    expect(page.locator("#field-issued_on-problem")).to_have_text("Ngày phải viết như 05/02/2023, 02/2023 hoặc 2023.")
    page.get_by_label("Ngày ban hành").fill("3/2022")
    page.get_by_label("Người ký").fill("")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert json.loads(api.seen[0].post_data or "") == {"issued_on": "2022-03", "signatory": ""}
