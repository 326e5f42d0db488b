"""The product with one part left out. Knows how each part is left out, nothing of questions or figures.

Without the check differs from the whole only where a language model words the answers (mode "generative").
"""

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.ablation import WHOLE, Ablation
from app.config import Config
from app.shelf.settled import settled_library
from corpus.library import Library
from corpus.models import Passage
from index.encoder import Encoder
from index.retriever import ALL_CHANNELS, Channels

if TYPE_CHECKING:
    from app.assistant import Assistant
    from app.write.writer import Writer
    from index.store import Index

CHANNELS: dict[str, Channels] = {
    "hybrid": Channels(lexical=False, folded=False),
    "folded": Channels(folded=False),
}
"""What is left of the search: the vectors alone; vectors and BM25 as written."""

PARTS: dict[str, Ablation] = {"check": Ablation(check=False), "answerability": Ablation(answerability=False)}
"""What is left of the assistant."""

FOOTNOTE_LINKS = "footnote-links"
ABLATIONS: tuple[str, ...] = (FOOTNOTE_LINKS, *CHANNELS, *PARTS)
"""What can be left out, one at a time."""


@dataclass(frozen=True, slots=True)
class UntiedLibrary(Library):
    """The same reports where no footnote is tied to the sentence that carries its mark.

    A note then stands alone, as under the text of the source: no anchor is searched, weighed or quoted with it, and it
    has no titles above it, since its section is that of its mark. Where the text of a note stands stays the same.
    """

    def passages(self) -> list[Passage]:
        """Return the passages of all reports, in order, footnotes without anchor and context."""
        return [untied(passage) for passage in Library.passages(self)]


def untied(passage: Passage) -> Passage:
    """Return a footnote without what ties it to its mark; any other passage as it is."""
    return replace(passage, anchor=None, context="") if passage.footnote else passage


def built(library: Library, encoder: Encoder) -> "Index":
    """Build and open an index that is on disk only meanwhile."""
    from index.build import build_index
    from index.store import open_index

    with TemporaryDirectory() as folder:
        path = Path(folder) / "index"
        build_index(library, encoder, path)
        return open_index(path, library, encoder)


def left_out(name: str, library: Library, encoder: Encoder, folder: Path, writer: "Writer | None") -> "Assistant":
    """Return the product over an index in ``folder`` without one part of ``ABLATIONS``; ``KeyError`` for another name.

    Without footnote links an index is built anew (seconds); the one in the folder is neither read nor changed.
    """
    if name not in ABLATIONS:
        raise KeyError(name)
    from app.assistant import Assistant
    from index.store import open_index

    if name == FOOTNOTE_LINKS:
        library = UntiedLibrary(library.reports)
        return Assistant(library, built(library, encoder), writer)
    index = open_index(folder, library, encoder)
    retriever = index.retriever.limited_to(CHANNELS.get(name, ALL_CHANNELS))
    return Assistant(library, replace(index, retriever=retriever), writer, PARTS.get(name, WHOLE))


def ablated(config: Config, name: str) -> "Assistant":
    """Return the configured product without one part of ``ABLATIONS``; it can be judged as the whole product is.

    Raises ``KeyError`` for another name. Faults of the configuration, the index and the reports are raised as the
    assistant raises them.
    """
    # Here, because loading the models takes seconds and the names above need none.
    from app.llm.choice import open_writer
    from index.encoder import SentenceEncoder

    library = settled_library(config.corpus, config.index)
    return left_out(name, library, SentenceEncoder(config.encoder), config.index, open_writer(config))
