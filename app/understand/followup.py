"""Makes a question stand alone: what a follow-up leaves out is taken from the questions before it. No model.

A follow-up either changes one slot of the question before ("còn Tân Uyên?", "thế năm 2021?", "kinh phí?") or asks more
about the same thing ("vì sao?", "kể tên", "họ học ở đâu?"). A question that names its own subject inherits nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.understand import ellipsis
from app.understand.both import asked_of_both
from app.understand.lexicon import Lexicon
from app.understand.question import Question, analyse
from app.understand.reference import with_reference_named
from app.understand.slots import (
    PLACE_SYLLABLES,
    attribute_question,
    only_names_and_years,
    same_of_another,
    with_name,
    with_plan,
    with_relative_year,
    with_thing,
    with_years,
)
from app.understand.which_report import Reference, asked_of_another, only_reference, reference_in
from app.understand.words import Word, opens_with_noun, opens_with_verb
from index.syllables import normalise

SHORT = 2
"""A question with at most this many content words may leave out its subject."""

FULL = 5
"""A question that opens with a noun and has so many syllables of content names its subject."""


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question that stands alone; ``focus`` is the part that is asked now, the rest only says about what."""

    text: str
    focus: str


def _said_of(subject: str, asked: str) -> Standalone:
    text = f"{_sentence(subject)} {asked.strip()[:1].upper()}{asked.strip()[1:]}"
    return Standalone(_sentence(text), asked)


def _sentence(text: str) -> str:
    stripped = text.strip()
    return stripped if stripped.endswith(("?", ".", "!")) else f"{stripped}?"


class FollowUps:
    """Resolves follow-ups within one conversation; keeps nothing between calls."""

    def __init__(self, lexicon: Lexicon, general_names: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._general = general_names  # folded names that the subject of a report already gives

    def resolve(self, question: str, earlier: Sequence[str], replies: Sequence[str] = ()) -> Standalone:
        """Return the question made to stand alone; ``earlier`` are the user's questions before it, oldest first.

        ``replies`` are the answers to them, as far as there are; they tell which year is spoken of.
        """
        standing: Standalone | None = None
        last: Standalone | None = None
        for i, text in enumerate([*earlier, question]):
            both = asked_of_both(text, last.text, standing.text) if last and standing else None
            reply = replies[i - 1] if 0 < i <= len(replies) else ""
            resolved = Standalone(both, both) if both else self._next(text, standing, reply)
            standing, last = resolved, standing
        return standing or Standalone(question, question)

    def _next(self, text: str, before: Standalone | None, reply: str) -> Standalone:
        if before is None or not any(char.isalpha() for char in before.text):
            return Standalone(text, text)
        if ellipsis.is_chat(text):
            return Standalone(text, text)
        if report := only_reference(text):
            return _asked_of_report(before, text, report)
        said, other_topic = ellipsis.without_interjection(text)
        said = ellipsis.asks_more(said, before.focus)
        said = ellipsis.with_year_spoken_of(ellipsis.compared(said), f"{reply} {before.text}")
        referred = with_reference_named(said, reply, before.focus)
        said = referred or said
        current, previous = analyse(said, self._lexicon), analyse(before.text, self._lexicon)
        if other_topic or not self._is_follow_up(current, previous):
            alone = ellipsis.without_link(said)
            return Standalone(alone, alone)
        if referred:
            return self._about_same(said, current, before, previous)
        return self._with_slot_changed(said, before, previous) or self._about_same(said, current, before, previous)

    def _is_follow_up(self, current: Question, previous: Question) -> bool:
        text = current.text
        if ellipsis.is_of_document(text):
            return False
        own_names = [name for name in current.names if name.key not in self._general]
        count = sum(not (own_names and set(word.syllables) <= PLACE_SYLLABLES) for word in current.words)
        if ellipsis.points_back(text):
            return count <= SHORT + 3
        if count == 0:
            return True
        together = None if ellipsis.sets_beside(text) else self._spoken_of_together(current, previous)
        whole = ellipsis.asks(ellipsis.bare_slot(text))
        if ellipsis.opens_as_follow_up(text) and count <= SHORT + 2:
            return count < SHORT or not whole or bool(own_names) or _shares(current.words, previous.words)
        if ellipsis.adds_of_what(text) and count <= SHORT:
            return True
        if not ellipsis.asks(text) and count <= SHORT + 2:
            return True
        if own_names or together is False or self._names_unknown(text):
            return False
        if count <= SHORT + 2 and self._leaves_out_who(text, count):
            return True
        says_all = opens_with_noun(text) and sum(len(word.syllables) for word in current.words) >= FULL
        return count <= SHORT + (together is True) and (together is True or not says_all)

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

    def _about_same(self, said: str, current: Question, before: Standalone, previous: Question) -> Standalone:
        """Ask more about what was spoken of, in the year that is named now."""
        subject = with_years(before.text, previous.years, current.years, add=False)
        return _said_of(subject, said)

    def _with_slot_changed(self, said: str, before: Standalone, previous: Question) -> Standalone | None:
        """Return the question before with a slot exchanged, where that is all the follow-up says."""
        slot_text = ellipsis.bare_slot(said)
        if not slot_text or ellipsis.asks(slot_text) or ellipsis.points_back(slot_text):
            return None
        moved = with_relative_year(before.focus, previous.years, slot_text) or with_plan(before.focus, slot_text)
        if moved:
            return _in_place_of(before, moved)
        own_figure = ellipsis.asks_figure_of_its_own(said)
        asked = attribute_question(slot_text)
        if asked:
            return _said_of(before.text, asked)
        slot = analyse(slot_text, self._lexicon)
        if only_names_and_years(slot) or self._repeats(slot, previous):
            return self._exchanged(self._asking_alike(said, before), previous, slot)
        if slot.years or not slot.words or own_figure:
            return None
        named = ellipsis.with_pronoun_named(before.focus, slot_text)
        if named:
            return Standalone(_sentence(named), _sentence(named))
        changed = None if slot.names else with_thing(before.focus, slot_text, previous.names, self._lexicon)
        if not changed and ellipsis.sets_beside(said):
            changed = same_of_another(before.focus, slot_text)
        return _in_place_of(before, changed) if changed else None

    def _asking_alike(self, said: str, before: Standalone) -> Standalone:
        """Return the question whose slot is exchanged: "còn X cho bao nhiêu?" asks what was asked for a figure."""
        subject = _subject(before)
        wants_figure = ellipsis.asks_figure(said) and ellipsis.asks_figure(subject)
        return Standalone(subject, subject) if wants_figure and not ellipsis.asks_figure(before.focus) else before

    def _repeats(self, slot: Question, previous: Question) -> bool:
        known = {word.text for word in previous.words}
        return bool(slot.names or slot.years) and all(word.text in known for word in slot.words)

    def _exchanged(self, before: Standalone, previous: Question, slot: Question) -> Standalone:
        names, asked = previous.names, before.focus
        subject = _subject(before)
        if slot.names:
            changed = with_name(asked, names, slot, self._general, add=False)
            moved = (
                with_name(subject, names, slot, self._general, add=False) if subject and changed == asked else subject
            )
            if changed == asked and moved == subject:
                changed = with_name(asked, names, slot, self._general, add=True)
            asked, subject = changed, moved
        subject = with_years(subject, previous.years, slot.years, add=False)
        asked = with_years(asked, previous.years, slot.years, add=not any(year in subject for year in slot.years))
        return _said_of(subject, asked) if subject.strip() else Standalone(asked, asked)


def _subject(standing: Standalone) -> str:
    """Return what a standing question says before the part that is asked; "" where all of it is asked."""
    if standing.text == standing.focus:
        return ""
    return standing.text.removesuffix(_sentence(standing.focus[:1].upper() + standing.focus[1:])).strip()


def _in_place_of(before: Standalone, changed: str) -> Standalone:
    subject = _subject(before)
    return _said_of(subject, changed) if subject else Standalone(_sentence(changed), _sentence(changed))


def _asked_of_report(before: Standalone, text: str, report: Reference) -> Standalone:
    """Return the question before as asked of the report that a follow-up names and says no more."""
    asked = asked_of_another(before.text, text, report)
    if before.text == before.focus:
        return Standalone(asked, asked)
    focus = asked_of_another(before.focus, text, report) if reference_in(before.focus) else before.focus
    return Standalone(asked, focus)


def _shares(words: Sequence[Word], others: Sequence[Word]) -> bool:
    known = {word.text for word in others} - PLACE_SYLLABLES
    return any(word.text in known for word in words)
