"""Tells which of a sentence and its footnote answers, and whether the other is quoted beside it.

Knows question, sentence and footnote; ranks nothing.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from app.decide.evidence import Judge
from app.decide.kinds import holds_kind, names_head
from app.decide.measures import measure_missing
from app.understand.quantities import quantities
from app.understand.question import Question
from app.understand.reckoning import asked_operation
from corpus.models import Passage
from index.syllables import normalise, syllables

_REASON = re.compile(r"\b(?:do|vì|bởi|nhờ|nhằm|để|đây chính là|nguyên nhân|góp phần|đáp ứng)\b")
_OF_A_PART = re.compile(r"\b(?:phía|riêng|thuộc|trong (?:số|đó|các))\b")
_AMONG = re.compile(r"\b(?:riêng|trong (?:số|đó))\b")
_EACH = re.compile(r"\b(?:từng|mỗi|lần lượt|cụ thể|chi tiết|chia|phân bổ)\b")
"""What asks for the parts of a total, one after another."""
_SEAMS = (re.compile(r";\s+"), re.compile(r",\s+"))


class Tied:
    """Looks footnotes and the sentences with their marks up. Holds nothing of any question."""

    def __init__(self, judge: Judge, by_id: Mapping[str, Passage]) -> None:
        self._judge = judge
        self._by_id = by_id

    def of(self, question: Question, passage: Passage) -> list[Passage]:
        """Return a sentence with what belongs to it: a footnote's anchor, or an anchor's footnotes that are asked for.

        Where names are asked for and the footnote lists them, it comes first.
        """
        if passage.anchor:
            anchor = self._by_id[passage.anchor]
            if self._instead(question, anchor, passage):
                return [anchor]
            if _parts_of(question, passage, anchor) and not self._judge.adds(question, anchor, passage):
                return [anchor, passage]
            return [passage, anchor] if self._judge.adds(question, passage, anchor) else [passage]
        notes = [note for note in self._judge.notes(passage) if not self._instead(question, passage, note)]
        listing = [note for note in notes if question.asks_names and self._judge.names_things(note)]
        listing += [note for note in self.listed(question, passage) if note in notes and note not in listing]
        adding = [note for note in notes if note not in listing and self._adds(question, passage, note)]
        return [*listing, passage, *adding]

    def _instead(self, question: Question, anchor: Passage, note: Passage) -> bool:
        """Tell whether the sentence answers in place of its footnote, which says nothing more of what is asked about.

        "Hà Nội cử 30 cán bộ" does not answer for one district that only the footnote names.
        """
        if _AMONG.search(question.asked) and len(quantities(note.text)) > 1:
            return False
        return answers_instead(question, anchor, note) and not self._judge.adds(question, anchor, note)

    def listed(self, question: Question, anchor: Passage) -> list[Passage]:
        """Return the footnotes of a sentence that list as many things as it counts, where a list is asked for.

        "01 lớp nghề, 02 lớp chữ" are three as well.
        """
        if not question.asks("list"):
            return []
        counted = {quantity.value for quantity in quantities(anchor.text)}
        return [
            note
            for note in self._judge.notes(anchor)
            if counted & {_items(note.text), *_totals(note.text, question.asked)}
        ]

    def _adds(self, question: Question, anchor: Passage, note: Passage) -> bool:
        """Tell whether a footnote holds more of a question, or the parts of a total where one of them is asked for."""
        if self._judge.adds(question, anchor, note):
            return True
        asked = _AMONG.search(question.asked) if question.asks("figure") else None
        return bool(asked or _EACH.search(question.asked)) and len(quantities(note.text)) > 1


def _items(text: str) -> int | None:
    """Return how many things a footnote sets apart by ";", or else by ","; None where it lists none."""
    counts = (len(seam.split(text)) for seam in _SEAMS)
    return next((count for count in counts if count > 1), None)


def _totals(text: str, asked: str) -> list[Decimal]:
    """Return what the figures of a text come to, for each thing that it counts more than once and that is asked for."""
    told = [(quantity.unit.split()[0], quantity.value) for quantity in quantities(text) if quantity.unit]
    told = [(unit, value) for unit, value in told if f" {unit} " in f" {' '.join(syllables(asked))} "]
    units = [unit for unit, _ in told]
    several = [unit for unit in set(units) if units.count(unit) > 1]
    return [sum((value for one, value in told if one == unit), Decimal(0)) for unit in several]


def answers_instead(question: Question, anchor: Passage, note: Passage) -> bool:
    """Tell whether what is asked for stands in the sentence with a footnote's mark and not in the footnote.

    "Của bộ nào?" is answered by the sentence that names a "Bộ …", whatever its footnote lists.
    """
    if question.asks("list") or (question.asks("figure") and question.asks_names):
        return False
    told = any(f" {head} " in f" {' '.join(syllables(note.text))} " for head in question.heads)
    told = told and holds_kind(question, note.text)
    return not told and _holds_asked(question, anchor.text) and not _holds_asked(question, note.text)


def _parts_of(question: Question, note: Passage, anchor: Passage) -> bool:
    """Tell whether a footnote gives the parts of a total in the sentence with its mark, and the whole is asked for.

    Each part is of somebody: who names one of them asks for that part.
    """
    if not question.asks("figure") or len(question.names) == 1 or question.english:
        return False
    if _OF_A_PART.search(question.asked) or asked_operation(question.asked):
        return False
    if sum(f" của {normalise(name.text)}" in f" {normalise(question.asked)}" for name in question.names) == 1:
        return False  # "… của Hà Nội chạy tuyến Lai Châu – Hà Nội": of one of them only
    units = [{quantity.unit for quantity in quantities(passage.text)} for passage in (anchor, note)]
    told = [quantity.unit for quantity in quantities(note.text)]
    return any(unit and told.count(unit) > 1 for unit in units[0] & units[1])


def _holds_asked(question: Question, text: str) -> bool:
    """Tell whether a text has the very thing: a name or number after the noun of "… nào", or a figure of the unit."""
    said = normalise(text)
    if question.asks("figure"):
        counted = any(re.search(rf"\d\s(?:\w+\s)?{re.escape(unit)}\b", said) for unit in question.units)
        measured = measure_missing(question.asked, "") and not measure_missing(question.asked, said)
        return counted or measured
    if question.kinds[:1] in (("reason",), ("effect",)):
        return bool(_REASON.search(said))
    if any(names_head(head, text) for head in question.heads):
        return True
    named = (re.finditer(rf"\b(?i:{re.escape(head)})\s+[“\"]?(?P<name>\w)", text) for head in question.heads)
    return any(match["name"].isupper() or match["name"].isdigit() for matches in named for match in matches)
