"""Builds the index that the settings name and says so in a sentence. Knows how long it took, nothing of its files."""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from app.messages import say

if TYPE_CHECKING:
    from corpus.library import Library
    from index.encoder import Encoder
    from index.milvus import Milvus


def build_into(folder: Path, library: "Library", encoder: "Encoder", milvus: "Milvus | None" = None) -> str:
    """Build the index, with a progress bar on a terminal; return what to say of it. Raises as ``build_index`` does."""
    from corpus.kept import kept_beside
    from index.build import build_index

    started = time.perf_counter()
    manifest = build_index(library, encoder, folder, progress=sys.stderr.isatty(), milvus=milvus)
    kept_beside(folder).forget()
    seconds = f"{time.perf_counter() - started:.1f}".replace(".", ",")
    reports, passages = len(library.reports), manifest.passages
    return say("cli.built", reports=reports, passages=passages, seconds=seconds, folder=folder)
