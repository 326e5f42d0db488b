"""Tells whether a question leans on the one before it, or names its own subject and inherits nothing."""

import re
from collections.abc import Sequence

from app.understand import ellipsis
from app.understand.lexicon import Lexicon
from app.understand.parties import PLACE_SYLLABLES
from app.understand.question import Question
from app.understand.words import Word, opens_with_noun, opens_with_verb
from index.syllables import normalise

SHORT = 2
"""A question with at most this many content words may leave out its subject."""

FULL = 5
"""A question that opens with a noun and has so many syllables of content names its subject."""

# "vậy sang năm phấn đấu bao nhiêu người?": an aim of what was spoken of; nothing of its own is named.
_ONLY_AIM = re.compile(
    r"^\W*(?:(?:thế|vậy|còn|rồi|thì|và)\s+)*(?:sang năm|năm (?:sau|tới)|sắp tới|tới đây"
    r"|(?:(?:kế hoạch|mục tiêu|cuối|năm)\s+)+20\d\d)\s+(?:thì\s+)?"
    r"(?:(?:phấn đấu|dự kiến|đặt|mục tiêu|kế hoạch|chỉ tiêu|định|tính|sẽ|phải|cần|đạt|đưa|nâng|lên|tăng|giảm|xuống|còn"
    r"|là|được|ra)\s+)+(?:bao nhiêu|mấy)(?:\s+[^\W\d_]+)?\W*$",
    re.IGNORECASE,
)


class Leaning:
    """Knows the reports' words; holds nothing of any conversation."""

    def __init__(self, lexicon: Lexicon, general_names: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._general = general_names  # folded names that the subject of a report already gives

    def leans(self, current: Question, previous: Question) -> bool:
        """Tell whether a question is a follow-up of the one before it."""
        text = current.text
        if ellipsis.is_of_document(text):
            return False
        own_names = self._own_names(current)
        count = sum(not (own_names and set(word.syllables) <= PLACE_SYLLABLES) for word in current.words)
        if ellipsis.points_back(text):
            return count <= SHORT + 3
        return (
            count == 0
            or asks_only_aim(text)
            or ellipsis.asked_of_year(text)
            or self._leaves_out(current, previous, count)
        )

    def _own_names(self, question: Question) -> list[str]:
        """Return the folded names of a question that the subject of a report does not already give."""
        return [name.key for name in question.names if name.key not in self._general]

    def _leaves_out(self, current: Question, previous: Question, count: int) -> bool:
        """Tell whether a question without a pronoun leaves its subject out; ``count`` are its words of content."""
        text, own_names = current.text, self._own_names(current)
        together = None if ellipsis.sets_beside(text) else self._spoken_of_together(current, previous)
        whole = ellipsis.asks(ellipsis.bare_slot(text))
        if count <= SHORT + 2 and not (ellipsis.asks(text) and (whole or not ellipsis.sets_beside(text))):
            return True
        if ellipsis.opens_as_follow_up(text) and count <= SHORT + 2:
            return count < SHORT or bool(own_names) or _shares(current.words, previous.words)
        if (ellipsis.adds_of_what(text) and count <= SHORT) or (own_names and self._part_of_it(current, previous)):
            return True
        if own_names or together is False or self._names_unknown(text):
            return False
        if count <= SHORT + 2 and self._leaves_out_who(text, count):
            return True
        says_all = opens_with_noun(text) and sum(len(word.syllables) for word in current.words) >= FULL
        return count <= SHORT + (together is True) and (together is True or not says_all)

    def _part_of_it(self, current: Question, previous: Question) -> bool:
        """Tell whether of what was counted the part of one place is asked: "trạm 5G" and "Sơn Khê mấy trạm?"."""
        known = {word.text for word in previous.words}
        said = [word for word in current.words if not set(word.syllables) <= PLACE_SYLLABLES]
        specific = any(name.place and name.key not in self._general for name in previous.names)
        return bool(said) and not specific and len(known) > len(said) and all(word.text in known for word in said)

    def _spoken_of_together(self, current: Question, previous: Question) -> bool | None:
        """Tell whether the reports speak of what is asked now where they speak of what was asked before."""
        own, earlier = (
            [word.text for word in question.words]
            + [normalise(name.text) for name in question.names if name.key not in self._general]
            for question in (current, previous)
        )
        return self._lexicon.cohesion.spoken_of_together(own, earlier)

    def _names_unknown(self, text: str) -> bool:
        """Tell whether a capital inside a question names something that no report names: "thủ đô của Pháp"."""
        inside = re.findall(r"(?<=[^\W\d_] )[^\W\d_]\w*", text)
        return any(word[0].isupper() and word[1:].islower() and word not in self._lexicon.capitals for word in inside)

    def _leaves_out_who(self, text: str, count: int) -> bool:
        if ellipsis.contrasts(text) or ellipsis.asks_whether_there_is(text):
            return True
        return count <= SHORT + 1 and opens_with_verb(text)


def asks_only_aim(text: str) -> bool:
    """Tell whether a question names nothing but a figure to be reached: "sang năm phấn đấu bao nhiêu người?"."""
    return _ONLY_AIM.match(text) is not None


def _shares(words: Sequence[Word], others: Sequence[Word]) -> bool:
    known = {word.text for word in others} - PLACE_SYLLABLES
    return any(word.text in known for word in words)
