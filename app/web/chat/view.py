"""How one user wants the conversation shown. Knows nothing of HTML."""

from dataclasses import dataclass
from typing import Literal

from app.messages import Language
from corpus.library import Library

Length = Literal["brief", "full"]
"""``brief`` shows the quotes alone, ``full`` each with the whole paragraph around it."""


@dataclass(frozen=True, slots=True)
class View:
    """The reports that answers are shown with, the language of the page, and what may be done with an answer.

    ``rewords``: whether a model is there that words answers anew. ``rates``: whether ratings are kept. ``examples`` are
    questions to begin with, all answerable.
    """

    library: Library
    language: Language = "vi"
    length: Length = "brief"
    rewords: bool = False
    rates: bool = False
    examples: tuple[str, ...] = ()
