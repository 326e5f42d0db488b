"""The parser speaks Vietnamese, argparse's own words included."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.arguments import Parser

ENGLISH = ("usage", "options", "positional", "show this", "error", "argument", "invalid", "expected", "choose")


def parser() -> Parser:
    built = Parser("thu", "Mô tả.")
    built.add_argument("viec", choices=("mot", "hai"))
    built.add_argument("--so", type=int)
    built.add_argument("--co", action="store_true")
    return built


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "lỗi: thiếu viec"),
        (["ba"], "tham số viec: không có lựa chọn 'ba'; hãy chọn trong"),
        (["mot", "--so"], "tham số --so: cần một giá trị đi kèm"),
        (["mot", "--so", "x"], "tham số --so: giá trị 'x' sai kiểu"),
        (["mot", "--co=1"], "tham số --co: không nhận giá trị '1'"),
        (["mot", "--la"], "không hiểu --la"),
        (["mot", "--s", "1"], "không hiểu --s 1"),
    ],
)
def test_a_wrong_command_line_is_told_in_vietnamese(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    message = complaint(capsys, *arguments)
    assert said in message
    assert message.startswith("cách dùng: thu")
    assert "Xem trợ giúp: thu --help" in message
    assert not any(word in message for word in ENGLISH)


def test_help_is_in_vietnamese() -> None:
    text = parser().format_help()
    assert text.startswith("cách dùng: thu [-h]")
    assert "tùy chọn:" in text
    assert "hiện trợ giúp này rồi thoát" in text
    assert not any(word in text for word in ENGLISH)


def test_what_is_not_argparses_own_is_said_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(value: str) -> Path:
        from argparse import ArgumentTypeError

        raise ArgumentTypeError("không dùng được")

    built = Parser("thu")
    accept: Callable[[str], Path] = refuse
    built.add_argument("--tep", type=accept)
    with pytest.raises(SystemExit):
        built.parse_args(["--tep", "x"])
    assert "lỗi: tham số --tep: không dùng được" in capsys.readouterr().err
