"""``nom-vn`` (Apache-2.0), a Vietnamese toolkit for answering from documents, with this product's embedder and model.

It is no dependency: it takes part where it is installed (``pip install nom-vn``; tried with 0.2.37). Its own way from
plain text to answer is kept: its chunks, BM25 and vectors fused by rank, its prompt. Only the chunks are fewer.
"""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
import numpy.typing as npt
from llama_index.core.llms import LLM

from corpus.models import Report
from eval.peers.language_model import ANSWER_TOKENS
from eval.peers.models import Reply, Source
from eval.peers.places import whereabouts
from index.encoder import Encoder, FloatMatrix

TOP = 3
"""Chunks of about 2000 characters that the model reads; the five that are usual do not fit into its 4096 tokens."""


def installed() -> bool:
    """Tell whether the toolkit is there, without importing it."""
    return find_spec("nom") is not None and find_spec("nom.rag") is not None


class NomEmbedder:
    """An ``Encoder`` as the toolkit wants an embedder: one call for questions, another for passages."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name = encoder.name
        self.dim = encoder.dim

    def embed(self, text: str) -> npt.NDArray[np.float32]:
        """Embed a question: the toolkit embeds single texts only to search for them."""
        return np.asarray(self._encoder.encode_queries([text])[0], dtype=np.float32)

    def embed_batch(self, texts: list[str], **_options: object) -> FloatMatrix:
        """Embed chunks."""
        return self._encoder.encode_passages(texts)


class NomModel:
    """A language model as the toolkit wants it."""

    name = "openai-like"

    def __init__(self, llm: LLM) -> None:
        self._llm = llm

    def complete(self, prompt: str, *, schema: dict[str, Any] | None = None, max_tokens: int = ANSWER_TOKENS) -> str:
        """Return the reply to a prompt, as long as that of any other peer. Raises ``ValueError`` for a schema."""
        if schema is not None:
            raise ValueError("no JSON is asked of a peer")
        return str(self._llm.complete(prompt, max_tokens=min(max_tokens, ANSWER_TOKENS)))


class Nom:
    """A ``System`` over the toolkit's pipeline. Raises ``ImportError`` where the toolkit is not installed."""

    def __init__(self, reports: Sequence[Report], encoder: Encoder, llm: LLM) -> None:
        self._reports = reports
        self._retrieve = import_module("nom.retrieve")
        rag = import_module("nom.rag").RAG
        texts = [report.text for report in reports]
        self._rag = rag.from_documents(texts, llm=NomModel(llm), embedder=NomEmbedder(encoder), top_k=TOP)

    def find(self, question: str, k: int) -> list[Source]:
        """Return the k chunks that the toolkit would put first, fused as it fuses them."""
        by_words = self._rag.bm25.search(question, top_k=self._rag.n_retrieve)
        by_vectors = self._rag.dense.search(self._rag.embedder.embed(question), top_k=self._rag.n_retrieve)
        fused = self._retrieve.hybrid_score([by_words, by_vectors], top_k=k, rrf_k=self._rag.rrf_k)
        return [self._source(self._rag.chunks_text[h.idx], self._rag.chunk_doc_idx[h.idx], h.score) for h in fused]

    def reply(self, question: str) -> Reply:
        """Let the toolkit find and answer."""
        answer = self._rag.ask(question)
        return Reply(answer.text, tuple(self._source(c.text, c.doc_idx, c.score) for c in answer.citations))

    def _source(self, text: str, document: int, score: float) -> Source:
        return Source(text, whereabouts(text, [self._reports[document]]), float(score))
