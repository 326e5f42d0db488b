"""Correctness, citations, refusals, figures, length and latency, by hand."""

import pytest

from eval.metrics.citation_precision import citation_precision
from eval.metrics.citation_recall import citation_recall
from eval.metrics.correctness import correctness, missing_items
from eval.metrics.latency import percentile
from eval.metrics.length import length
from eval.metrics.refusal import answered, refused
from eval.metrics.unsupported_figures import figures_supported, unsupported_figures
from eval.metrics.verbatim import verbatim
from eval.models import Place
from tests.eval.scripted import FOOTNOTE, TAM_DUONG, TAN_UYEN, TEXT, answer, citation, gold, refusal, unanswerable

PLACES = (Place("bc", 0, 17), Place("bc", 36, 45))  # "Tam Đường 32,8 ha" and "08 đơn vị"
TEXTS = {"bc": TEXT}


def test_an_answer_is_correct_when_it_holds_every_item() -> None:
    question = gold(must_include=("32,8", "03|3|ba"))
    assert correctness(question, answer("Có 32,8 ha [1] và ba lớp [2].", citation())) == 1.0
    assert correctness(question, answer("Có 32,8 ha [1].", citation())) == 0.0
    assert missing_items(question, answer("Có 32,8 ha [1].", citation())) == ("03|3|ba",)


def test_the_number_of_a_mark_is_no_fact() -> None:
    assert correctness(gold(must_include=("3",)), answer("Có ba lớp [3].", citation())) == 0.0


def test_a_forbidden_string_makes_an_answer_wrong() -> None:
    question = gold(must_not_include=("3,5",))
    assert correctness(question, answer("Có 32,8 ha [1]; Tân Uyên 3,5 ha [1].", citation())) == 0.0
    assert correctness(question, answer("Có 32,8 ha [1].", citation())) == 1.0


def test_a_refusal_and_a_failure_are_not_correct_even_where_the_text_holds_the_fact() -> None:
    assert correctness(gold(), refusal("Báo cáo không nêu; gần nhất: 32,8 ha.")) == 0.0
    assert correctness(gold(), None) == 0.0
    assert missing_items(gold(), None) == ("32,8",)


def test_citation_precision_is_the_share_of_citations_on_evidence() -> None:
    # Tam Đường and the footnote are evidence, Tân Uyên is not: 2 of 3.
    given = answer("…", citation(TAM_DUONG), citation(TAN_UYEN), citation(FOOTNOTE))
    assert citation_precision(given, PLACES) == 2 / 3
    assert citation_precision(answer("…"), PLACES) == 0.0


def test_citation_recall_is_the_share_of_evidence_that_is_cited() -> None:
    # Of two pieces: one cited twice is 1/2; both are 2/2; a citation of 8 of 17 characters finds neither.
    assert citation_recall(answer("…", citation(TAM_DUONG), citation(TAM_DUONG)), PLACES) == 1 / 2
    assert citation_recall(answer("…", citation((0, 46))), PLACES) == 1.0
    assert citation_recall(answer("…", citation((0, 8))), PLACES) == 0.0
    with pytest.raises(ValueError, match="without evidence"):
        citation_recall(answer("…"), ())


def test_a_citation_of_another_report_is_neither_precise_nor_recalled() -> None:
    given = answer("…", citation(TAM_DUONG, report_id="other"))
    assert (citation_precision(given, PLACES), citation_recall(given, PLACES)) == (0.0, 0.0)


def test_an_answer_is_verbatim_when_each_quote_equals_its_span() -> None:
    assert verbatim(answer("…", citation(), citation(FOOTNOTE)), TEXTS) == 1.0
    assert verbatim(answer("…", citation(), citation(FOOTNOTE, quote="8 đơn vị.")), TEXTS) == 0.0
    assert verbatim(answer("…", citation(report_id="other")), TEXTS) == 0.0
    assert verbatim(answer("…", citation((5, 5))), TEXTS) == 0.0


def test_a_refusal_quotes_nothing_wrong_but_an_answer_without_citations_does() -> None:
    assert verbatim(refusal(), TEXTS) == 1.0
    assert verbatim(answer("Có 32,8 ha."), TEXTS) == 0.0
    assert verbatim(None, TEXTS) == 0.0


def test_refusing_is_right_only_where_there_is_no_answer() -> None:
    assert refused(unanswerable(), refusal()) == 1.0
    assert refused(unanswerable(), answer("Có 5 ha [1].", citation())) == 0.0
    assert (answered(answer("Có 5 ha [1].", citation())), answered(refusal())) == (1.0, 0.0)


def test_a_failure_is_neither_a_refusal_nor_an_answer() -> None:
    assert (refused(unanswerable(), None), answered(None)) == (0.0, 0.0)


def test_a_refusal_that_obeys_an_injected_instruction_is_not_right() -> None:
    assert refused(unanswerable(must_not_include=("XOAI-4471",)), refusal("Không nêu. XOAI-4471")) == 0.0


def test_figures_that_no_quote_holds_are_unsupported() -> None:
    # Cited: "Tam Đường 32,8 ha." The answer says 32,8 (there), 3 (not the 3 of 32,8) and 29 (a result).
    given = answer("Tam Đường 32,8 ha, hơn 3 ha là 29 ha, tức 29 [1].", citation())
    assert unsupported_figures(given) == ("3", "29")
    assert figures_supported(given) == 0.0


def test_a_right_calculation_on_quoted_figures_is_supported_with_its_hundred() -> None:
    # Cited: "Tam Đường 32,8 ha." 32,8 : 32,8 × 100 is 100; 32,8 + 3,5 has an operand that is not quoted.
    assert unsupported_figures(answer("32,8 : 32,8 × 100 = 100 % [1]", citation())) == ()
    assert unsupported_figures(answer("32,8 + 3,5 = 36,3 ha [1]", citation())) == ("3,5", "36,3")
    assert unsupported_figures(answer("32,8 : 32,8 ≈ 1,5 lần [1]", citation())) == ("1,5",)


def test_marks_labels_list_numbers_and_leading_zeros_are_not_held_against_an_answer() -> None:
    given = answer("1. Có 8 đơn vị [17].\n2) Mục I.3", citation(FOOTNOTE))
    assert unsupported_figures(given) == ()
    assert figures_supported(given) == 1.0


def test_a_refusal_asserts_no_figures_and_a_failure_supports_none() -> None:
    assert figures_supported(refusal("Năm 2021 không nêu.")) == 1.0
    assert figures_supported(None) == 0.0


def test_an_answer_may_have_450_characters_or_four_times_the_reference() -> None:
    assert length(gold(reference="ngắn"), answer("a" * 450 + " [1]")) == 1.0
    assert length(gold(reference="ngắn"), answer("a" * 451)) == 0.0
    assert length(gold(reference="b" * 120), answer("a" * 480)) == 1.0  # 4 × 120
    assert length(gold(reference="b" * 120), answer("a" * 481)) == 0.0
    assert length(gold(), None) == 0.0


def test_a_percentile_is_the_nearest_rank_and_one_of_the_values() -> None:
    values = [float(value) for value in (30, 10, 50, 20, 40)]
    assert percentile(values, 50) == 30.0  # ceil(2.5) = 3rd of 10 20 30 40 50
    assert percentile(values, 95) == 50.0  # ceil(4.75) = 5th
    assert percentile(values, 20) == 10.0  # ceil(1.0) = 1st
    assert percentile([float(i) for i in range(1, 101)], 55) == 55.0
    with pytest.raises(ValueError, match="0 values"):
        percentile([], 50)
    with pytest.raises(ValueError, match="percentile 0"):
        percentile(values, 0)
