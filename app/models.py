"""The nouns of a conversation: turns, citations, answers. Knows nothing of how they are found, written or shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

Mode = Literal["auto", "extractive", "generative"]
Role = Literal["user", "assistant"]
Refusal = Literal["not-in-report", "other-year", "other-place", "ambiguous", "out-of-scope"]
Span = tuple[int, int]
"""Characters ``[start, end)`` of a text."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of the conversation so far."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of a report that an answer stands on: ``quote == report.text[start:end]``, always.

    ``marker`` is the n of ``[n]`` in the answer. ``passage_id`` is the stable id of the sentence the span lies in.
    """

    marker: int
    report_id: str
    report_title: str
    section: str
    section_title: str
    footnote: str | None
    passage_id: str
    start: int
    end: int
    quote: str
    label: str  # "Mục I.3, chú thích 4"
    report_name: str = ""  # "Báo cáo số 15/BC-UBND năm 2021"; "" where there is only one report


@dataclass(frozen=True, slots=True)
class Near:
    """What the report says that is nearest to a question it does not answer; same meaning of fields as a citation."""

    report_id: str
    section: str
    footnote: str | None
    passage_id: str
    start: int
    end: int
    quote: str
    label: str
    report_name: str = ""


def placed(source: Citation | Near) -> str:
    """Return where a quote stands, with the report where there are several: "Mục I.3, Báo cáo số 15/BC-UBND"."""
    return f"{source.label}, {source.report_name}" if source.report_name else source.label


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds spent in each stage of an answer."""

    understand: float
    find: float
    write: float
    check: float


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer and what it stands on.

    ``text`` carries marks ``[1]`` … ``[n]``, each a citation's marker and each citation used. A refusal has
    ``answerable`` False, a ``refusal`` that says which it is, no citations, and in ``nearest`` what comes close.
    ``confidence`` in [0, 1] is how sure the system is that the answer is right. ``decisive`` are the spans of ``text``
    that hold what was asked for, in order, shown in bold; none where that is not clear.
    """

    id: str
    text: str
    citations: tuple[Citation, ...]
    answerable: bool
    standalone_question: str
    mode: Mode
    confidence: float
    suggestions: tuple[str, ...]
    nearest: tuple[Near, ...]
    refusal: Refusal | None
    timings: Timings
    decisive: tuple[Span, ...] = ()


class Asker(Protocol):
    """Anything that answers questions: the assistant, or a scripted one in tests."""

    def ask(
        self,
        question: str,
        history: tuple[Turn, ...] = (),
        *,
        report_ids: tuple[str, ...] | None = None,
        mode: Mode = "auto",
        top_k: int | None = None,
    ) -> Answer:
        """Answer one question. Raises ``app.errors.QuestionError`` for one that cannot be read, ``KeyError`` never."""
        ...


Grow = Callable[[str], None]
"""Is told the checked words of an answer so far, all of them each time; earlier ones may be taken back."""


def unheard(words: str) -> None:
    """Let words go by: for whoever waits for the whole answer."""


class FluentAsker(Asker, Protocol):
    """An asker that may also word its answers anew."""

    @property
    def fluent(self) -> bool:
        """Whether a writer is there that words answers anew."""
        ...

    def reword(self, answer: Answer, grow: Grow = unheard) -> Answer | None:
        """Return an answer in fluent, checked words; None where there is no writer or its words do not stand.

        ``grow`` is told the words while they are written, in this thread; only what the check has passed.
        """
        ...
