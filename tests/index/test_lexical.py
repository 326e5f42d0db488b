"""BM25 over syllables and pairs: what a word does to the scores, with and without diacritics."""

from pathlib import Path

from index.lexical import LexicalChannel, accented_terms, folded_terms

TEXTS = ("hoa hồng đỏ", "hoa lan", "xe khách")


def test_terms_as_written_and_without_diacritics() -> None:
    assert accented_terms("Hoa hồng") == ["hoa", "hồng", "hoa_hồng"]
    assert folded_terms("Hoa hồng") == ["hoa", "hong", "hoa_hong"]


def test_a_rare_word_and_its_pair_score_the_text_that_has_them() -> None:
    scores = LexicalChannel.build(accented_terms, TEXTS).scores("hoa hồng")
    assert scores[0] > scores[1] > scores[2] == 0.0


def test_words_that_no_text_has_score_zero() -> None:
    channel = LexicalChannel.build(accented_terms, TEXTS)
    assert channel.scores("máy bay").tolist() == [0.0, 0.0, 0.0]
    assert channel.scores("").tolist() == [0.0, 0.0, 0.0]


def test_an_unknown_word_beside_a_known_one_changes_nothing() -> None:
    channel = LexicalChannel.build(accented_terms, TEXTS)
    assert channel.scores("lan máy").tolist() == channel.scores("lan").tolist()


def test_a_question_without_diacritics_finds_only_in_the_folded_channel() -> None:
    assert LexicalChannel.build(accented_terms, TEXTS).scores("hong").tolist() == [0.0, 0.0, 0.0]
    folded = LexicalChannel.build(folded_terms, TEXTS).scores("hong")
    assert folded[0] > 0.0
    assert folded[1:].tolist() == [0.0, 0.0]


def test_the_known_share_counts_syllables_and_not_pairs() -> None:
    channel = LexicalChannel.build(folded_terms, TEXTS)
    assert channel.known_share("hoa hong dep qua") == 0.5
    assert channel.known_share("where is it") == 0.0
    assert channel.known_share("") == 0.0


def test_texts_without_any_word_can_be_indexed() -> None:
    assert LexicalChannel.build(accented_terms, ["...", "–"]).scores("hoa").tolist() == [0.0, 0.0]


def test_what_is_saved_scores_the_same_when_it_is_loaded(tmp_path: Path) -> None:
    channel = LexicalChannel.build(folded_terms, TEXTS)
    channel.save(tmp_path / "bm25")
    loaded = LexicalChannel.load(folded_terms, tmp_path / "bm25")
    for question in ("hoa hong", "xe", "khong co"):
        assert loaded.scores(question).tolist() == channel.scores(question).tolist()
