"""Offers a fluent wording of an answer, and only a checked one. Knows a writer and the check, nothing of search.

The extractive answer always comes first and stays where the writer fails, is slow, or writes what its evidence does
not hold: a wording passes whole or not at all.
"""

import logging
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.check.sentences import check
from app.llm.errors import ModelError
from app.models import Answer, Citation
from app.understand.language import is_english
from app.understand.lexicon import Lexicon
from app.write.writer import Writer, WriterError

log = logging.getLogger(__name__)
_MARK = re.compile(r"\[(\d{1,3})\]")


@dataclass(frozen=True, slots=True)
class Rewording:
    """A writer behind the check. ``contexts`` maps the id of a passage to the titles it stands under.

    Without ``checked`` any wording passes, as in ``app.ablation``: marks that no citation has are left out of it.
    """

    writer: Writer
    lexicon: Lexicon
    contexts: Mapping[str, str]
    checked: bool = True

    def reword(self, answer: Answer) -> Answer | None:
        """Return the answer in fluent words, or None where it is refused, not written, or not borne out."""
        if not answer.answerable or _says_more(answer):
            return None
        started = time.perf_counter()
        question = answer.standalone_question
        try:
            pieces = self.writer.write(question, answer.citations, english=is_english(question))
            text = "".join(pieces).strip()
        except (WriterError, ModelError) as error:
            log.info("no fluent answer: %s", error)
            return None
        written = time.perf_counter()
        checked = check(text, answer.citations, self.lexicon, self.contexts)
        if self.checked and not checked.passed:
            log.info("fluent answer refused by the check: %s", dict(checked.faults()))
            return None
        timings = replace(
            answer.timings, write=1000 * (written - started), check=1000 * (time.perf_counter() - written)
        )
        text, citations = _renumbered(text, answer.citations)
        return replace(answer, text=text, citations=citations, mode="generative", timings=timings, decisive=())


def _says_more(answer: Answer) -> bool:
    """Tell whether an answer has lines besides its quotes (a sum, a part not answered) that a wording would lose."""
    lines_of_quotes = sum(citation.quote.count("\n") + 1 for citation in answer.citations)
    return answer.text.count("\n") + 1 != lines_of_quotes


def _renumbered(text: str, citations: Sequence[Citation]) -> tuple[str, tuple[Citation, ...]]:
    """Number the citations that a text uses from 1 in the order of their marks, and leave the others out."""
    by_marker = {citation.marker: citation for citation in citations}
    used = [marker for marker in dict.fromkeys(map(int, _MARK.findall(text))) if marker in by_marker]
    numbered = tuple(replace(by_marker[old], marker=new) for new, old in enumerate(used, start=1))
    new_marks = {old: f"[{new}]" for new, old in enumerate(used, start=1)}
    return _MARK.sub(lambda match: new_marks.get(int(match[1]), ""), text), numbered
