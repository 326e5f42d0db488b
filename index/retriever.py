"""Hybrid search as a LlamaIndex retriever: vectors, BM25 and BM25 without diacritics. Knows nothing of answers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeRelationship, NodeWithScore, QueryBundle, RelatedNodeInfo, TextNode
from llama_index.core.vector_stores.types import BasePydanticVectorStore, VectorStoreQuery

from corpus.models import Passage
from index.encoder import Encoder
from index.fuse import FloatVector, ranking, weighted_sum
from index.lexical import LexicalChannel
from index.models import Hit
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
    """Ranks all passages by a weighted sum of z-scores of three channels.

    The vectors live behind LlamaIndex's vector-store interface, so another store can take FAISS's place.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        vectors: BasePydanticVectorStore,
        accented: LexicalChannel,
        folded: LexicalChannel,
        encoder: Encoder,
        k: int = DEFAULT_K,
        channels: Channels = ALL_CHANNELS,
    ) -> None:
        super().__init__()
        self._passages = tuple(passages)
        self._vectors = vectors
        self._accented = accented
        self._folded = folded
        self._encoder = encoder
        self._k = k
        self._channels = channels

    def limited_to(self, channels: Channels) -> "HybridRetriever":
        """Return the same search with fewer channels."""
        return HybridRetriever(
            self._passages, self._vectors, self._accented, self._folded, self._encoder, self._k, channels
        )

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self.search(query_bundle.query_str, self._k)
        return [NodeWithScore(node=node_of(hit.passage), score=hit.score) for hit in hits]

    def _weights(self, question: str) -> tuple[float, float, float]:
        """Return the weights of the three channels for the way a question is typed."""
        if has_diacritics(question):
            return ACCENTED_WEIGHTS
        return PLAIN_WEIGHTS if self._folded.known_share(question) >= KNOWN_SHARE else FOREIGN_WEIGHTS

    def _similarities(self, question: str) -> FloatVector:
        """Return the cosine of the question to every passage, shape (n_passages,)."""
        embedding = self._encoder.encode_queries([question])[0]
        query = VectorStoreQuery(query_embedding=embedding.tolist(), similarity_top_k=len(self._passages))
        found = self._vectors.query(query)
        similarities = np.full(len(self._passages), -1.0)
        for position, similarity in zip(found.ids or [], found.similarities or [], strict=True):
            similarities[int(position)] = similarity
        return similarities

    def search(self, question: str, k: int, report_ids: Collection[str] | None = None) -> list[Hit]:
        """Return the k best passages for a question, of all reports or of the given ones."""
        chosen = [i for i, p in enumerate(self._passages) if report_ids is None or p.report_id in report_ids]
        if not chosen:
            return []
        dense, lexical, plain = self._channels.weigh(self._weights(question))
        similarities = self._similarities(question)[chosen]
        folded = self._folded.scores(question)[chosen]
        accented = self._accented.scores(question)[chosen]
        fused = weighted_sum([(dense, similarities), (lexical, accented), (plain, folded)])
        return [
            Hit(
                passage=self._passages[chosen[i]],
                score=float(fused[i]),
                rank=rank,
                similarity=float(similarities[i]),
            )
            for rank, i in enumerate(ranking(fused, k), start=1)
        ]
