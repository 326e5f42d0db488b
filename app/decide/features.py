"""What speaks for and against a passage as the answer to a question, as numbers. Knows no text."""

from dataclasses import dataclass

from corpus.models import Passage
from index.models import Hit


@dataclass(frozen=True, slots=True)
class Features:
    """The evidence of one passage for one question. Shares are in [0, 1]; the rest says its unit."""

    score: float  # fused retrieval score, standard deviations above the mean passage
    similarity: float  # cosine of question and passage
    wide_coverage: float  # share of the question's content words, by rarity, in the passage, its context and anchor
    own_coverage: float  # the same share in the passage alone
    missing_names: float  # share of the question's names that neither passage nor context has
    year_fits: float  # 1 the year asked for stands in it, 0 no year asked, -1 it speaks of another year
    kind_fits: float  # 1 it holds the kind of thing asked for, else 0; half of it a half, 1.5 the doer asked for
    unit_fits: float  # 1 the noun counted by "bao nhiêu …" stands after a figure, else 0
    pairs: float  # rarity of the adjacent syllables that question and passage share, 0 none, 1 two or three rare pairs
    figures: float  # share of the question's figures that the passage has, 2 where it counts as many of the same things
    cue: float  # 1 under a title of the part asked about (limits, plans, …), less under one that is not asked about
    footnote: float  # 1 for a footnote
    lead: float  # 1 for a line that only introduces others
    defines: float = 0.0  # 1 where it says what something is and that is asked: "thế nào là …?"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A found passage with its features and, once ranked, its points as ``support``."""

    hit: Hit
    features: Features
    support: float = 0.0

    @property
    def passage(self) -> Passage:
        """The passage itself."""
        return self.hit.passage
