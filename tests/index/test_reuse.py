"""Vectors taken from an index built before: the same index comes out, and only what changed is embedded."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from corpus.library import Library
from corpus.parse import parse_report
from index.build import build_index
from index.encoder import FloatMatrix
from index.layout import Layout
from tests.fakes import SyllableEncoder
from tests.small_library import COOPERATION_ID, HEALTH, HEALTH_ID, small_library


@dataclass(slots=True)
class Counting(SyllableEncoder):
    """Remembers what it was given."""

    embedded: list[str] = field(default_factory=list)

    def encode_passages(self, texts: Sequence[str], *, progress: bool = False) -> FloatMatrix:
        self.embedded += texts
        return SyllableEncoder().encode_passages(texts)


@pytest.fixture(scope="module")
def library() -> Library:
    return small_library()


def built(library: Library, folder: Path, *, reuse: bool) -> Counting:
    encoder = Counting()
    build_index(library, encoder, folder, reuse=reuse)
    return encoder


def test_a_further_report_alone_is_embedded_and_the_index_is_that_of_a_whole_build(
    library: Library, tmp_path: Path
) -> None:
    first = Library((library.report(COOPERATION_ID),))
    built(first, tmp_path / "index", reuse=False)
    encoder = built(library, tmp_path / "index", reuse=True)
    assert encoder.embedded
    assert not any("hoa hồng" in text for text in encoder.embedded)
    built(library, tmp_path / "whole", reuse=False)
    assert Layout(tmp_path / "index").hashes() == Layout(tmp_path / "whole").hashes()


def test_a_report_that_changed_is_embedded_anew_and_one_that_left_is_not_missed(
    library: Library, tmp_path: Path
) -> None:
    built(library, tmp_path / "index", reuse=False)
    other = parse_report(HEALTH.replace("425", "500"), Path(f"{HEALTH_ID}.md"))
    changed = Library((library.report(COOPERATION_ID), other))
    assert any("500 triệu" in text for text in built(changed, tmp_path / "index", reuse=True).embedded)
    assert built(Library((other,)), tmp_path / "index", reuse=True).embedded == []
    built(Library((other,)), tmp_path / "whole", reuse=False)
    assert Layout(tmp_path / "index").hashes() == Layout(tmp_path / "whole").hashes()


@pytest.mark.parametrize("harm", ["missing", "vectors", "encoder"])
def test_an_index_that_does_not_fit_or_is_broken_is_not_taken_from(library: Library, tmp_path: Path, harm: str) -> None:
    folder = tmp_path / "index"
    if harm != "missing":
        built(library, folder, reuse=False)
    if harm == "vectors":
        Layout(folder).vectors.write_bytes(b"cut off")
    if harm == "encoder":
        manifest = Layout(folder).manifest
        manifest.write_text(manifest.read_text(encoding="utf-8").replace('"syllables"', '"other"'), encoding="utf-8")
    assert any("hoa hồng" in text for text in built(library, folder, reuse=True).embedded)
