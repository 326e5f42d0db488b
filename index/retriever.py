"""Hybrid search as a LlamaIndex retriever: vectors, BM25 and BM25 without diacritics. Knows nothing of answers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeRelationship, NodeWithScore, QueryBundle, RelatedNodeInfo, TextNode

from corpus.models import Passage
from index.dense import Dense, Embedding, FloatVector
from index.encoder import Encoder
from index.fuse import ranking, weighted_sum, z_scores
from index.lexical import LexicalChannel
from index.models import Hit
from index.moments import Moments
from index.rows import ReportRows, Rows, Scope
from index.syllables import has_diacritics

# Weights of (vectors, BM25, BM25 without diacritics), chosen on the dev questions (see eval/LOG.md).
ACCENTED_WEIGHTS = (0.6, 0.3, 0.1)
# Without diacritics the vectors are nearly blind (R@1 .284 against .896 on XQuAD-vi) and BM25 as written is too.
PLAIN_WEIGHTS = (0.1, 0.0, 0.9)
# A question in another language shares only names and numbers with the reports: the vectors must find it.
FOREIGN_WEIGHTS = (0.8, 0.0, 0.2)
KNOWN_SHARE = 0.6
"""A question without diacritics is Vietnamese when at least this share of its syllables occurs in the reports."""
DEFAULT_K = 10
REMEMBERED = 64
"""Questions whose vectors are kept."""
CANDIDATES = 500
"""Passages of each channel that are looked at where not all are."""


@dataclass(frozen=True, slots=True)
class Channels:
    """Which channels a search has besides the vectors. One that it lacks weighs 0, and the others weigh as much
    together as all did before.

    The sum matters because what is decided on a passage reads its score.
    """

    lexical: bool = True  # BM25 as written
    folded: bool = True  # BM25 without diacritics

    def weigh(self, weights: tuple[float, float, float]) -> tuple[float, float, float]:
        """Return the weights of (vectors, BM25, BM25 without diacritics) with only these channels."""
        dense, lexical, plain = weights[0], weights[1] * self.lexical, weights[2] * self.folded
        scale = sum(weights) / (dense + lexical + plain)
        return scale * dense, scale * lexical, scale * plain


ALL_CHANNELS = Channels()


def node_of(passage: Passage) -> TextNode:
    """Return the passage as a LlamaIndex node, tagged by section and footnote and tied to its paragraph."""
    relationships = {
        NodeRelationship.SOURCE: RelatedNodeInfo(node_id=passage.report_id),
        NodeRelationship.PARENT: RelatedNodeInfo(node_id=passage.anchor or passage.paragraph),
    }
    metadata = {
        "report": passage.report_id,
        "section": passage.section,
        "footnote": passage.footnote,
        "context": passage.context,
    }
    return TextNode(
        id_=passage.id,
        text=passage.text,
        metadata=metadata,
        relationships=relationships,
        start_char_idx=passage.start,
        end_char_idx=passage.end,
    )


class HybridRetriever(BaseRetriever):
    """Ranks passages by a weighted sum of z-scores of three channels, over all rows that a search looks at.

    Where the vectors are too many to compare all, the best ``CANDIDATES`` of each channel are ranked: their cosines and
    all z-scores are exact (``moments`` knows mean and spread of the cosines of the whole index; of a search in some
    reports with more passages than candidates they are an estimate), only what no channel has among its best is not
    seen.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        vectors: Dense,
        accented: LexicalChannel,
        folded: LexicalChannel,
        encoder: Encoder,
        reports: ReportRows,
        moments: Moments | None = None,
        k: int = DEFAULT_K,
        channels: Channels = ALL_CHANNELS,
    ) -> None:
        super().__init__()
        self._passages = passages
        self._vectors = vectors
        self._accented = accented
        self._folded = folded
        self._encoder = encoder
        self._reports = reports
        self._moments = moments
        self._k = k
        self._channels = channels
        # A question is searched in likely reports first, then in all; it is embedded once.
        self._embedded = lru_cache(maxsize=REMEMBERED)(lambda question: encoder.encode_queries([question])[0])

    def limited_to(self, channels: Channels) -> "HybridRetriever":
        """Return the same search with fewer channels."""
        return HybridRetriever(
            self._passages, self._vectors, self._accented, self._folded, self._encoder, self._reports, self._moments,
            self._k, channels,
        )  # fmt: skip

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self.search(query_bundle.query_str, self._k)
        return [NodeWithScore(node=node_of(hit.passage), score=hit.score) for hit in hits]

    def _weights(self, question: str) -> tuple[float, float, float]:
        """Return the weights of the three channels for the way a question is typed."""
        if has_diacritics(question):
            return ACCENTED_WEIGHTS
        return PLAIN_WEIGHTS if self._folded.known_share(question) >= KNOWN_SHARE else FOREIGN_WEIGHTS

    def search(self, question: str, k: int, report_ids: Collection[str] | None = None) -> list[Hit]:
        """Return the k best passages for a question, of all reports or of the given ones."""
        scope = self._reports.scope(report_ids)
        if not len(scope.rows):
            return []
        dense, accented, folded = self._channels.weigh(self._weights(question))
        embedding = self._embedded(question)
        words = [
            (weight, channel.scores(question)[scope.rows])
            for weight, channel in ((accented, self._accented), (folded, self._folded))
            if weight
        ]
        similarities = self._vectors.every(embedding, scope)
        if similarities is not None:
            return self._hits(scope.rows, weighted_sum([(dense, similarities), *words]), similarities, k)
        places, similarities = self._candidates(scope, embedding, words, max(k, CANDIDATES))
        known = self._moments if len(places) < len(scope.rows) else None
        fused = dense * (known.z_scores(embedding, similarities) if known else z_scores(similarities))
        fused += sum(weight * z_scores(values)[places] for weight, values in words)
        return self._hits(scope.rows[places], fused, similarities, k)

    def _candidates(
        self, scope: Scope, embedding: Embedding, words: Sequence[tuple[float, FloatVector]], count: int
    ) -> tuple[Rows, FloatVector]:
        """Return where in the scope the best of each channel stand, ascending, and their cosines."""
        near = np.searchsorted(scope.rows, self._vectors.nearest(embedding, count, scope))
        places = np.unique(np.concatenate([near, *(ranking(values, count) for _, values in words)]))
        return places, self._vectors.of(embedding, scope.rows[places])

    def _hits(self, rows: Rows, scores: FloatVector, similarities: FloatVector, k: int) -> list[Hit]:
        return [
            Hit(self._passages[int(rows[i])], score=float(scores[i]), rank=rank, similarity=float(similarities[i]))
            for rank, i in enumerate(ranking(scores, k), start=1)
        ]
