"""Offers a fluent wording of an answer, and only a checked one. Knows a writer and the check, nothing of search.

The extractive answer always comes first and stays where the writer fails, is slow, or names no evidence. A sentence
that its evidence does not hold is replaced by the quotes it names; the others are shown as they come, and of a sentence
that is being written as much as one quote alone bears out.
"""

import logging
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.check.beginnings import showable
from app.check.objections import Fault
from app.check.sentences import Checked, check
from app.llm.errors import ModelError
from app.models import Answer, Citation, Grow, unheard
from app.understand.language import is_english
from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from app.write.still_answers import MARK, still_answers
from app.write.writer import Words, Writer, WriterError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rewording:
    """A writer behind the check. ``contexts`` maps the id of a passage to the titles it stands under.

    Without ``checked`` any wording passes, as in ``app.ablation``: marks that no citation has are left out of it.
    """

    writer: Writer
    lexicon: Lexicon
    contexts: Mapping[str, str]
    checked: bool = True

    def reword(self, answer: Answer, grow: Grow = unheard) -> Answer | None:
        """Return the answer in fluent words, or None where it is refused, not written, or not borne out.

        ``grow`` is told the words so far, each time all of them; where None is returned they do not stand after all.
        """
        if not answer.answerable or _says_more(answer):
            return None
        draft = _Draft(answer)
        try:
            for words in self._written(answer, draft):
                if not words.whole:
                    if self._begin(words.text, draft):
                        grow(draft.text())
                elif self._add(words.text, draft):
                    grow(draft.text())
                else:
                    return None
            return draft.worded() if draft.own and self._answers(draft.worded(), answer) else None
        except (WriterError, ModelError) as error:
            log.info("no fluent answer: %s", error)
            return None
        finally:
            if draft.caught:
                log.info("caught by the check: %s", dict(draft.caught))

    def _answers(self, worded: Answer, quoted: Answer) -> bool:
        """Tell whether a wording that is true answers as well as the quotes; any does where nothing is checked."""
        question = analyse(quoted.standalone_question, self.lexicon)
        return not self.checked or still_answers(question, worded, quoted, self.lexicon)

    def _written(self, answer: Answer, draft: "_Draft") -> Iterator[Words]:
        """Yield what the writer writes; the draft's clock counts the time it takes."""
        question = answer.standalone_question
        started = time.perf_counter()
        for words in self.writer.write(question, answer.citations, english=is_english(question)):
            draft.writing += time.perf_counter() - started
            yield words
            started = time.perf_counter()

    def _begin(self, beginning: str, draft: "_Draft") -> bool:
        """Let the draft end with a sentence's beginning, or a part of it; False where that is nothing new or fails.

        Which quotes a sentence stands on is known at its end; until then a single one must hold all that it says.
        """
        shown = showable(beginning)
        if shown == draft.tried or draft.begun.startswith(shown):
            return False
        draft.tried = shown
        started = time.perf_counter()
        passed = not self.checked or any(
            check(f"{shown} [{citation.marker}].", [citation], self.lexicon, self.contexts).passed
            for citation in draft.answer.citations
        )
        draft.checking += time.perf_counter() - started
        if passed:
            draft.begun = shown
        return passed

    def _add(self, sentence: str, draft: "_Draft") -> bool:
        """Add a sentence to the draft, or the quotes it names where it does not pass; False where it names none."""
        started = time.perf_counter()
        checked = check(sentence, draft.answer.citations, self.lexicon, self.contexts)
        draft.checking += time.perf_counter() - started
        draft.begun = ""
        if checked.passed or not self.checked:
            draft.add(sentence)
            return True
        return draft.replace(checked)


class _Draft:
    """A wording as it grows, what was caught in it, and the seconds it took."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.lines: list[str] = []
        self.begun = ""  # the words of a sentence that is being written, checked so far
        self.tried = ""  # the last words of one that were checked
        self.own = False  # whether a sentence of the writer stands in it
        self.caught: Counter[Fault] = Counter()
        self.writing = 0.0
        self.checking = 0.0
        self._after_quote = False

    def add(self, sentence: str) -> None:
        """Put a sentence after those before it; after a quote it opens a line of its own."""
        self.lines = self._with(sentence)
        self.own, self._after_quote = True, False

    def replace(self, checked: Checked) -> bool:
        """Put the quotes that a failed text names in its place, each once; False where it names none."""
        self.caught += checked.faults()
        markers = {marker for verdict in checked.verdicts for marker in verdict.markers}
        named = [citation for citation in self.answer.citations if citation.marker in markers]
        quotes = [f"{citation.quote} [{citation.marker}]" for citation in named]
        self.lines += [quote for quote in quotes if quote not in self.lines]
        self._after_quote = True
        return bool(named)

    def _with(self, words: str) -> list[str]:
        if self.lines and not self._after_quote:
            return [*self.lines[:-1], f"{self.lines[-1]} {words}"]
        return [*self.lines, words]

    def text(self) -> str:
        """Return the words so far, with the beginning of the sentence that is being written."""
        return _renumbered("\n".join(self._with(self.begun) if self.begun else self.lines), self.answer.citations)[0]

    def worded(self) -> Answer:
        """Return the answer in the sentences so far."""
        text, citations = _renumbered("\n".join(self.lines), self.answer.citations)
        timings = replace(self.answer.timings, write=1000 * self.writing, check=1000 * self.checking)
        return replace(self.answer, text=text, citations=citations, mode="generative", timings=timings, decisive=())


def _says_more(answer: Answer) -> bool:
    """Tell whether an answer has lines besides its quotes (a sum, a part not answered) that a wording would lose."""
    lines_of_quotes = sum(citation.quote.count("\n") + 1 for citation in answer.citations)
    return answer.text.count("\n") + 1 != lines_of_quotes


def _renumbered(text: str, citations: Sequence[Citation]) -> tuple[str, tuple[Citation, ...]]:
    """Number the citations that a text uses from 1 in the order of their marks, and leave the others out."""
    by_marker = {citation.marker: citation for citation in citations}
    used = [marker for marker in dict.fromkeys(map(int, MARK.findall(text))) if marker in by_marker]
    numbered = tuple(replace(by_marker[old], marker=new) for new, old in enumerate(used, start=1))
    new_marks = {old: f"[{new}]" for new, old in enumerate(used, start=1)}
    return MARK.sub(lambda match: new_marks.get(int(match[1]), ""), text), numbered
