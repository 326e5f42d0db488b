"""Takes reports in as ``hoidap add`` does, with an encoder that needs no model, in a process that is meant to be killed."""

import os
from pathlib import Path

import index.encoder
from hoidap import main
from tests.small_library import CloseEncoder


def add(corpus: Path, folder: Path, files: list[Path]) -> None:
    """Take files in together."""
    os.environ.update({"HOIDAP_CORPUS": str(corpus), "HOIDAP_INDEX": str(folder)})
    index.encoder.SentenceEncoder = lambda _name: CloseEncoder()  # type: ignore[assignment,misc]
    main(["add", *map(str, files)])
