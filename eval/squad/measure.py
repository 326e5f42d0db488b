"""Puts the questions of a SQuAD set to the product and measures search and answers. Knows nothing of files or tables.

Search is measured over paragraphs: of the passages found, best first, the rank of the first one of the right
paragraph. An answer of the product quotes whole sentences, so exact match and F1 are of the words it marks as decisive
where it marks some, else of its first quote, the decisive one: they are low by design and say how much of the quote is
not the answer. Whether the answer stands in the text at all is what a reader asks.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tqdm import tqdm

from app.assistant import Assistant
from app.errors import QuestionError
from app.models import Answer
from eval.squad.exact import exact_match, f1
from eval.squad.read import SquadQuestion, SquadSet
from eval.squad.reports import as_library, report_id
from eval.wording import contains
from index.build import build_index
from index.encoder import Encoder
from index.models import Hit
from index.store import Index, open_index


@dataclass(frozen=True, slots=True)
class Ranks:
    """For each question the rank of the right paragraph, from 1, by four ways to search."""

    dense_whole: tuple[int, ...]  # vectors of whole paragraphs, as published figures have it
    hybrid_whole: tuple[int, ...]  # vectors and BM25, whole paragraphs
    dense_sentences: tuple[int, ...]  # a paragraph stands where its best sentence stands
    product: tuple[int, ...]  # the search of the product: vectors and BM25, sentences


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of one question; the three scores are in [0, 1] and 0 for a refusal, or where none was expected."""

    question: SquadQuestion
    refused: bool
    holds: float  # 1 where a gold answer stands in the text of the answer
    exact: float
    f1: float
    milliseconds: float


@dataclass(frozen=True, slots=True)
class SquadFigures:
    """All that was measured on a set, question by question; ranks are of the questions that have an answer."""

    paragraphs: int
    sentences: int
    ranks: Ranks
    answers: tuple[Answered, ...]


def measure(squad: SquadSet, encoder: Encoder, folder: Path, limit: int | None = None) -> SquadFigures:
    """Index all paragraphs below ``folder`` and ask the first ``limit`` questions; a bar shows on a terminal."""
    questions = squad.questions[:limit]
    whole = _indexed(squad, encoder, folder / "whole", whole=True).index
    product = _indexed(squad, encoder, folder / "product", whole=False)
    answerable = [question for question in questions if question.answers]
    return SquadFigures(
        paragraphs=len(squad.paragraphs),
        sentences=len(product.index.passages),
        ranks=_ranks(answerable, whole, product.index),
        answers=tuple(_answered(question, product) for question in _bar(questions, "answers")),
    )


def _indexed(squad: SquadSet, encoder: Encoder, folder: Path, *, whole: bool) -> Assistant:
    library = as_library(squad.paragraphs, whole=whole)
    build_index(library, encoder, folder)
    return Assistant(library, open_index(folder, library, encoder))


def _bar(questions: Sequence[SquadQuestion], what: str) -> "tqdm[SquadQuestion]":
    return tqdm(questions, desc=f"hoidap eval --squad: {what}", unit=" câu", disable=None)


def _ranks(questions: Sequence[SquadQuestion], whole: Index, sentences: Index) -> Ranks:
    found: list[tuple[int, int, int, int]] = []
    for question in _bar(questions, "search"):
        of_whole = whole.retriever.search(question.question, len(whole.passages))
        of_sentences = sentences.retriever.search(question.question, len(sentences.passages))
        wanted = report_id(question.paragraph)
        found.append(
            (
                _rank(of_whole, wanted, by_similarity=True),
                _rank(of_whole, wanted),
                _rank(of_sentences, wanted, by_similarity=True),
                _rank(of_sentences, wanted),
            )
        )
    return Ranks(*(tuple(ranks) for ranks in zip(*found, strict=True))) if found else Ranks((), (), (), ())


def _rank(hits: Sequence[Hit], wanted: str, *, by_similarity: bool = False) -> int:
    """Return the rank of a report among the distinct reports of the hits; all reports are among them."""
    order: Callable[[Hit], float] = (lambda hit: -hit.similarity) if by_similarity else (lambda hit: hit.rank)
    reports = dict.fromkeys(hit.passage.report_id for hit in sorted(hits, key=order))
    return list(reports).index(wanted) + 1


def marked_words(answer: Answer) -> str:
    """Return the words that decide: those that the answer marks, or where it marks none, its first quote."""
    marked = " ".join(answer.text[start:end] for start, end in answer.decisive)
    return marked or (answer.citations[0].quote if answer.citations else "")


def _answered(question: SquadQuestion, assistant: Assistant) -> Answered:
    started = perf_counter()
    try:
        answer = assistant.ask(question.question, mode="extractive")
    except QuestionError:
        return Answered(question, True, 0.0, 0.0, 0.0, (perf_counter() - started) * 1000)
    milliseconds = (perf_counter() - started) * 1000
    if not answer.answerable or not question.answers:
        return Answered(question, not answer.answerable, 0.0, 0.0, 0.0, milliseconds)
    said = marked_words(answer)
    # "|" separates alternatives in gold questions; here it would be a character like any other.
    holds = any(contains(answer.text, text.replace("|", " ")) for text in question.answers)
    return Answered(
        question, False, float(holds), exact_match(said, question.answers), f1(said, question.answers), milliseconds
    )
