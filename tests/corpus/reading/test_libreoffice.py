"""LibreOffice as it is started here. Knows what it must not do, not what it writes."""

import http.server
import shutil
import threading
from collections.abc import Iterator

import pytest

from corpus.reading.libreoffice import to_docx

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


@pytest.fixture
def asked() -> Iterator[tuple[int, list[str]]]:
    """A server on this machine: its port, and what it was asked for."""
    paths: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name is the library's
            paths.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, paths
        server.shutdown()


def test_nothing_that_a_file_names_elsewhere_is_fetched(asked: tuple[int, list[str]]) -> None:
    port, paths = asked
    # A page of HTML is what LibreOffice fetches pictures for most readily; with an open profile it asks three times.
    to_docx(f'<html><body><img src="http://127.0.0.1:{port}/a.png">Hai</body></html>'.encode(), "a.doc", ".doc")
    assert paths == []


def test_two_files_are_turned_side_by_side() -> None:
    results: list[bytes] = []
    data = rb"{\rtf1\ansi Mot hai ba\par}"
    threads = [threading.Thread(target=lambda: results.append(to_docx(data, "a.rtf", ".rtf"))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [result[:2] for result in results] == [b"PK", b"PK"]
