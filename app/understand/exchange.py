"""Puts what a follow-up names in the place of what the question before named: a place, a year, a thing. No model."""

import re
from dataclasses import replace

from app.understand import ellipsis
from app.understand.counted_thing import with_counted
from app.understand.lexicon import Lexicon
from app.understand.parties import Known, only_names_and_years, with_name
from app.understand.question import Question, analyse
from app.understand.slots import (
    attribute_question,
    same_of_another,
    with_plan,
    with_relative_year,
    with_thing,
    with_years,
)
from app.understand.standing import Standing, sentence
from app.understand.words import leading_nouns

# "thế công an Hà Nội thì bắt được bao nhiêu, lệnh của nơi nào?"
_PARTY_THEN = re.compile(r"^(?P<party>[^,?]{2,50}?)\s+thì\s+(?P<does>[^,?]+)(?P<more>(?:,[^?]*)?)\W*$", re.IGNORECASE)


class Exchange:
    """Knows the reports' words; holds nothing of any conversation."""

    def __init__(self, lexicon: Lexicon, known: Known) -> None:
        self._lexicon = lexicon
        self._known = known

    def changed(self, said: str, before: Standing, previous: Question) -> Standing | None:
        """Return the question before with a slot exchanged, where that is all the follow-up says; else None."""
        slot_text = ellipsis.bare_slot(said)
        if not slot_text or ellipsis.asks(slot_text) or ellipsis.points_back(slot_text):
            return None
        moved = with_relative_year(before.asked, previous.years, slot_text) or with_plan(before.asked, slot_text)
        if moved:
            return before.with_asked(moved)
        if asked := attribute_question(slot_text):
            return about(before, asked)
        slot = analyse(slot_text, self._lexicon)
        if only_names_and_years(slot) or _repeats(slot, previous):
            return self._exchanged(_asking_alike(said, before), previous, slot)
        if slot.years or not slot.words or ellipsis.asks_figure_of_its_own(said):
            return None
        if named := ellipsis.with_pronoun_named(before.asked, slot_text):
            return Standing(sentence(named))
        return self._of_another_thing(said, slot_text, slot, before, previous)

    def _of_another_thing(
        self, said: str, slot_text: str, slot: Question, before: Standing, previous: Question
    ) -> Standing | None:
        """Ask of another thing what was asked of one, in the part that is asked now or in what it is about."""
        if not slot.names:
            if changed := self._thing_exchanged(before.asked, slot_text, previous):
                return before.with_asked(changed)
            if before.root and (counted := with_counted(before.root, slot_text, self._lexicon)):
                own = analyse(before.asked, self._lexicon).names
                return Standing(sentence(counted)) if own else replace(before, root=sentence(counted))
        if ellipsis.sets_beside(said) and (changed := same_of_another(before.asked, slot_text)):
            return before.with_asked(changed)
        return None

    def _thing_exchanged(self, text: str, slot: str, previous: Question) -> str | None:
        """Return a question with one thing in the place of another, or of what it adds to ("phi nông nghiệp")."""
        opening = leading_nouns(text)
        if opening and slot.lower().endswith(f" {opening.lower()}"):
            return f"{slot[:1].upper()}{slot[1:]}{text[len(opening) :]}"
        return with_counted(text, slot, self._lexicon) or with_thing(text, slot, previous.names, self._lexicon)

    def roles_changed(self, said: str, before: Standing, previous: Question) -> Standing | None:
        """Return the question before asked of the other party, with what is asked beside it; None where none is named.

        "Thế Hà Nội thì bắt được bao nhiêu, ở đâu?" after "Lai Châu bắt được mấy người do Hà Nội truy nã?".
        """
        match = _PARTY_THEN.match(ellipsis.without_opening(said))
        party = analyse(match["party"], self._lexicon) if match else None
        if not match or not party or not party.names:
            return None
        does, known = analyse(match["does"], self._lexicon), {word.text for word in previous.words}
        if not does.words or any(word.text not in known for word in (*does.words, *party.words)):
            return None
        for part in (before.asked, before.root):
            changed = with_name(part, analyse(part, self._lexicon).names, party, self._known, add=False)
            if part and changed != part:
                return Standing(sentence(f"{changed.rstrip(' ?.!')}{match['more']}"))
        return None

    def _exchanged(self, before: Standing, previous: Question, slot: Question) -> Standing:
        names, asked, root, within = previous.names, before.asked, before.root, before.within
        if slot.names:
            asked, root, within = (
                with_name(part, names, slot, self._known, add=False) if part else "" for part in (asked, root, within)
            )
            if (asked, root, within) == (before.asked, before.root, before.within):
                asked = with_name(asked, names, slot, self._known, add=True)
        root, within = (with_years(part, previous.years, slot.years, add=False) for part in (root, within))
        told = any(year in f"{root} {within}" for year in slot.years)
        asked = with_years(asked, previous.years, slot.years, add=not told)
        return Standing(asked, root, within, before.elliptic)


def about(before: Standing, asked: str, *, elliptic: bool = False) -> Standing:
    """Return something asked about what was spoken of last."""
    return Standing(sentence(asked), before.root or before.asked, before.within, elliptic)


def _asking_alike(said: str, before: Standing) -> Standing:
    """Return the question whose slot is exchanged: "còn X cho bao nhiêu?" asks what was asked for a figure."""
    wants_figure = ellipsis.asks_figure(said) and ellipsis.asks_figure(before.root)
    return Standing(before.root) if wants_figure and not ellipsis.asks_figure(before.asked) else before


def _repeats(slot: Question, previous: Question) -> bool:
    known = {word.text for word in previous.words}
    return bool(slot.names or slot.years) and all(word.text in known for word in slot.words)
