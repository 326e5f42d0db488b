"""Whatever a reader does to its process, this one gets an answer in bounded time."""

import subprocess
import time
import uuid

import pytest

from corpus.errors import ReportError
from corpus.reading.apart import Limits, read_apart
from corpus.reading.models import Doubt, Findings, Reading

READER = "tests.corpus.reading.misbehaving"


def refused(name: str, limits: Limits, data: bytes = b"x") -> ReportError:
    with pytest.raises(ReportError) as error:
        read_apart(data, name, limits, READER)
    return error.value


def test_what_is_read_comes_back_whole() -> None:
    findings = Findings("pdf", ("tcvn3",), 7, 12, 1, 2, 3, 4, (Doubt("image", "trang 2", 5),))
    for name in ("Tệp.pdf", "talks"):
        assert read_apart("Đ[^1]".encode(), name, Limits(), READER) == Reading("Đ[^1]\ud800", findings)


@pytest.mark.parametrize(("name", "fault"), [
    ("sleeps", "too-slow"), ("computes", "too-slow"), ("starts another", "too-slow"), ("grows", "too-much-memory"),
    ("crashes", "broken"), ("fails", "broken"), ("nests", "broken"), ("floods", "too-large"),
])  # fmt: skip
def test_a_reader_that_misbehaves_ends_with_a_reason(name: str, fault: str) -> None:
    began = time.monotonic()
    assert refused(name, Limits(seconds=5, memory_mb=1000)).fault == fault
    assert time.monotonic() - began < 30


def test_what_a_reader_started_ends_with_it() -> None:
    mark = uuid.uuid4().hex
    refused("starts another", Limits(seconds=3), mark.encode())
    assert mark not in subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout


def test_a_refusal_names_the_file_and_no_folder() -> None:
    error = refused("refuses", Limits())
    assert (error.fault, str(error.path), error.where) == ("encrypted", "refuses", "here")


def test_more_bytes_or_pages_than_allowed_are_refused() -> None:
    large = refused("a.pdf", Limits(megabytes=1), b"x" * (2**20 + 1))
    assert (large.fault, large.where) == ("too-large", "2 MB > 1 MB")
    long = refused("a.pdf", Limits(pages=11))
    assert (long.fault, long.where) == ("too-many-pages", "12 > 11")
