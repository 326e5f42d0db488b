"""The packaged model itself, where it has been joined: it writes from the evidence, with marks, in the right language."""

import os
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from app.config import Config
from app.llm.choice import installed
from app.llm.client import Client, Limits
from app.llm.generative import GenerativeWriter
from app.llm.packaged import PACKAGED, is_ready
from app.llm.server import LocalServer
from app.llm.turns import Turns
from app.models import Citation
from corpus.library import REPORTS_FOLDER, open_library
from tests.fakes import cite

CONFIG = Config.from_env({name: os.environ.get(name, "") for name in ("HOIDAP_CACHE", "XDG_CACHE_HOME")})
pytestmark = [
    pytest.mark.llm,
    pytest.mark.skipif(
        not (is_ready(CONFIG.cache) and installed()), reason="the packaged model is not there: make llm"
    ),
]
PATIENT = Limits(first_words=300, whole=300)


@pytest.fixture(scope="module")
def server() -> Iterator[LocalServer]:
    """The model, loaded once."""
    server = LocalServer(lambda: CONFIG.cache / PACKAGED.name)
    yield server
    server.close()


@pytest.fixture(scope="module")
def writer(server: LocalServer) -> GenerativeWriter:
    """The writer over it, with all the time it needs."""
    writer = GenerativeWriter(Client(server, Turns(1, 4)), PATIENT)
    writer.prepare()
    return writer


def written(writer: GenerativeWriter, question: str, cited: Citation, *, english: bool) -> str:
    """Return the sentences of an answer."""
    return " ".join(words.text for words in writer.write(question, [cited], english=english) if words.whole)


def test_it_answers_from_the_evidence_with_its_mark(writer: GenerativeWriter) -> None:
    report = open_library(REPORTS_FOLDER).reports[0]
    cited = cite(
        report,
        "trồng hoa hồng trên địa bàn tỉnh Lai Châu với quy mô diện tích 115 ha (thành phố Lai Châu 78,7 ha; huyện Tam Đường 32,8 ha; huyện Tân Uyên 3,5 ha)",
    )
    answer = written(writer, "Huyện Tam Đường trồng bao nhiêu ha hoa hồng?", cited, english=False)
    assert "32,8 ha" in answer
    assert answer.endswith("[1].")


def test_it_answers_an_english_question_in_english(writer: GenerativeWriter) -> None:
    report = open_library(REPORTS_FOLDER).reports[0]
    cited = cite(report, "300 con dê giống")
    answer = written(writer, "How many goats were supplied?", cited, english=True)
    assert "300" in answer
    assert "goat" in answer


def test_it_is_opened_once_and_answers_nobody_without_its_key(server: LocalServer) -> None:
    import httpx

    address = server.open()
    assert server.open() == address
    assert urlsplit(address.url).hostname == "127.0.0.1"
    with httpx.Client(trust_env=False) as http:
        refused = http.post(f"{address.url}/chat/completions", json={"messages": []})
    assert refused.status_code == 401


def test_closed_it_listens_no_more_and_can_be_opened_again() -> None:
    server = LocalServer(lambda: CONFIG.cache / PACKAGED.name)
    port = urlsplit(server.open().url).port
    server.close()
    with socket.socket() as caller:
        assert caller.connect_ex(("127.0.0.1", port)) != 0
    assert server.open().url
    server.close()
