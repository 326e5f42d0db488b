"""Which sentences are quoted: what answers, the footnote with its sentence, a list as a whole, within a budget."""

from pathlib import Path

from app.decide.evidence import Judge
from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from app.write.extract import LONGEST_ANSWER, Extractor
from corpus.library import Library
from corpus.parse import parse_report

LONG = "và nhiều nội dung khác " * 20


def chosen(library: Library, question: str, found: str, *, whole: bool = False) -> list[str]:
    """Return the quotes for a question whose best passage contains ``found``."""
    passages = library.passages()
    lexicon = Lexicon(passages)
    extractor = Extractor(library, passages, Judge(passages, lexicon, library.reports))
    first = next(passage for passage in passages if found in passage.text)
    quotes = extractor.choose(analyse(question, lexicon), first, whole=whole)
    return [library.report(quote.passage.report_id).text[quote.start : quote.end] for quote in quotes]


def library_of(source: str) -> Library:
    return Library((parse_report(f"## I. KẾT QUẢ\n\n{source}", Path("bc.md")),))


def test_one_sentence_is_enough_where_nothing_belongs_to_it(small: Library) -> None:
    assert chosen(small, "Vì sao ít khách?", "ít khách") == ["Một số sự kiện còn ít khách do thời gian chuẩn bị ngắn."]


def test_a_footnote_brings_the_sentence_of_its_mark_where_that_says_what_it_is_about(small: Library) -> None:
    assert chosen(small, "Những công ty nào quan tâm trồng dược liệu?", "Song Thu") == [
        "Công ty Song Thu, Công ty Phước Nguyên Đường, Công ty Thiên Nhiên.",
        "Đến nay có 03 nhà đầu tư của thành phố Hà Nội quan tâm trồng dược liệu.",
    ]


def test_a_footnote_that_says_it_all_stands_alone(small: Library) -> None:
    note = "08 đơn vị vận tải của Lai Châu và 03 đơn vị vận tải của thành phố Hà Nội."
    assert chosen(small, "Bao nhiêu đơn vị vận tải của Hà Nội?", "08 đơn vị") == [note]


def test_where_names_are_asked_for_the_footnote_that_lists_them_comes_first(small: Library) -> None:
    quotes = chosen(small, "Kể tên các nhà đầu tư quan tâm trồng dược liệu", "03 nhà đầu tư")
    assert quotes[0].startswith("Công ty Song Thu")
    assert quotes[1].startswith("Đến nay có 03")


def test_a_sentence_whose_footnote_adds_nothing_stands_alone(small: Library) -> None:
    quotes = chosen(small, "Bao nhiêu nhà đầu tư quan tâm trồng dược liệu?", "03 nhà đầu tư")
    assert quotes == ["Đến nay có 03 nhà đầu tư của thành phố Hà Nội quan tâm trồng dược liệu."]


def test_the_line_that_introduces_a_list_is_quoted_with_all_its_bullets() -> None:
    library = library_of("- Về giáo dục:\n\n+ Mở lớp.\n\n+ Dạy nghề.\n\n- Về y tế: tốt.\n")
    assert chosen(library, "Giáo dục có gì?", "Về giáo dục") == ["Về giáo dục:\nMở lớp.\nDạy nghề."]


def test_a_bullet_that_answers_is_quoted_alone() -> None:
    library = library_of("- Về giáo dục:\n\n+ Mở lớp.\n\n+ Dạy nghề.\n")
    assert chosen(library, "Liệt kê việc mở lớp", "Mở lớp") == ["Mở lớp."]


def test_one_recipient_found_for_a_list_brings_all_recipients(small: Library) -> None:
    everyone = ["Nơi nhận:\nUBND thành phố Hà Nội;\nSở Nông nghiệp;\nLưu: VT."]
    assert chosen(small, "Liệt kê nơi nhận", "Sở Nông nghiệp;") == everyone
    assert chosen(small, "Liệt kê nơi nhận", "Nơi nhận:") == everyone
    assert chosen(small, "Ai nhận?", "Sở Nông nghiệp;") == ["Sở Nông nghiệp;"]


def test_what_belongs_to_a_quote_is_left_out_where_the_answer_would_be_too_long() -> None:
    library = library_of(
        f"Có ba nhà đầu tư trồng chè {LONG}<sup>1</sup>.\n\n<sup>1</sup> Song Thu, Phước Đường, Thiên Nhiên.\n"
    )
    assert len(LONG) > LONGEST_ANSWER
    assert chosen(library, "Kể tên các nhà đầu tư trồng chè", "Song Thu") == ["Song Thu, Phước Đường, Thiên Nhiên."]


def test_a_long_sentence_is_cut_unless_the_whole_is_wanted() -> None:
    sentence = f"Xây 04 nhà {LONG.strip()}; mua 02 máy cày."
    library = library_of(sentence)
    assert chosen(library, "Mua mấy máy cày?", "Xây") == ["mua 02 máy cày."]
    assert chosen(library, "Mua mấy máy cày?", "Xây", whole=True) == [sentence]


def test_what_an_action_led_to_follows_it_where_that_is_asked_for() -> None:
    library = library_of("Đã mở 3 lớp dạy nghề cho hộ nghèo. Qua đó nâng cao thu nhập của người dân.\n")
    assert chosen(library, "Mở lớp dạy nghề đem lại lợi ích gì?", "3 lớp") == [
        "Đã mở 3 lớp dạy nghề cho hộ nghèo.",
        "Qua đó nâng cao thu nhập của người dân.",
    ]
    assert chosen(library, "Đã mở mấy lớp dạy nghề?", "3 lớp") == ["Đã mở 3 lớp dạy nghề cho hộ nghèo."]


def test_the_cause_told_in_the_next_sentence_follows_where_it_is_asked_for() -> None:
    library = library_of("Khách đến 3 chợ phiên còn ít. Nguyên nhân là do mưa kéo dài.\n")
    both = ["Khách đến 3 chợ phiên còn ít.", "Nguyên nhân là do mưa kéo dài."]
    assert chosen(library, "Vì sao khách đến chợ phiên còn ít?", "3 chợ") == both
    assert chosen(library, "Khách đến mấy chợ phiên?", "3 chợ") == both[:1]


def test_a_footnote_is_left_out_where_its_sentence_names_what_is_asked_for() -> None:
    library = library_of(
        "Ba bệnh viện<sup>1</sup> giúp tỉnh theo đề án của Bộ Y tế.\n\n<sup>1</sup> Bệnh viện Tuệ Tĩnh và Bệnh viện Châm cứu.\n"
    )
    sentence = "Ba bệnh viện giúp tỉnh theo đề án của Bộ Y tế."
    assert chosen(library, "Bệnh viện giúp tỉnh theo đề án của bộ nào?", "Ba bệnh viện") == [sentence]
    assert chosen(library, "Bệnh viện giúp tỉnh theo đề án của bộ nào?", "Tuệ Tĩnh") == [sentence]
    assert chosen(library, "Bệnh viện nào giúp tỉnh?", "Ba bệnh viện")[0] == "Bệnh viện Tuệ Tĩnh và Bệnh viện Châm cứu."


def test_all_that_was_done_is_every_sentence_of_the_paragraph_about_it_in_its_order() -> None:
    library = library_of("Đào 03 giếng nước. Xây 02 cầu treo. Lắp 40 bể nước cho hộ nghèo.\n\nVề điện: kéo 5 km.\n")
    wells, tanks = "Đào 03 giếng nước.", "Lắp 40 bể nước cho hộ nghèo."
    assert chosen(library, "Kết quả về nước gồm những gì?", "bể nước") == [wells, tanks]
    assert chosen(library, "Lắp mấy bể nước?", "bể nước") == [tanks]


def test_the_parts_in_a_footnote_follow_the_total_in_its_sentence() -> None:
    library = library_of(
        "Hiện có 11 đơn vị chạy xe<sup>1</sup>.\n\n<sup>1</sup> 08 đơn vị của huyện Tam Đường và 03 đơn vị của huyện Tân Uyên.\n"
    )
    total, parts = "Hiện có 11 đơn vị chạy xe.", "08 đơn vị của huyện Tam Đường và 03 đơn vị của huyện Tân Uyên."
    assert chosen(library, "Có bao nhiêu đơn vị chạy xe?", "08 đơn vị") == [total, parts]
    assert chosen(library, "Huyện Tân Uyên có bao nhiêu đơn vị?", "08 đơn vị") == [parts]


def test_each_side_that_is_asked_of_brings_its_own_sentence() -> None:
    library = library_of(
        "Công an tỉnh bắt 02 đối tượng truy nã. Công an huyện bắt 03 đối tượng truy nã. Trời mưa to.\n"
    )
    both = ["Công an tỉnh bắt 02 đối tượng truy nã.", "Công an huyện bắt 03 đối tượng truy nã."]
    assert chosen(library, "Công an mỗi bên bắt mấy đối tượng truy nã?", "02 đối") == both
    assert chosen(library, "Công an tỉnh bắt mấy đối tượng truy nã?", "02 đối") == both[:1]


def test_the_sentence_before_one_that_tells_what_came_of_it_is_its_cause() -> None:
    library = library_of("Tỉnh tích cực quảng bá chè. Kết quả là khách đến mua chè nhiều hơn.\n")
    both = ["Tỉnh tích cực quảng bá chè.", "Kết quả là khách đến mua chè nhiều hơn."]
    assert chosen(library, "Nhờ đâu mà khách đến mua chè nhiều hơn?", "Kết quả") == both
    assert chosen(library, "Khách đến mua chè có nhiều hơn không?", "Kết quả") == both[1:]


def test_items_of_a_list_that_hold_the_same_of_a_question_come_together() -> None:
    library = library_of("Nơi gửi:\n\n- UBND huyện Tam Đường;\n- Sở Y tế;\n- Công an huyện Tam Đường;\n")
    found = chosen(library, "Gửi cơ quan nào của huyện Tam Đường?", "UBND huyện")
    assert found == ["UBND huyện Tam Đường;", "Công an huyện Tam Đường;"]


def test_a_member_that_says_no_more_than_the_others_brings_the_whole_list() -> None:
    everything = "Vi phạm giảm 03 vụ. Phân theo hành vi:\nĐổ đất ra sông: 05 vụ;\nLấn kênh: 02 vụ;\nPhá cống: 01 vụ."
    library = library_of(
        "Vi phạm giảm 03 vụ. Phân theo hành vi:\n\n- Đổ đất ra sông: 05 vụ;\n\n- Lấn kênh: 02 vụ;\n\n- Phá cống: 01 vụ.\n"
    )
    assert chosen(library, "Vi phạm gồm những loại nào?", "Lấn kênh") == [everything]
    assert chosen(library, "Lấn kênh có mấy vụ?", "Lấn kênh") == ["Lấn kênh: 02 vụ;"]


def test_sister_sentences_may_bring_a_longer_answer() -> None:
    first = f"Trạm xã Bình Khê tiêm phòng sởi {LONG}."
    second = "Trạm xã Phú Lộc tiêm phòng sởi cho 90 trẻ."
    library = library_of(f"{first} {second}\n")
    assert chosen(library, "Những xã nào tiêm phòng sởi?", "Bình Khê") == [first, second]


def test_a_sentence_that_points_back_brings_the_names_before_it() -> None:
    library = library_of(
        "Tổ Hoa Sen dệt chiếu; Tổ Hoa Mai đan nón. Hai tổ này được huyện khen. Trong đó có một tổ mới.\n"
    )
    named = "Tổ Hoa Sen dệt chiếu; Tổ Hoa Mai đan nón."
    assert chosen(library, "Những tổ nào được huyện khen?", "huyện khen") == ["Hai tổ này được huyện khen.", named]
    assert chosen(library, "Có tổ nào mới không?", "một tổ mới") == ["Trong đó có một tổ mới."]


def test_a_footnote_whose_figures_come_to_the_count_lists_what_is_counted() -> None:
    library = library_of("Mở 03 lớp<sup>1</sup>.\n\n<sup>1</sup> 01 lớp nghề (đan nón) và 02 lớp chữ (sáng; tối).\n")
    assert chosen(library, "Mở những lớp nào?", "Mở 03")[0].startswith("01 lớp nghề")
