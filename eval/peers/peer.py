"""Puts any system in the place of the product: questions in, answers and hits as the judge reads them.

Knows nothing of any one system. What a system cannot do it is given the benefit of: see ``standing_alone`` and
``cited``.
"""

import re
import uuid
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from app.models import Answer, Citation, Timings, Turn
from app.write.places import label
from corpus.library import Library
from corpus.models import Passage
from eval.models import Place
from eval.peers.models import Reply, Source, System
from eval.peers.refusals import refuses
from index.models import Hit

_NAMED = r"(?:(?:source|nguồn)s?\s*)?"
_MARKS = re.compile(
    rf"\[\s*{_NAMED}\d{{1,2}}(?:\s*[,;]\s*{_NAMED}\d{{1,2}})*\s*\]|\b(?:source|nguồn) \d{{1,2}}\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+")
NOWHERE = Place("", 0, 0)
"""The span of a source that stands nowhere in the reports: as a citation neither verbatim nor on any evidence."""


def standing_alone(question: str, history: Sequence[Turn]) -> str:
    """Return a question after the one that the user asked before it: no peer resolves a follow-up by itself."""
    earlier = [turn.content for turn in history if turn.role == "user"]
    return f"{earlier[-1]} {question}" if earlier else question


def with_plain_marks(text: str) -> str:
    """Return a text with each mark in the form ``[n]``: "[1, 2]" as "[1][2]", "[Source 1]" and "Source 1" as "[1]"."""
    return _MARKS.sub(lambda match: "".join(f"[{int(n)}]" for n in _NUMBER.findall(match.group())), text)


def cited(reply: Reply) -> list[tuple[int, Source]]:
    """Return the sources that the marks of a reply name, each with its mark; all of them where it has no such mark.

    A reply without marks is shown with its sources under it, so they count as what it cites.
    """
    numbered = list(enumerate(reply.sources, start=1))
    used = {int(mark) for mark in re.findall(r"\[(\d{1,2})\]", reply.text)}
    return [(mark, source) for mark, source in numbered if mark in used] or numbered


@dataclass(frozen=True, slots=True)
class Peer:
    """A system that can be judged as the product is: an ``Asker`` and a ``Searcher``."""

    name: str
    library: Library
    system: System

    def ask(self, question: str, history: tuple[Turn, ...] = (), **_options: object) -> Answer:
        """Answer one question. Options of the product (mode, reports, depth) mean nothing to a peer.

        A peer does not say how sure it is: the confidence of whatever it answers is 1.
        """
        asked = standing_alone(question, history)
        reply = self.system.reply(asked)
        refused = refuses(reply.text)
        text = with_plain_marks(reply.text.strip())
        sources = () if refused else cited(Reply(text, reply.sources))
        return Answer(
            id=uuid.uuid4().hex,
            text=text,
            citations=tuple(self._citation(mark, source) for mark, source in sources),
            answerable=not refused,
            standalone_question=asked,
            mode="extractive",
            confidence=1.0,
            suggestions=(),
            nearest=(),
            refusal="not-in-report" if refused else None,
            timings=Timings(0.0, 0.0, 0.0, 0.0),
        )

    def search(self, question: str, k: int) -> list[Hit]:
        """Return the k best texts of the system as hits."""
        found = self.system.find(question, k)[:k]
        return [
            Hit(self._passage(source), source.score, rank, source.similarity)
            for rank, source in enumerate(found, start=1)
        ]

    def _citation(self, mark: int, source: Source) -> Citation:
        passage = self._passage(source)
        located = source.place is not None
        report = self.library.report(passage.report_id) if located else None
        return Citation(
            marker=mark,
            report_id=passage.report_id,
            report_title=report.title if report else "",
            section=passage.section,
            section_title=report.section(passage.section).title if report else "",
            footnote=passage.footnote,
            passage_id=passage.id,
            start=passage.start,
            end=passage.end,
            quote=report.text[passage.start : passage.end] if report else source.text,
            label=label(report, passage.section, passage.footnote) if report else "?",
        )

    def _passage(self, source: Source) -> Passage:
        """Return a source as a passage, in the section where it begins."""
        if source.place is None:
            nowhere = NOWHERE.report_id, "", None, "", NOWHERE.start, NOWHERE.end
            return Passage(f"?{zlib.crc32(source.text.encode()):08x}", *nowhere, source.text, "", None)
        place = source.place
        paragraph = self.library.report(place.report_id).paragraph_at(place.start)
        span = place.report_id, paragraph.section, paragraph.footnote, paragraph.id, place.start, place.end
        return Passage(f"{place.report_id}#{place.start}-{place.end}", *span, source.text, "", None)
