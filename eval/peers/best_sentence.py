"""Answers with the sentence that one kind of search puts first: BM25 alone, or vectors alone. Never refuses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.models import Passage
from eval.models import Place
from eval.peers.models import Reply, Source
from index.dense import FloatVector
from index.encoder import Encoder
from index.fuse import ranking
from index.lexical import LexicalChannel, accented_terms

Scores = Callable[[str], FloatVector]
"""Scores every sentence for a question, shape (n_sentences,)."""


def source_of(passage: Passage, score: float, similarity: float) -> Source:
    """Return a sentence of a report as a source."""
    return Source(passage.text, Place(passage.report_id, passage.start, passage.end), score, similarity)


@dataclass(frozen=True, slots=True)
class BestSentence:
    """A ``System`` over one way to score sentences. ``cosine`` says whether its scores are cosines."""

    passages: Sequence[Passage]
    scores: Scores
    cosine: bool

    def find(self, question: str, k: int) -> list[Source]:
        """Return the k sentences with the highest scores."""
        scores = self.scores(question)
        best = [(self.passages[i], float(scores[i])) for i in ranking(scores, k)]
        return [source_of(passage, score, score if self.cosine else 0.0) for passage, score in best]

    def reply(self, question: str) -> Reply:
        """Say the best sentence, word for word."""
        best = self.find(question, 1)
        return Reply("".join(f"{source.text} [1]" for source in best), tuple(best))


def by_words(passages: Sequence[Passage]) -> BestSentence:
    """BM25 over the sentences as they stand, terms being syllables and pairs of them.

    Pairs stand for Vietnamese words; with single syllables alone, as bm25s cuts by default, it finds less
    (see eval/LOG.md).
    """
    channel = LexicalChannel.build(accented_terms, [passage.text for passage in passages])
    return BestSentence(passages, channel.scores, cosine=False)


def by_vectors(passages: Sequence[Passage], encoder: Encoder) -> BestSentence:
    """Cosine of the question to the sentences as they stand."""
    rows = encoder.encode_passages([passage.text for passage in passages])

    def scores(question: str) -> FloatVector:
        return np.asarray(rows @ encoder.encode_queries([question])[0], dtype=np.float64)

    return BestSentence(passages, scores, cosine=True)
