"""What growth costs: the made texts, their vectors, the law, the page. The measuring itself is run by hand."""

import json
from pathlib import Path

import numpy as np
import pytest

from corpus.library import Library, open_library
from corpus.passages import cut_passages
from eval.benchmarks.growth.drawn import DrawnEncoder
from eval.benchmarks.growth.files import REPORT_LENGTH, sentence_of, write_reports
from eval.benchmarks.growth.law import exponent
from eval.benchmarks.growth.models import Assisted, Built, Growth, Searched, Size
from eval.benchmarks.growth.page import markdown, svg
from eval.benchmarks.growth.texts import Source, made, read_source
from eval.machine import Machine
from index.build import build_index
from index.store import open_index
from tests.fakes import SyllableEncoder

SOURCE = Source(("một hai ba bốn 12 năm sáu bảy", "tám chín mười trăm nghìn triệu tỷ", "gạo ngô khoai sắn lúa mì"), ())


def size(passages: int, seconds: float) -> Size:
    built = Built(10.0, seconds, 2.0, 300.0, 1.5, passages > 1000)
    assisted = Assisted(3.0, 1.5, 400.0, 60.0, 110.0) if passages > 1000 else None
    return Size(passages, built, Searched(0.5, 40.0, 10.0, 20.0, 15.0, 1.0, 0.97), assisted)


def test_in_proportion_is_an_exponent_of_one_and_squares_of_two() -> None:
    assert exponent([10, 100, 1000], [3, 30, 300]) == pytest.approx(1.0)
    assert exponent([10, 100], [5, 500]) == pytest.approx(2.0)
    assert exponent([10, 100], [7, 7]) == pytest.approx(0.0)
    with pytest.raises(ValueError, match="two sizes"):
        exponent([10], [1])


def test_made_texts_are_the_same_each_time_and_no_two_alike() -> None:
    first, again = list(made(SOURCE, 50)), list(made(SOURCE, 50))
    assert first == again
    assert len({one.text for one in first}) == 50
    assert [one.text for one in made(SOURCE, 50, seed=1)] != [one.text for one in first]
    one = first[0]
    assert one.text.startswith(SOURCE.sentences[one.first].split()[0])


def test_sentences_and_questions_are_read_from_text_and_from_squad(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tỉnh đã trồng được hơn một trăm héc ta hoa hồng. Ngắn.\n", encoding="utf-8")
    paragraph = {
        "context": "Thành phố có mười hai quận và mười tám huyện ngoại thành!",
        "qas": [{"question": "Có mấy quận?"}],
    }
    (tmp_path / "b.json").write_text(json.dumps({"data": [{"paragraphs": [paragraph]}]}), encoding="utf-8")
    source = read_source(Library(()), ["Hỏi gì?"], [tmp_path / "a.txt", tmp_path / "b.json"])
    assert [sentence.split()[0] for sentence in source.sentences] == ["Tỉnh", "Thành"]
    assert source.questions == ("Hỏi gì?", "Có mấy quận?")
    assert Source(("a", "b", "c"), ()).thinned(2).sentences == ("a", "c")


def test_a_drawn_vector_lies_near_the_mean_of_its_two_sentences() -> None:
    real, texts = SyllableEncoder(), list(made(SOURCE, 30))
    sentences = real.encode_passages(SOURCE.sentences)
    drawn = DrawnEncoder(real, sentences, texts).encode_passages([one.text for one in texts])
    assert np.linalg.norm(drawn, axis=1) == pytest.approx(1.0, abs=1e-5)
    again = DrawnEncoder(real, sentences, texts).encode_passages([f"I. KẾT QUẢ. {sentence_of(one)}" for one in texts])
    assert again.tolist() == drawn.tolist()
    for row, one in zip(drawn, texts, strict=True):
        mean = sentences[one.first] + sentences[one.second]
        assert float(row @ mean) / float(np.linalg.norm(mean)) > 0.4
    assert (
        DrawnEncoder(real, sentences, texts).encode_passages(["khác"]).tolist()
        == real.encode_passages(["khác"]).tolist()
    )


def test_an_index_of_made_passages_opens_and_finds(tmp_path: Path) -> None:
    texts = list(made(SOURCE, REPORT_LENGTH + 5))
    assert write_reports(tmp_path, texts) == 2
    library = open_library(tmp_path)
    build_index(library, SyllableEncoder(), tmp_path / "index")
    index = open_index(tmp_path / "index", library, SyllableEncoder())
    said = sentence_of(texts[7])
    assert said in [hit.passage.text for hit in index.retriever.search(said, 3)]
    assert [sum("Về" in one.text for one in cut_passages(report)) for report in library.reports] == [REPORT_LENGTH, 5]
    assert [report.metadata.period for report in library.reports] == ["2014", "2014"]
    assert [section.code for section in library.reports[0].sections][1:3] == ["I", "I.1"]


def test_the_page_says_what_was_drawn_and_how_it_grows() -> None:
    page = markdown(Growth(Machine("CPU", 2, "3.11"), (size(1_000, 2.0), size(100_000, 200.0))))
    assert "Từ 100.000 đoạn trở lên véc-tơ không nhúng" in page
    assert "| Lập chỉ mục (s) | 1,00 |" in page
    assert "| Đĩa (MB) | 0,00 |" in page
    assert "| 1.000 | 10,0 | 2,0 |" in page
    assert "| – | – | – | – | – |" in page
    assert "| 3,0 | 1,5 | 400 | 60 | 110 |" in page
    assert "Mọi véc-tơ đều nhúng thật." in markdown(Growth(Machine("CPU", 2, "3.11"), (size(1_000, 2.0),)))


def test_the_plot_is_a_file_of_its_own_with_a_line_for_each_figure() -> None:
    drawing = svg(Growth(Machine("CPU", 2, "3.11"), (size(1_000, 2.0), size(100_000, 200.0))))
    assert drawing.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert drawing.count("<polyline") == 4
