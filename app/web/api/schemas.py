"""The JSON of the HTTP interface as pydantic models. Knows nothing of HTTP itself or of how answers are made."""

from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from app.across.filters import chosen
from app.models import Answer, Citation, Mode, Near, Refusal, Role, Timings, Turn
from app.understand.cleaning import QUESTION_LENGTH
from app.web.api.examples import ASKED
from app.web.links import citation_url
from corpus.library import Library

HISTORY_LENGTH = 20
HAS_A_WORD = r"[\p{L}\p{Nd}]"
"""What a question needs to be readable, for the OpenAPI document; it is the asker that checks it."""


def whole(value: object) -> object:
    """Read 5.0 as 5, as JSON Schema does; anything else is left to the type."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


class TurnIn(BaseModel):
    """One earlier message of the conversation."""

    model_config = ConfigDict(strict=True)

    role: Role
    content: str


Year = Annotated[int, Field(ge=1900, le=2100), BeforeValidator(whole)]


class Which(BaseModel):
    """Which reports are asked: those that fit one of the ids, one of the years and one of the issuers; null for all.

    An issuer is a part of its name ("Sở Y tế", "tỉnh Lai Châu"), with or without diacritics; a year is one that a
    report is about.
    """

    model_config = ConfigDict(strict=True)

    report_ids: list[str] | None = Field(default=None, min_length=1, max_length=100)
    years: list[Year] | None = Field(default=None, min_length=1, max_length=100)
    issuers: list[Annotated[str, StringConstraints(min_length=1, max_length=200)]] | None = Field(
        default=None, min_length=1, max_length=100
    )

    def reports(self, library: Library) -> tuple[str, ...] | None:
        """Return the ids of the reports that fit, None for all. Raises ``QuestionError`` where none does."""
        return chosen(library, self.report_ids or (), self.years or (), self.issuers or ())


class AskRequest(Which):
    """A question with the conversation before it, oldest turn first, and which reports it is asked of."""

    model_config = ConfigDict(strict=True, json_schema_extra={"examples": [*ASKED]})

    question: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=QUESTION_LENGTH),
        Field(json_schema_extra={"pattern": HAS_A_WORD}),
    ]
    history: list[TurnIn] = Field(default=[], max_length=HISTORY_LENGTH)
    mode: Mode = "auto"
    top_k: Annotated[int, Field(ge=1, le=50), BeforeValidator(whole)] | None = None

    def turns(self) -> tuple[Turn, ...]:
        """Return the history as turns of a conversation."""
        return tuple(Turn(turn.role, turn.content) for turn in self.history)


class CitationOut(BaseModel):
    """A span of a report that the answer stands on; ``quote`` is ``text[start:end]``, ``url`` shows it marked.

    ``report_name`` is the short name that no other report has, "" where there is only one.
    """

    marker: int
    report_id: str
    report_title: str
    section: str
    section_title: str
    footnote: str | None
    quote: str
    start: int
    end: int
    label: str
    report_name: str
    url: str

    @classmethod
    def of(cls, citation: Citation) -> Self:
        """Return the JSON form of a citation."""
        return cls(
            marker=citation.marker,
            report_id=citation.report_id,
            report_title=citation.report_title,
            section=citation.section,
            section_title=citation.section_title,
            footnote=citation.footnote,
            quote=citation.quote,
            start=citation.start,
            end=citation.end,
            label=citation.label,
            report_name=citation.report_name,
            url=citation_url(citation.report_id, citation.passage_id, citation.start, citation.end),
        )


class NearOut(BaseModel):
    """What a report says that is nearest to a question it does not answer."""

    report_id: str
    section: str
    footnote: str | None
    quote: str
    start: int
    end: int
    label: str
    report_name: str
    url: str

    @classmethod
    def of(cls, near: Near) -> Self:
        """Return the JSON form of a near thing."""
        return cls(
            report_id=near.report_id,
            section=near.section,
            footnote=near.footnote,
            quote=near.quote,
            start=near.start,
            end=near.end,
            label=near.label,
            report_name=near.report_name,
            url=citation_url(near.report_id, near.passage_id, near.start, near.end),
        )


class TimingsOut(BaseModel):
    """Milliseconds spent in each stage."""

    understand: float
    find: float
    write: float
    check: float

    @classmethod
    def of(cls, timings: Timings) -> Self:
        """Return the JSON form of the timings."""
        return cls(understand=timings.understand, find=timings.find, write=timings.write, check=timings.check)


class SpanOut(BaseModel):
    """Characters ``[start, end)`` of ``answer``."""

    start: int
    end: int


class AskResponse(BaseModel):
    """An answer: every ``[n]`` in ``answer`` is the marker of a citation, and every citation is used.

    ``decisive`` are the words of ``answer`` that hold what was asked for, to be shown in bold; often none.
    """

    answer_id: str
    answer: str
    answerable: bool
    refusal: Refusal | None
    standalone_question: str
    mode: Mode
    confidence: float
    citations: list[CitationOut]
    nearest: list[NearOut]
    suggestions: list[str]
    timings_ms: TimingsOut
    decisive: list[SpanOut]

    @classmethod
    def of(cls, answer: Answer) -> Self:
        """Return the JSON form of an answer."""
        return cls(
            answer_id=answer.id,
            answer=answer.text,
            answerable=answer.answerable,
            refusal=answer.refusal,
            standalone_question=answer.standalone_question,
            mode=answer.mode,
            confidence=answer.confidence,
            citations=[CitationOut.of(citation) for citation in answer.citations],
            nearest=[NearOut.of(near) for near in answer.nearest],
            suggestions=list(answer.suggestions),
            timings_ms=TimingsOut.of(answer.timings),
            decisive=[SpanOut(start=start, end=end) for start, end in answer.decisive],
        )


class Health(BaseModel):
    """That the process lives, or that it is ready to answer."""

    status: str
