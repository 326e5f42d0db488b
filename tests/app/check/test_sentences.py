"""Written sentences are held against the quotes that they cite, and only those."""

import pytest

from app.check.objections import Fault
from app.check.sentences import check, marked_sentences
from app.models import Citation
from app.understand.lexicon import Lexicon
from corpus.models import Passage

ROSES = (
    "Nhiều tổ chức, cá nhân tại thành phố Hà Nội đã thuê đất và đầu tư trồng hoa hồng trên địa bàn tỉnh Lai Châu với "
    "quy mô diện tích 115 ha (thành phố Lai Châu 78,7 ha; huyện Tam Đường 32,8 ha; huyện Tân Uyên 3,5 ha)."
)
BUSES = (
    "Sở GTVT Lai Châu phối hợp với Sở GTVT thành phố Hà Nội đề nghị Bộ GTVT điều chỉnh 04 tuyến vận tải; tăng số chuyến "
    "khai thác từ 27 chuyến/ngày năm 2021 lên 32 chuyến/ngày năm 2022."
)
MONEY = (
    "Năm 2022, quận Hoàng Mai, thành phố Hà Nội hỗ trợ huyện Phong Thổ tổng số tiền 425 triệu đồng, để thực hiện một số "
    "nhiệm vụ: Xây 04 ngôi nhà tình nghĩa với tổng kinh phí 320 triệu đồng, dự kiến hoàn thành trong năm 2023; hỗ trợ mua "
    "vật tư của Ban Chỉ huy quân sự huyện với tổng số kinh phí 105 triệu đồng, dự kiến thực hiện trong quý I năm 2023."
)
OPERATORS = "08 đơn vị vận tải của Lai Châu và 03 đơn vị vận tải của thành phố Hà Nội."
HOSPITALS = "Bệnh viện Tuệ Tĩnh, Bệnh viện Y học cổ truyền Trung ương, Bệnh viện Châm cứu Trung ương."
PLAN = "Thực hiện Kế hoạch số 2923/KH-UBND ngày 14/12/2020 của UBND tỉnh Lai Châu, phá thành công Chuyên án 112C."
EVENT = "Tuần Văn hóa - Du lịch Lai Châu tại Hà Nội năm 2022 do thời gian chưa phù hợp nên tạm dừng tổ chức."
NEXT_YEAR = "Tổ chức chương trình Famtrip khảo sát sản phẩm du lịch mới tại 03 huyện: Sin Hồ - Tân Uyên - Than Uyên."
QUOTES = (ROSES, BUSES, MONEY, OPERATORS, HOSPITALS, PLAN, EVENT, NEXT_YEAR)
TITLE = "Kết quả hợp tác giữa tỉnh Lai Châu và thành phố Hà Nội năm 2022"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """The vocabulary of the quotes."""
    return Lexicon([Passage(f"p{i}", "bc", "I.1", None, "p", 0, len(q), q, "", None) for i, q in enumerate(QUOTES)])


def cited(*quotes: str) -> tuple[Citation, ...]:
    """Quotes numbered from 1; only the last heads a plan for 2023."""
    return tuple(
        Citation(n, "bc", TITLE, "I.1", "", None, f"p{QUOTES.index(quote)}", 0, len(quote), quote, "Mục I.1")
        for n, quote in enumerate(quotes, start=1)
    )


CONTEXTS = {f"p{QUOTES.index(NEXT_YEAR)}": "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023"}


def faults(text: str, lexicon: Lexicon, *quotes: str) -> set[Fault]:
    """What is held against a text that may cite the quotes."""
    return set(check(text, cited(*quotes), lexicon, CONTEXTS).faults())


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Theo báo cáo, diện tích trồng hoa hồng ở huyện Tam Đường là 32,8 ha [1].", [ROSES]),
        ("Tổng diện tích 115 ha gồm thành phố Lai Châu 78,7 ha, Tam Đường 32,8 ha và Tân Uyên 3,5 ha [1].", [ROSES]),
        ("Thành phố Lai Châu 78,7 ha, Tam Đường 32,8 ha, chênh lệch 45,9 ha [1].", [ROSES]),
        ("Năm 2022 có 32 chuyến mỗi ngày, tăng 5 chuyến so với năm 2021 (32 − 27 = 5) [1].", [BUSES]),
        ("Sở Giao thông vận tải đề nghị điều chỉnh bốn tuyến vận tải [1].", [BUSES]),
        ("Quận Hoàng Mai hỗ trợ huyện Phong Thổ 0,425 tỷ đồng [1].", [MONEY]),
        ("Quận Hoàng Mai hỗ trợ 425 triệu đồng, trong đó 320 triệu đồng để xây 4 ngôi nhà tình nghĩa [1].", [MONEY]),
        ("Việc mua vật tư dự kiến thực hiện trong quý 1/2023 [1].", [MONEY]),
        ("Thành phố Hà Nội có 3 đơn vị vận tải, Lai Châu có 8 đơn vị [1].", [OPERATORS]),
        (
            "Ba bệnh viện: Bệnh viện Tuệ Tĩnh, Bệnh viện YHCT Trung ương, Bệnh viện Châm cứu Trung ương [1].",
            [HOSPITALS],
        ),
        ("Kế hoạch số 2923/KH-UBND ban hành ngày 14 tháng 12 năm 2020 [1].", [PLAN]),
        ("Sự kiện tạm dừng tổ chức do thời gian chưa phù hợp [1].", [EVENT]),
        ("Chưa, sự kiện tạm dừng tổ chức do thời gian chưa phù hợp [1].", [EVENT]),
        ("Năm 2023 tổ chức Famtrip tại 03 huyện: Sìn Hồ, Tân Uyên và Than Uyên [1].", [NEXT_YEAR]),
        ("Tam Duong district has 32.8 ha of roses [1].", [ROSES]),
        ("In 2022 there were 32 trips per day, up from 27 in 2021 [1].", [BUSES]),
        ("Hoang Mai gave Phong Tho district 425 million in 2022 [1].", [MONEY]),
    ],
)
def test_a_sentence_that_its_quotes_bear_out_passes(text: str, quotes: list[str], lexicon: Lexicon) -> None:
    assert faults(text, lexicon, *quotes) == set()


@pytest.mark.parametrize(
    ("fault", "text", "quotes"),
    [
        ("no-citation", "Huyện Tam Đường trồng 32,8 ha hoa hồng.", [ROSES]),
        ("unknown-citation", "Huyện Tam Đường trồng 32,8 ha hoa hồng [2].", [ROSES]),
        ("off-topic", "Ruộng bậc thang tuyệt đẹp thu hút khách nước ngoài đến chụp ảnh [1].", [ROSES]),
        ("figure", "Huyện Tam Đường trồng 38,2 ha hoa hồng [1].", [ROSES]),
        ("figure", "Số chuyến tăng thêm 6 chuyến/ngày, từ 27 lên 32 [1].", [BUSES]),
        ("figure", "Tam Duong district has 38.2 ha of roses [1].", [ROSES]),
        ("unit", "Huyện Tam Đường có 32,8 kg hoa hồng [1].", [ROSES]),
        ("figure", "Quận Hoàng Mai hỗ trợ huyện Phong Thổ 425 tỷ đồng [1].", [MONEY]),
        ("unit", "Năm 2022 có 32 chuyến/tháng [1].", [BUSES]),
        ("date", "Kế hoạch số 2923/KH-UBND ban hành ngày 12/4/2020 [1].", [PLAN]),
        ("date", "Việc mua vật tư dự kiến thực hiện trong quý II năm 2023 [1].", [MONEY]),
        ("date", "Năm 2020 có 27 chuyến/ngày [1].", [BUSES]),
        ("name", "Kế hoạch số 2932/KH-UBND ban hành ngày 14/12/2020 [1].", [PLAN]),
        ("name", "Công an phá thành công Chuyên án 113C [1].", [PLAN]),
        ("name", "Huyện Mường Tè trồng 32,8 ha hoa hồng [1].", [ROSES]),
        ("name", "Sở Du lịch đề nghị điều chỉnh 04 tuyến vận tải [1].", [BUSES]),
        ("name", "Tỉnh Hà Nội có 03 đơn vị vận tải [1].", [OPERATORS]),
        ("name", "Bệnh viện Bạch Mai, Bệnh viện Tuệ Tĩnh, Bệnh viện Châm cứu Trung ương [1].", [HOSPITALS]),
        ("name", "Bệnh viện Tuệ Tĩnh, Bệnh viện Châm cứu Trung ương, Bệnh viện Châm cứu Trung ương [1].", [HOSPITALS]),
        ("pair", "Huyện Tân Uyên trồng 32,8 ha hoa hồng [1].", [ROSES]),
        ("pair", "Huyện Tam Đường trồng 115 ha hoa hồng [1].", [ROSES]),
        ("pair", "Tan Uyen district has 32.8 ha of roses [1].", [ROSES]),
        ("pair", "Năm 2021 có 32 chuyến/ngày, năm 2022 có 27 chuyến/ngày [1].", [BUSES]),
        ("pair", "Thành phố Hà Nội có 08 đơn vị vận tải, Lai Châu có 03 đơn vị [1].", [OPERATORS]),
        ("pair", "Famtrip khảo sát tại 03 huyện: Sin Hồ, Tam Đường, Than Uyên [1].", [NEXT_YEAR, ROSES]),
        ("pair", "Huyện Phong Thổ hỗ trợ quận Hoàng Mai 425 triệu đồng [1].", [MONEY]),
        ("pair", "Xây 04 ngôi nhà tình nghĩa, dự kiến hoàn thành trong năm 2022 [1].", [MONEY]),
        ("negation", "Sự kiện tạm dừng tổ chức do thời gian phù hợp [1].", [EVENT]),
        ("negation", "Hà Nội không thuê đất trồng hoa hồng [1].", [ROSES]),
    ],
)
def test_a_sentence_is_refused_with_the_reason(fault: Fault, text: str, quotes: list[str], lexicon: Lexicon) -> None:
    assert fault in faults(text, lexicon, *quotes)


def test_only_the_quotes_that_a_sentence_cites_count(lexicon: Lexicon) -> None:
    text = "Huyện Tam Đường có 32,8 ha hoa hồng [1]. Năm 2022 có 32 chuyến/ngày [1]."
    first, second = check(text, cited(ROSES, BUSES), lexicon).verdicts
    assert first.passed
    assert "figure" in {objection.fault for objection in second.objections}
    assert check(text.replace("ngày [1]", "ngày [2]"), cited(ROSES, BUSES), lexicon).passed


def test_an_objection_says_which_words_it_is_about(lexicon: Lexicon) -> None:
    (verdict,) = check("Huyện Tam Đường có 38,2 ha [1].", cited(ROSES), lexicon).verdicts
    assert [(objection.fault, objection.said) for objection in verdict.objections] == [("figure", "38,2")]
    assert verdict.markers == (1,)


def test_faults_are_counted_by_sentence(lexicon: Lexicon) -> None:
    text = "Tam Đường có 38,2 ha và 39,1 ha [1]. Tân Uyên có 5,3 ha [1]. Có hoa hồng."
    assert check(text, cited(ROSES), lexicon).faults() == {"figure": 2, "no-citation": 1}


def test_an_empty_text_does_not_pass(lexicon: Lexicon) -> None:
    assert not check("", cited(ROSES), lexicon).passed


def test_the_year_of_a_plan_stands_in_its_heading(lexicon: Lexicon) -> None:
    text = "Năm 2023 tổ chức Famtrip tại 03 huyện [1]."
    assert check(text, cited(NEXT_YEAR), lexicon, CONTEXTS).passed
    assert check(text, cited(NEXT_YEAR), lexicon).faults()["date"] == 1  # without it the title's 2022 is all there is


@pytest.mark.parametrize("quote", QUOTES)
def test_a_quotation_word_for_word_passes(quote: str, lexicon: Lexicon) -> None:
    assert faults(f"{quote} [1]", lexicon, quote) == set()


def test_marks_belong_to_the_sentence_before_them() -> None:
    assert marked_sentences("Có 32,8 ha. [1] [2] Có 3 xã [3].") == [
        ("Có 32,8 ha. [1] [2]", (1, 2)),
        ("Có 3 xã [3].", (3,)),
    ]
    assert marked_sentences("Có 32,8 ha [1, 2].") == [("Có 32,8 ha [1, 2].", (1, 2))]


def test_a_line_that_opens_a_list_shares_the_marks_of_its_first_member() -> None:
    assert marked_sentences("Gồm:\n- Tam Đường [1]\n- Tân Uyên [2]") == [
        ("Gồm:", (1,)),
        ("- Tam Đường [1]", (1,)),
        ("- Tân Uyên [2]", (2,)),
    ]


def test_a_sentence_broken_over_lines_is_one_sentence() -> None:
    assert marked_sentences("CHỦ TỊCH\nTrần Tiến Dũng [1]") == [("CHỦ TỊCH Trần Tiến Dũng [1]", (1,))]
