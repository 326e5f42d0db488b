"""What likelihoods are read from: the chosen passage, its lead over the others, what is asked. Knows no weights."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.decide.features import Evidence
from app.understand.question import Question

_INTERROGATIVE = re.compile(r"\b(?:bao nhiêu|mấy|ai|gì|nào|đâu|vì sao|tại sao|thế nào|ra sao|khi nào|bao giờ)\b")
_PLURAL = re.compile(r"\b(?:những|các|gồm|liệt kê|kể tên|mỗi|từng|lần lượt|tóm tắt|nêu)\b")
_SUM = re.compile(r"\b(?:tổng cộng|tất cả|cả thảy|cộng|gộp|gom|dồn|tính cả|cả (?:[^\W\d_]+ ){1,8}?(?:lẫn|và))\b")
FARTHEST = (-1.0, 3.0)
"""Points of a lead beyond which more says no more."""
PAIRS_ENOUGH = 2.0


@dataclass(frozen=True, slots=True)
class Signals:
    """What is known when a passage is to answer. Shares are in [0, 1]."""

    score: float  # fused retrieval score, standard deviations above the mean passage
    similarity: float  # cosine of question and passage
    coverage: float  # share of the question's words in the passage and around it
    own_coverage: float  # share of them in the passage itself
    pairs: float  # rarity of the adjacent syllables in common, at most ``PAIRS_ENOUGH``
    lead: float  # points ahead of the best other passage, within ``FARTHEST``; below 0 where others rank before it
    several: float  # 1 where more than one thing may be wanted: a list, a sum, two question words, no kind of thing
    figure: float  # 1 where a figure is wanted
    footnote: float  # 1 for a footnote


def signals(question: Question, chosen: Evidence, ranked: Sequence[Evidence]) -> Signals:
    """Return what speaks for a passage among all that were found."""
    features = chosen.features
    others = [evidence.support for evidence in ranked if evidence.passage.id != chosen.passage.id]
    lowest, highest = FARTHEST
    return Signals(
        score=features.score,
        similarity=features.similarity,
        coverage=features.wide_coverage,
        own_coverage=features.own_coverage,
        pairs=min(features.pairs, PAIRS_ENOUGH),
        lead=max(lowest, min(highest, chosen.support - max(others, default=0.0))),
        several=float(wants_several(question)),
        figure=float(question.asks("figure")),
        footnote=features.footnote,
    )


def wants_several(question: Question) -> bool:
    """Tell whether one sentence may be only a part of what a question wants."""
    asked = question.asked
    return (
        not question.kinds
        or question.asks("list")
        or len(_INTERROGATIVE.findall(asked)) > 1
        or bool(_PLURAL.search(asked))
        or wants_sum(asked)
    )


def wants_sum(question: str) -> bool:
    """Tell whether a canonical question wants things added up, which a single figure seldom is."""
    return bool(_SUM.search(question))
