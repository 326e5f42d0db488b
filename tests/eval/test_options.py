"""Options of ``hoidap eval`` and what they stand for."""

import argparse
from pathlib import Path

import pytest

from eval.options import PARTS, add_arguments, configured, gold_paths, parts, task
from eval.peers.ablation import ABLATIONS
from eval.product import Task


def parsed(*options: str) -> argparse.Namespace:
    """Parse options as the command line does."""
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return parser.parse_args(options)


def test_a_set_is_a_name_or_a_path() -> None:
    assert [path.name for path in gold_paths("all")] == ["dev.jsonl", "test.jsonl"]
    assert [path.name for path in gold_paths("dev")] == ["dev.jsonl"]
    assert gold_paths("của-tôi.jsonl") == (Path("của-tôi.jsonl"),)


def test_without_options_the_test_set_is_judged_a_question_at_a_time() -> None:
    assert task(parsed()) == Task("test", "auto", None, 1, forms=False)


def test_options_say_what_is_judged() -> None:
    options = ("--set", "dev", "--mode", "extractive", "--top-k", "5", "--jobs", "2", "--robustness")
    assert task(parsed(*options)) == Task("dev", "extractive", 5, 2, forms=True)


def test_an_option_wins_over_its_variable() -> None:
    environ = {"HOIDAP_ENCODER": "của-biến", "HOIDAP_LLM": "off", "HOIDAP_INDEX": "/chỉ-mục"}
    config = configured(parsed("--model", "của-tùy-chọn", "--corpus", "/báo-cáo"), environ)
    assert (config.encoder, config.llm) == ("của-tùy-chọn", "off")
    assert (config.index, config.corpus) == (Path("/chỉ-mục"), Path("/báo-cáo"))
    assert configured(parsed("--llm", "packaged"), environ).llm == "packaged"
    assert configured(parsed("--encoder", "như-lệnh-build"), environ).encoder == "như-lệnh-build"


@pytest.mark.parametrize("options", [("--top-k", "0"), ("--top-k", "51"), ("--jobs", "hai"), ("--jobs", "-1")])
def test_a_count_outside_its_range_is_refused_in_vietnamese(
    options: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parsed(*options)
    assert f"“{options[1]}” không phải số nguyên từ 1 đến" in capsys.readouterr().err


def test_a_share_outside_zero_to_one_is_refused_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parsed("--fail-under-correct", "85")
    assert "“85” không phải số từ 0 đến 1" in capsys.readouterr().err


def test_the_help_is_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parsed("--help")
    assert "bộ câu hỏi: dev, test, all" in capsys.readouterr().out


def test_every_part_can_be_left_out_alone_or_all_in_turn() -> None:
    assert PARTS == ABLATIONS
    assert parts(parsed()) == ()
    assert parts(parsed("--without", "hybrid", "--without", "check", "--without", "hybrid")) == ("hybrid", "check")
    assert parts(parsed("--without", "all")) == PARTS
