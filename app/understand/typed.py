"""A syllable as it was typed, with what stands on its sides. Knows no vocabulary and not what may have been meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.understand.asked import END, FIGURE, NUMERAL, START
from app.understand.phonology import is_plain_syllable
from index.syllables import normalise


@dataclass(frozen=True, slots=True)
class Typed:
    """A syllable, its canonical ``token`` and those beside it.

    A neighbour is "" where a mark stands between, ``FIGURE`` for a number, Roman too, ``START`` and ``END`` at the ends
    of the question.
    """

    piece: str
    token: str
    before: str
    after: str
    opens: bool
    joins: bool
    """Whether a capital stands on the syllable before, too."""
    leads: bool
    """Whether a capital stands on the syllable after, too."""
    second: bool
    """Whether the syllable before opens the question, whose capital says nothing."""

    @property
    def in_name(self) -> bool:
        """Tell whether a capital inside the sentence says that this is part of a name."""
        return self.piece[0].isupper() and not self.opens

    @property
    def begins_name(self) -> bool:
        """Tell whether this is the first syllable of a name of two."""
        return self.in_name and self.leads and (self.second or not self.joins)

    @property
    def is_numeral(self) -> bool:
        """Tell whether this is a Roman numeral: "mục I", "quý IV"."""
        return NUMERAL.fullmatch(self.piece) is not None and not self.opens

    @property
    def is_acronym(self) -> bool:
        """Tell whether this is all capitals and no syllable: "UBND"."""
        return len(self.piece) > 1 and self.piece.isupper() and not is_plain_syllable(self.piece)


def typed_at(pieces: Sequence[str], i: int) -> Typed:
    """Return a piece of a question that was cut into words and what stands between them."""
    starts, ends = (not any(piece[0].isalnum() for piece in side) for side in (pieces[:i], pieces[i + 1 :]))
    return Typed(
        pieces[i],
        normalise(pieces[i]),
        START if starts else _neighbour(pieces, i - 1, i - 2),
        END if ends else _neighbour(pieces, i + 1, i + 2),
        not any(piece[0].isalpha() for piece in pieces[:i]),
        _capital(pieces, i - 2, i - 1),
        _capital(pieces, i + 2, i + 1),
        sum(piece[0].isalpha() for piece in pieces[:i]) == 1,
    )


def _capital(pieces: Sequence[str], at: int, gap: int) -> bool:
    """Tell whether a syllable has a capital and stands one space away."""
    return 0 <= at < len(pieces) and pieces[gap].isspace() and pieces[at][0].isupper()


def _neighbour(pieces: Sequence[str], gap: int, beyond: int) -> str:
    """Return the syllable that stands one space away, ``FIGURE`` for a number, or "" where a mark or nothing does."""
    if not 0 <= gap < len(pieces):
        return ""
    between = pieces[gap]
    if between.isspace():
        beside = pieces[beyond] if 0 <= beyond < len(pieces) else ""
        return FIGURE if NUMERAL.fullmatch(beside) else normalise(beside)
    nearest = between.rstrip()[-1] if beyond < gap else between.lstrip()[0]
    return FIGURE if nearest.isdigit() else ""
