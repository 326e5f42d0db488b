"""Turns legacy text round and back. Knows the tables by their effect, no files."""

import pytest

from corpus.reading.charmaps import CHARMAPS, Encoding
from corpus.reading.encodings import Run, font_name, runs_to_unicode, to_unicode
from tests.corpus.reading.legacy_text import typed_in

SENTENCE = "Báo cáo tình hình thực hiện nhiệm vụ phát triển kinh tế, xã hội của địa phương được trình hội đồng xem xét."


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii"])
def test_a_sentence_in_a_legacy_encoding_comes_back_as_it_was_meant(encoding: Encoding) -> None:
    found = to_unicode(typed_in(encoding, SENTENCE))
    assert found.text == SENTENCE
    assert found.encodings == (encoding,)
    assert found.unclear == 0


def test_the_letter_that_tcvn3_puts_on_the_soft_hyphen_is_kept() -> None:
    assert "\xad" in typed_in("tcvn3", "đầu tư")
    assert "đầu tư của Thủ tướng" in to_unicode(typed_in("tcvn3", SENTENCE + " đầu tư của Thủ tướng")).text


def test_a_file_that_lost_every_such_letter_is_doubted() -> None:
    typed = typed_in("tcvn3", f"{SENTENCE} đầu tư của Thủ tướng " * 12)
    assert to_unicode(typed).unclear == 0
    assert to_unicode(typed.replace("\xad", "")).unclear == 17  # of 348 letters, one in twenty


def test_the_minus_signs_that_some_pdf_files_show_are_letters_beside_letters_only() -> None:
    shown = typed_in("tcvn3", SENTENCE).replace("\xad", "\u2212") + " 5 \u2212 3"
    assert to_unicode(shown).text == SENTENCE + " 5 \u2212 3"


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "Hà Giang và Lào Cai có hai trung tâm",
        "El Señor Muñoz está en la reunión con el presidente de la república española, el año pasado",
        "Les élèves français étaient très fiers de leur école, où ils étudièrent tout l'été à Paris",
        "Die Größe der Häuser in München wächst seit Jahren, und die Straßen müssen überall größer werden",
        "Mức 5 ± 2 µm, 30 °C, “trích” – © 2022",
        "",
    ],
)
def test_unicode_and_other_languages_stay_as_they_are(text: str) -> None:
    assert to_unicode(text).text == text
    assert to_unicode(text).converted == 0


def test_a_short_line_takes_the_encoding_of_the_document() -> None:
    text = f"{SENTENCE}\nBộ\nc) Văn phòng;\n{SENTENCE}"
    assert to_unicode(typed_in("tcvn3", text)).text == text


def test_one_document_may_mix_two_encodings_and_unicode() -> None:
    lines = [typed_in("tcvn3", SENTENCE), typed_in("vni", SENTENCE), SENTENCE, typed_in("vni", SENTENCE)]
    found = to_unicode("\n".join(lines))
    assert found.text == "\n".join([SENTENCE] * 4)
    assert found.encodings == ("vni", "tcvn3")


def test_a_name_in_another_language_beside_legacy_text_is_not_converted() -> None:
    text = typed_in("tcvn3", SENTENCE) + "\nCafé Müller"
    assert to_unicode(text).text == SENTENCE + "\nCafé Müller"


def test_a_foreign_name_that_was_typed_in_the_legacy_encoding_is_converted() -> None:
    text = f"{SENTENCE}\nIrắc"
    assert to_unicode(typed_in("tcvn3", text)).text == text


def test_legacy_text_full_of_foreign_names_is_converted_all_the_same() -> None:
    text = SENTENCE + " Microsoft Windows Software, Ford Fox Wizard, Jazz Jeff Wolf Fiji Zaire, Franz Josef Schwarz."
    assert to_unicode(typed_in("tcvn3", text)).text == text


def test_a_font_of_capitals_raises_what_it_drew() -> None:
    capitals, small = "thông tư của bộ tài chính", "về việc hướng dẫn quản lý nguồn vốn đầu tư phát triển năm nay"
    blocks = [
        [Run(typed_in("tcvn3", capitals), ".VnTimeH")],
        [Run(typed_in("tcvn3", small), ".VnTime"), Run(" chung", "BADEPR+.VnTimeH,Bold")],
    ]
    found = runs_to_unicode(blocks)
    assert found.blocks == (("THÔNG TƯ CỦA BỘ TÀI CHÍNH",), (small, " CHUNG"))


def test_a_font_name_proves_nothing_where_the_text_is_unicode() -> None:
    assert runs_to_unicode([[Run(SENTENCE, ".VnTimeH")]]).blocks == ((SENTENCE,),)


def test_words_typed_in_capitals_get_capital_accents_without_knowing_the_font() -> None:
    typed = typed_in("tcvn3", "NGHị ĐịNH CủA CHíNH PHủ")
    assert to_unicode(f"{typed}\n{typed_in('tcvn3', SENTENCE)}").text == f"NGHỊ ĐỊNH CỦA CHÍNH PHỦ\n{SENTENCE}"


def test_a_letter_whose_mark_stands_in_the_next_run_goes_to_the_run_that_began_it() -> None:
    typed = typed_in("vni", SENTENCE)
    found = runs_to_unicode([[Run(typed[:2], "VNI-Times"), Run(typed[2:], "VNI-Times")]])
    assert typed[:3] == "Baù"
    assert found.blocks == ((SENTENCE[:2], SENTENCE[2:]),)


def test_symbols_are_left_alone() -> None:
    found = runs_to_unicode([[Run(typed_in("tcvn3", SENTENCE), ".VnTime"), Run("®", "Symbol")]])
    assert found.blocks[0][1] == "®"


def test_short_text_alone_believes_its_font() -> None:
    assert runs_to_unicode([[Run(typed_in("tcvn3", "Số vốn"), ".VnArial")]]).blocks == (("Số vốn",),)
    assert runs_to_unicode([[Run("Số vốn", ".VnArial")]]).blocks == (("Số vốn",),)


def test_what_no_table_explains_is_counted() -> None:
    assert to_unicode("c¸o t¸o").unclear == 2


def test_the_subset_tag_and_the_style_are_no_part_of_a_font_name() -> None:
    assert font_name("BADEPR+.VnTimeH,Bold") == ".VnTimeH"
    assert font_name("Times New Roman") == "Times New Roman"


@pytest.mark.parametrize(("typed", "letter"), [("aú", "ẳ"), ("î", "ỵ"), ("Aá", "Ấ"), ("AÁ", "Ấ")])
def test_vni_knows_the_letters_that_the_library_lacks(typed: str, letter: str) -> None:
    assert CHARMAPS["vni"].convert(typed) == letter
