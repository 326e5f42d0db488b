"""Plain LlamaIndex: ``SentenceSplitter``, ``VectorStoreIndex`` and ``CitationQueryEngine`` as documented.

Knows nothing of Vietnamese or of reports. Every part is handed over; the library's global settings stay untouched.
"""

import re
from collections.abc import Sequence
from typing import Any

from llama_index.core import Document, VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.base.response.schema import Response
from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.llms import LLM
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.query_engine import CitationQueryEngine
from llama_index.core.schema import MetadataMode, NodeWithScore

from corpus.models import Report
from eval.peers.models import Reply, Source
from eval.peers.places import whereabouts
from index.encoder import Encoder

CHUNK, OVERLAP = 512, 50
"""Tokens of a chunk and shared by neighbours: what the embedder reads to its end. The library's own 1024 is cut off."""
TOP = 3
"""Chunks that the model reads; four do not fit beside the instructions."""
_LABEL = re.compile(r"\ASource \d+:\n")


class EncoderEmbedding(BaseEmbedding):
    """An ``Encoder`` as LlamaIndex wants it."""

    _encoder: Encoder = PrivateAttr()

    def __init__(self, encoder: Encoder, **fields: Any) -> None:
        super().__init__(model_name=encoder.name, **fields)
        self._encoder = encoder

    def _get_query_embedding(self, query: str) -> list[float]:
        return [float(value) for value in self._encoder.encode_queries([query])[0]]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [[float(value) for value in row] for row in self._encoder.encode_passages(texts)]


class CitingEngine:
    """A ``System`` over the library's citing query engine; sources are its chunks of about 900 characters."""

    def __init__(self, reports: Sequence[Report], encoder: Encoder, llm: LLM) -> None:
        self._reports = reports
        splitter = SentenceSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP)
        # Embedded and read without metadata: there is none but the id.
        nodes = splitter.get_nodes_from_documents([Document(text=report.text, id_=report.id) for report in reports])
        self._index = VectorStoreIndex(nodes, embed_model=EncoderEmbedding(encoder), transformations=[splitter])
        self._engine = CitationQueryEngine.from_args(
            self._index, llm=llm, similarity_top_k=TOP, citation_chunk_size=CHUNK, citation_chunk_overlap=OVERLAP
        )

    def find(self, question: str, k: int) -> list[Source]:
        """Return the k chunks nearest to the question."""
        return [self._source(node) for node in self._index.as_retriever(similarity_top_k=k).retrieve(question)]

    def reply(self, question: str) -> Reply:
        """Let the engine find and answer."""
        response = self._engine.query(question)
        if not isinstance(response, Response):
            raise TypeError(f"a streamed response was not asked for: {type(response).__name__}")
        return Reply(response.response or "", tuple(self._source(node) for node in response.source_nodes))

    def _source(self, node: NodeWithScore) -> Source:
        text = _LABEL.sub("", node.node.get_content(MetadataMode.NONE)).strip()
        score = float(node.score or 0.0)
        reports = [report for report in self._reports if report.id == node.node.ref_doc_id]
        return Source(text, whereabouts(text, reports), score, score)
