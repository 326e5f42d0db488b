"""Answers the later parts of a question in the light of the first: a part that names no subject is about the same.

Knows what was found for each part and the judge; searches nothing anew.
"""

import re
from dataclasses import replace

from app.decide.cues import PARTS, asks_aim
from app.decide.evidence import Judge
from app.decide.kinds import holds_kind
from app.decide.likeness import likeness
from app.decide.verdict import Decide
from app.decide.vetoes import lacks_kind
from app.found import Found
from app.understand.lexicon import Lexicon
from app.understand.question import Question
from corpus.models import Passage
from index.syllables import syllables

NEAR = 0.75
"""Points within which one passage may answer in another's stead."""
MORE_ALIKE = 4.0
"""By how much more it must be like the passage of the first answer: one rare pair of syllables, or two."""
# "mỗi bên góp mấy?", "chia ra từng khoản thế nào?": the parts of what the first part asked for.
_DIVIDED = re.compile(r"\b(?:mỗi|từng|chia|cụ thể|chi tiết|trong đó)\b")
_SHARING = ("góp", "đóng góp", "chia", "chiếm", "khoản", "phần", "loại", "bên")


class LaterParts:
    """Settles later parts beside the first. Holds nothing of any question."""

    def __init__(self, judge: Judge, lexicon: Lexicon, decide: Decide) -> None:
        self._judge = judge
        self._lexicon = lexicon
        self._decide = decide

    def beside(self, first: Found, later: Found) -> Found:
        """Return what answers a later part beside the answer to the first one: a part that asks little is about it."""
        passage = first.verdict.passage
        if passage is None or later.verdict.refusal == "out-of-scope":
            return later
        if later.answerable:
            return later if _names_subject(later.question) else self._of_the_same(passage, later)
        beside = [one for one in later.ranked if one.passage != passage and _belong_together(one.passage, passage)]
        verdict = self._decide(later.question, beside, self._judge)
        if verdict.answerable:
            return replace(later, verdict=verdict)
        return later if _names_subject(later.question) else self._in_the_same(first, later)

    def as_the_whole(self, first: Found, later: Found) -> Found:
        """Return the first part answered by the sentence whose footnote answers a later one about it, if as near.

        "Cả năm bao nhiêu người bỏ việc, riêng Pá Lông mấy người?" is a total and its parts.
        """
        passage, told = first.verdict.passage, later.verdict.passage
        if passage is None or told is None or not told.anchor or _names_subject(later.question):
            return first
        support = {one.passage.id: one.support for one in first.ranked}
        least = support.get(passage.id, 0.0) - NEAR
        whole = [one for one in first.ranked if one.passage.id == told.anchor and one.support >= least]
        verdict = self._decide(first.question, whole, self._judge)
        return replace(first, verdict=verdict) if verdict.answerable and passage != told else first

    def _of_the_same(self, passage: Passage, later: Found) -> Found:
        """Answer from the passage of the first part where no other has more of what is asked now, or from one alike."""
        other, question = later.verdict.passage, later.question
        if other is None or other == passage:
            return later
        if not _asks_thing(question):
            return self._most_alike(passage, later, MORE_ALIKE)
        if asks_aim(question.asked):
            return self._most_alike(passage, later, 0.0)
        features = {one.passage.id: one.features for one in later.ranked}
        there, found = features.get(passage.id), features.get(other.id)
        if there is None or found is None or there.kind_fits < found.kind_fits or there.cue < found.cue:
            return later
        if lacks_kind(question, passage, self._judge):
            return later
        asked = _asked_now(question)
        if self._judge.share_of(asked, passage) < self._judge.share_of(asked, other):
            return later
        return replace(later, verdict=replace(later.verdict, passage=passage))

    def _most_alike(self, passage: Passage, later: Found, more: float) -> Found:
        """Answer from the passage that speaks most of what the first answer speaks of, of those that are near.

        ``more`` is by how much, in rarity, it must be more alike than the one found.
        """
        chosen = next(one for one in later.ranked if one.passage == later.verdict.passage)
        near = [one for one in later.ranked if 0 <= chosen.support - one.support <= NEAR and one.passage != passage]
        alike = {one.passage.id: likeness(one.passage, passage, self._lexicon.idf) for one in [chosen, *near]}
        for one in sorted(near, key=lambda one: -alike[one.passage.id]):
            if alike[one.passage.id] < alike[chosen.passage.id] + more:
                break
            if self._decide(later.question, [one], self._judge).answerable:
                return replace(later, verdict=replace(later.verdict, passage=one.passage))
        return later

    def _in_the_same(self, first: Found, later: Found) -> Found:
        """Answer a part that says nothing of its own from the whole sentence that answers the first one."""
        passage, question = first.verdict.passage, later.question
        if passage is None or _asks_part(question):
            return later
        if any(one.passage == passage and one.features.year_fits < 0 for one in later.ranked):
            return later
        divided = bool(_DIVIDED.search(question.asked)) and holds_kind(question, passage.text)
        if not divided and (not _asks_thing(question) or lacks_kind(question, passage, self._judge)):
            return later
        own = [word for word in _asked_now(question).words if word.text not in (*question.units, *_SHARING)]
        said = f" {' '.join(syllables(self._judge.own_text(passage)))} "
        if any(self._judge.covers(said, word) < 1 for word in own):
            return later
        return replace(later, verdict=first.verdict, whole=True)


def _names_subject(question: Question) -> bool:
    """Tell whether a later part was read as it stands, not as said of the first one."""
    return question.text == question.focus


def _asks_thing(question: Question) -> bool:
    """Tell whether a figure, a name, a reason is wanted, not only whether or how something is."""
    return bool(question.kinds) and "yes-no" not in question.kinds


def _asks_part(question: Question) -> bool:
    """Tell whether what is planned, or what is lacking, is asked: a part of the report of its own."""
    return any(part.asked.search(question.asked) for part in PARTS)


def _asked_now(question: Question) -> Question:
    """Return a later part reduced to what it says beyond the first one."""
    own = tuple(word for word in question.words if word not in question.background)
    return replace(question, words=own, names=question.required_names)


def _belong_together(one: Passage, other: Passage) -> bool:
    """Tell whether two passages stand in one paragraph, or are a footnote and the sentence with its mark."""
    return one.paragraph == other.paragraph or one.id == other.anchor or other.id == one.anchor
