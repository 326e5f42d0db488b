"""The command as a process: what it prints, what it refuses, what it never loses. No model is loaded here."""

import json
import socket
from pathlib import Path

import pytest

from app.cli import read_history, shown
from app.errors import HistoryError
from app.models import Turn
from corpus.library import REPORTS_FOLDER, open_library
from tests.conftest import Hoidap
from tests.fakes import answered, cite, near, refused

REPORT = REPORTS_FOLDER / "bc-hop-tac-lai-chau-ha-noi-2022.md"


def refusal(hoidap: Hoidap, *arguments: str | bytes, **variables: str) -> str:
    """Run a command that cannot be done and return its message: one line, no traceback, nothing on standard output."""
    done = hoidap(*arguments, **variables)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr.strip().splitlines()[-1]


def test_help_is_in_vietnamese_and_loads_nothing_heavy(hoidap: Hoidap) -> None:
    done = hoidap("--help", PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    for command in ("build", "ask", "serve", "llm", "eval", "gold"):
        assert f"    {command} " in done.stdout
    assert "cách dùng: hoidap [-h] LỆNH" in done.stdout
    assert not any(word in done.stdout for word in ("usage", "options", "show this", "positional"))
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "app" in loaded
    assert not loaded & {
        "torch",
        "numpy",
        "faiss",
        "llama_index",
        "sentence_transformers",
        "gradio",
        "fastapi",
        "sqlalchemy",
    }


@pytest.mark.parametrize("command", ["build", "ask", "serve", "llm", "eval", "gold"])
def test_every_command_has_help_in_vietnamese(hoidap: Hoidap, command: str) -> None:
    done = hoidap(command, "--help")
    assert done.returncode == 0
    assert f"cách dùng: hoidap {command} [-h]" in done.stdout
    assert "hiện trợ giúp này rồi thoát" in done.stdout


def test_without_a_command_the_usage_is_shown(hoidap: Hoidap) -> None:
    assert refusal(hoidap) == "Xem trợ giúp: hoidap --help"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("", "Câu hỏi đang để trống"),
        (" \t\n ", "Câu hỏi đang để trống"),
        ("\x01\x07\x1b\u200b", "Câu hỏi đang để trống"),
        ("hoa " * 750 + "hồng", "Câu hỏi dài 3.004 ký tự, tối đa là 2.000"),
        ("🌹🌹🌹", "Câu hỏi không có chữ nào đọc được"),
        (b"Di\xe1n t\xedch hoa h\xf4ng?", "Câu hỏi không phải văn bản UTF-8"),
    ],
    ids=["empty", "blank", "control", "long", "emoji", "latin-1"],
)
def test_a_question_that_cannot_be_read_is_refused(hoidap: Hoidap, question: str | bytes, said: str) -> None:
    message = refusal(hoidap, "ask", question)
    assert message.startswith(said)
    assert "Hãy " in message


def test_a_message_is_readable_in_any_locale(hoidap: Hoidap) -> None:
    message = refusal(hoidap, "ask", "", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert message.startswith("Câu hỏi đang để trống.")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "không có nội dung"),
        (b" \n\n", "không có nội dung"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "tệp nhị phân"),
        ("# Báo cáo\nđoạn".encode("utf-16"), "không phải mã UTF-8"),
        (b"# B\xe1o c\xe1o\n", "dòng 1: không phải mã UTF-8"),
        (REPORT.read_bytes()[:9000], "bị cắt dở"),
    ],
    ids=["empty", "blank", "binary", "utf-16", "latin-1", "half-written"],
)
def test_a_report_that_cannot_be_read_whole_stops_the_build(
    hoidap: Hoidap, tmp_path: Path, content: bytes, said: str
) -> None:
    folder = tmp_path / "bao-cao"
    folder.mkdir()
    (folder / "hong.md").write_bytes(content)
    message = refusal(hoidap, "build", "--corpus", str(folder))
    assert said in message
    assert str(folder / "hong.md") in message
    assert "Hãy " in message
    assert not (tmp_path / "index").exists()


def test_a_missing_corpus_is_named_with_the_option_that_sets_it(hoidap: Hoidap, tmp_path: Path) -> None:
    for place in (tmp_path / "không-có", REPORT):
        message = refusal(hoidap, "build", HOIDAP_CORPUS=str(place))
        assert str(place) in message
        assert "--corpus" in message


def test_a_report_that_is_a_folder_is_told(hoidap: Hoidap, tmp_path: Path) -> None:
    (tmp_path / "thu-muc.md").mkdir()
    assert "Không đọc được tệp báo cáo" in refusal(hoidap, "build", "--corpus", str(tmp_path))


def test_a_port_that_is_none_is_refused(hoidap: Hoidap) -> None:
    assert "HOIDAP_PORT=“tám”" in refusal(hoidap, "serve", "--port", "tám")


def test_a_port_in_use_is_told_before_any_model_is_loaded(hoidap: Hoidap) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        message = refusal(hoidap, "serve", "--port", str(port))
    assert message.startswith(f"Cổng {port} đang được chương trình khác dùng. Hãy chọn cổng khác")


def test_an_address_of_the_network_is_refused(hoidap: Hoidap) -> None:
    assert "hoidap keys create" in refusal(hoidap, "serve", "--host", "0.0.0.0", "--port", "0")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{}", "JSON"),
        (b"[", "JSON"),
        (b"\xff[]", "JSON"),
        (b'[{"role": "admin", "content": "x"}]', "0.role"),
        (b'[{"role": "user"}]', "0.content"),
        (json.dumps([{"role": "user", "content": "x"}] * 21).encode(), "21 > 20"),
    ],
)
def test_a_conversation_file_of_another_form_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "hoi-thoai.json"
    path.write_bytes(content)
    with pytest.raises(HistoryError) as refused_history:
        read_history(path)
    assert refused_history.value.fault == "malformed"
    assert said in refused_history.value.detail


def test_a_conversation_file_is_read_oldest_first(tmp_path: Path) -> None:
    path = tmp_path / "hoi-thoai.json"
    path.write_text('[{"role": "user", "content": "Một?"}, {"role": "assistant", "content": "Hai."}]', encoding="utf-8")
    assert read_history(path) == (Turn("user", "Một?"), Turn("assistant", "Hai."))


def test_a_missing_conversation_file_is_told(hoidap: Hoidap) -> None:
    assert "không-có.json" in refusal(hoidap, "ask", "Hoa hồng?", "--history", "không-có.json")


def test_an_answer_is_shown_with_its_citations_under_it() -> None:
    report = open_library().reports[0]
    said = answered("Có 32,8 ha [1].", cite(report, "huyện Tam Đường 32,8 ha", label="Mục I.3"), understood="Hoa hồng?")
    assert shown(said, "Hoa hồng?") == "Có 32,8 ha [1].\n\n[1] Mục I.3: “huyện Tam Đường 32,8 ha”"
    assert shown(said, "hoa hong?").startswith("Hiểu câu hỏi là: Hoa hồng?\nCó 32,8 ha [1].")


def test_a_refusal_is_shown_with_what_is_nearest() -> None:
    report = open_library().reports[0]
    said = refused("Báo cáo không nêu.", near(report, "huyện Tam Đường 32,8 ha", "Mục I.3"))
    assert shown(said, "") == (
        "Báo cáo không nêu.\n\nNội dung gần nhất trong báo cáo:\n- Mục I.3: “huyện Tam Đường 32,8 ha”"
    )
