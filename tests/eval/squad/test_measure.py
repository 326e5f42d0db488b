"""Questions of others are searched and answered over paragraphs; a small file is measured from end to end."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.config import Config
from eval.squad.cli import run_squad
from eval.squad.measure import Answered, Ranks, SquadFigures, marked_words, measure
from eval.squad.read import SquadQuestion, read_squad
from eval.squad.table import render
from index.encoder import Encoder
from tests.eval.scripted import TAM_DUONG, answer, citation, refusal
from tests.small_library import CloseEncoder

SMALL = Path(__file__).with_name("small_squad.json")


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> SquadFigures:
    """What the small file gives with an encoder that counts syllables."""
    return measure(read_squad(SMALL), CloseEncoder(), tmp_path_factory.mktemp("squad"))


def test_the_right_paragraph_of_three_is_found_by_every_search(figures: SquadFigures) -> None:
    assert (figures.paragraphs, figures.sentences) == (3, 6)
    assert figures.ranks == Ranks((1, 1, 1), (1, 1, 1), (1, 1, 1), (1, 1, 1))


def test_answers_hold_the_gold_answer_and_quote_more_than_it(figures: SquadFigures) -> None:
    by_id = {one.question.id: one for one in figures.answers}
    assert [by_id[name].holds for name in ("q1", "q2", "q3")] == [1.0, 1.0, 1.0]
    # "Hồ Ba Bể nằm ở tỉnh Bắc Kạn." has 8 words, 2 of them the answer: 2·2 / (8 + 2).
    assert by_id["q1"].f1 == pytest.approx(0.4)
    assert by_id["q1"].exact == 0.0
    assert by_id["q4"].refused


def test_a_limit_leaves_all_paragraphs_indexed(tmp_path: Path) -> None:
    limited = measure(read_squad(SMALL), CloseEncoder(), tmp_path, limit=1)
    assert (limited.paragraphs, len(limited.answers), limited.ranks.product) == (3, 1, (1,))


def test_the_marked_words_decide_where_an_answer_marks_some() -> None:
    marked = replace(answer("Tam Đường 32,8 ha. [1]", citation(TAM_DUONG)), decisive=((10, 17),))
    assert marked_words(marked) == "32,8 ha"


def test_the_first_quote_decides_where_nothing_is_marked() -> None:
    assert marked_words(answer("32,8 ha [1].", citation(TAM_DUONG))) == "Tam Đường 32,8 ha."
    assert marked_words(refusal()) == ""


def test_the_table_shows_shares_computed_by_hand() -> None:
    asked = SquadQuestion("q", "Ở đâu?", ("Đây",), 0)
    none = SquadQuestion("n", "Ở đâu?", (), 0)
    answers = (
        Answered(asked, False, 1.0, 0.0, 0.5, 10.0),
        Answered(asked, True, 0.0, 0.0, 0.0, 20.0),
        Answered(none, True, 0.0, 0.0, 0.0, 30.0),
    )
    ranks = (1, 2)
    text = render(SquadFigures(3, 6, Ranks(ranks, ranks, ranks, (1, 20)), answers), "x.json")
    rows = {row.strip().split("  ")[0]: row.split() for row in text.splitlines() if row.strip()}
    assert rows["véc-tơ, nguyên đoạn"][-5:] == ["0,500", "0,000–1,000", "1,000", "1,000", "0,750"]
    assert rows["sản phẩm: véc-tơ và BM25, từng câu văn"][-3:] == ["0,500", "0,500", "0,525"]  # (1 + 1/20) / 2
    assert rows["đáp án nằm trong câu trả lời (từ chối tính 0)"][-3::2] == ["0,500", "2"]
    assert rows["đáp án nằm trong câu trả lời, khi có trả lời"][-3::2] == ["1,000", "1"]
    assert rows["F1 của phần quyết định (từ chối tính 0)"][-3] == "0,250"
    assert rows["từ chối đúng câu không có đáp án"][-3::2] == ["1,000", "1"]
    assert "p50 20 ms, p95 30 ms" in text
    assert "0.525" in render(SquadFigures(3, 6, Ranks(ranks, ranks, ranks, (1, 20)), answers), "x.json", "en")


def test_a_set_without_answers_shows_refusals_only() -> None:
    none = SquadQuestion("n", "Ở đâu?", (), 0)
    answers = (Answered(none, False, 0.0, 0.0, 0.0, 1.0),)
    text = render(SquadFigures(1, 1, Ranks((), (), (), ()), answers), "x.json")
    assert "R@1" not in text
    assert "từ chối đúng câu không có đáp án" in text


def counting(config: Config) -> Encoder:
    """Open the encoder that counts."""
    return CloseEncoder()


def test_the_command_prints_the_table_and_leaves_the_configured_index_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = Config.from_env({"HOIDAP_INDEX": str(tmp_path / "index")})
    assert run_squad(SMALL, config, None, counting) == 0
    said = capsys.readouterr().out
    assert said.startswith("Đo trên tệp dạng SQuAD small_squad.json: 4 câu hỏi, 3 đoạn (6 câu văn)\n")
    assert not (tmp_path / "index").exists()


def test_a_file_that_cannot_be_used_ends_with_status_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.json").write_text('{"data": [{"paragraphs": [{"qas": []}]}]}', encoding="utf-8")
    assert run_squad(tmp_path / "bad.json", Config.from_env({}), None, counting) == 2
    assert "bad.json, data.0.paragraphs.0.context: không phải tệp SQuAD dùng được" in capsys.readouterr().err
