"""The nouns of searching: what was found, and what an index was built from. Knows nothing of how it is found."""

from dataclasses import dataclass

from corpus.models import Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question: rank 1 is the best, scores never rise with the rank.

    ``score`` is the weighted sum of z-scores (standard deviations above the mean passage of this question), so it
    compares passages of one question; ``similarity`` is the cosine to the question in [-1, 1], comparable between
    questions.
    """

    passage: Passage
    score: float
    rank: int
    similarity: float


FAISS = "faiss"


@dataclass(frozen=True, slots=True)
class Part:
    """What an index holds of one report: how many passages, and a hash of them that tells whether they changed."""

    report_id: str
    digest: str
    passages: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index was built from; it equals what it is opened with, or opening is refused."""

    format: int
    encoder: str
    dim: int
    passages: int
    corpus_hash: str
    files: tuple[tuple[str, str], ...]  # (name in the folder, digest; see index/layout.py)
    reports: tuple[Part, ...] = ()  # in the order of the passages
    store: str = FAISS  # what finds near vectors: FAISS beside the other files, or the mark of a Milvus
