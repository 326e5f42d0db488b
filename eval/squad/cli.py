"""What ``hoidap eval --squad FILE`` does: a file and settings in, a table and an exit status out."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from app.config import Config
from app.messages import say
from eval.squad.measure import measure
from eval.squad.read import SquadError, read_squad
from eval.squad.table import render
from index.encoder import Encoder

GOOD, UNUSABLE = 0, 2
"""Exit status: measured; or the file cannot be used."""


def _encoder(config: Config) -> Encoder:
    from index.encoder import SentenceEncoder  # here, because a file is refused before a model is loaded

    return SentenceEncoder(config.encoder)


def run_squad(
    path: Path, config: Config, limit: int | None, open_encoder: Callable[[Config], Encoder] = _encoder
) -> int:
    """Index the paragraphs of a SQuAD file as reports, ask its first ``limit`` questions (None: all), print the table.

    The index is made in a temporary folder; the one that the configuration names is not touched. Raises
    ``EncoderError`` where the model cannot be loaded.
    """
    try:
        squad = read_squad(path)
    except SquadError as error:
        place = f"{error.path}, {error.field}" if error.field else str(error.path)
        sys.stderr.write(say("squad.unusable", place=place, detail=error.detail) + "\n")
        return UNUSABLE
    with tempfile.TemporaryDirectory(prefix="hoidap-squad-") as folder:
        figures = measure(squad, open_encoder(config), Path(folder), limit)
    sys.stdout.write(render(figures, path.name) + "\n")
    return GOOD
