"""Small stand-ins for tests: a report of three lines, an assistant and a search that say what they are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.models import Answer, Citation, Mode, Timings, Turn
from corpus.library import Library
from corpus.models import Metadata, Paragraph, Passage, Report
from eval.models import Evidence, GoldQuestion
from index.models import Hit

# Spans, counted by hand: "Tam Đường 32,8 ha." is [0, 18), "Tân Uyên 3,5 ha." is [19, 35), "08 đơn vị." is [36, 46).
TEXT = "Tam Đường 32,8 ha.\nTân Uyên 3,5 ha.\n08 đơn vị."
TAM_DUONG, TAN_UYEN, FOOTNOTE = (0, 18), (19, 35), (36, 46)


def _paragraph(number: int, section: str, footnote: str | None, span: tuple[int, int]) -> Paragraph:
    return Paragraph(f"bc#p{number}", section, footnote, "paragraph", "body", None, *span, sentences=())


def library() -> Library:
    """Two lines in section I.3 and the body of footnote 2, whose mark stands in I.2."""
    metadata = Metadata("Báo cáo thử", None, None, None, None, None, None, None, ())
    paragraphs = (
        _paragraph(1, "I.3", None, TAM_DUONG),
        _paragraph(2, "I.3", None, TAN_UYEN),
        _paragraph(3, "I.2", "2", FOOTNOTE),
    )
    return Library((Report("bc", metadata, TEXT, (), paragraphs, (), (), tuple(range(len(TEXT)))),))


def gold(
    *,
    identity: str = "t-1",
    question: str = "Tam Đường trồng bao nhiêu?",
    must_include: tuple[str, ...] = ("32,8",),
    must_not_include: tuple[str, ...] = (),
    evidence: tuple[Evidence, ...] = (Evidence("I.3", None, "Tam Đường 32,8 ha"),),
    reference: str = "Tam Đường có 32,8 ha.",
) -> GoldQuestion:
    """A question that the report answers."""
    return GoldQuestion(
        identity, "test", "lookup", question, (), True, must_include, must_not_include, evidence, reference, ""
    )


def unanswerable(identity: str = "t-2", must_not_include: tuple[str, ...] = ()) -> GoldQuestion:
    """A question that the report does not answer."""
    return GoldQuestion(identity, "test", "unanswerable", "Mường Tè?", (), False, (), must_not_include, (), "", "")


def citation(span: tuple[int, int] = TAM_DUONG, quote: str | None = None, report_id: str = "bc") -> Citation:
    """A citation of the small report; its quote is verbatim unless another is given."""
    start, end = span
    said = TEXT[start:end] if quote is None else quote
    return Citation(1, report_id, "Báo cáo thử", "I.3", "", None, "bc#p1.s1", start, end, said, "Mục I.3")


def answer(text: str, *citations: Citation, standalone: str = "Tam Đường?") -> Answer:
    """A given answer."""
    return Answer("a", text, citations, True, standalone, "extractive", 0.9, (), (), None, Timings(0.0, 0.0, 0.0, 0.0))


def refusal(text: str = "Báo cáo không nêu.") -> Answer:
    """A refusal."""
    timings = Timings(0.0, 0.0, 0.0, 0.0)
    return Answer("r", text, (), False, "Mường Tè?", "extractive", 0.1, (), (), "not-in-report", timings)


def hit(span: tuple[int, int], rank: int = 1) -> Hit:
    """A passage of the small report, found at a rank."""
    start, end = span
    passage = Passage(f"bc#{start}", "bc", "I.3", None, "bc#p", start, end, TEXT[start:end], "", None)
    return Hit(passage, 10.0 - rank, rank, 0.5)


@dataclass(frozen=True, slots=True)
class ScriptedAsker:
    """Answers each question as scripted; raises where the script holds an exception."""

    script: Mapping[str, Answer | Exception]

    def ask(
        self,
        question: str,
        history: tuple[Turn, ...] = (),
        *,
        report_ids: tuple[str, ...] | None = None,
        mode: Mode = "auto",
        top_k: int | None = None,
    ) -> Answer:
        """Return what the script says."""
        said = self.script[question]
        if isinstance(said, Exception):
            raise said
        return said


@dataclass(frozen=True, slots=True)
class ScriptedSearcher:
    """Finds the scripted hits, by the question searched; nothing for any other question."""

    script: Mapping[str, Sequence[Hit]]

    def search(self, question: str, k: int) -> Sequence[Hit]:
        """Return the first k scripted hits."""
        return self.script.get(question, ())[:k]
