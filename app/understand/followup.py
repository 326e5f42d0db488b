"""Makes a question stand alone: what a follow-up leaves out is taken from the turns before it. No model.

A follow-up changes one slot of the question before ("còn Tân Uyên?", "thế năm 2021?", "kinh phí?"), asks more about
the same thing ("vì sao?", "họ học ở đâu?"), or points at something said ("cái thứ hai", "việc đó"). Each turn stands on
the one before as that was understood. A question that names its own subject inherits nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.understand import ellipsis
from app.understand.both import HALF, QUARTER, added_to, asked_of_both, grown_between, subject_of_both, thing_added
from app.understand.exchange import Exchange, about
from app.understand.going_back import corrected, taken_up_again
from app.understand.items import with_item_named
from app.understand.leans import Leaning, asks_only_aim
from app.understand.lexicon import Lexicon
from app.understand.parties import Known
from app.understand.question import Question, analyse
from app.understand.reference import (
    with_agent_named,
    with_quote_named,
    with_reference_named,
    with_thing_named,
    with_year_of_thing,
)
from app.understand.slots import with_years
from app.understand.standing import Standalone, Standing, sentence
from app.understand.which_report import Reference, asked_of_another, only_reference, reference_in
from index.syllables import fold, syllables

__all__ = ["FollowUps", "Standalone"]

TELLING = 2
"""Content words with which a follow-up says what is spoken of from then on."""


class FollowUps:
    """Resolves follow-ups within one conversation; keeps nothing between calls."""

    def __init__(self, lexicon: Lexicon, general_names: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._general = general_names  # folded names that the subject of a report already gives
        kinds: dict[str, frozenset[str]] = {}
        for kind, name in lexicon.places:
            kinds[name] = kinds.get(name, frozenset()) | {kind}
        self._leaning = Leaning(lexicon, general_names)
        self._exchange = Exchange(lexicon, Known(general_names, kinds))

    def resolve(self, question: str, earlier: Sequence[str], replies: Sequence[str] = ()) -> Standalone:
        """Return the question made to stand alone; ``earlier`` are the user's questions before it, oldest first.

        ``replies`` are the answers to them, as far as there are: what they list, name and date can be meant.
        """
        standings: list[Standing] = []
        for i, text in enumerate([*earlier, question]):
            if i < len(earlier) and ellipsis.is_chat(text):
                continue  # thanks are not spoken of
            standings.append(self._turn(text, standings, replies[:i]))
        *before, last = standings
        leant_on = [one for one in before if last.root and last.root in (one.root, one.asked)]
        return replace(last.standalone(), earlier=leant_on[-1].standalone() if leant_on else None)

    def _turn(self, text: str, standings: Sequence[Standing], replies: Sequence[str]) -> Standing:
        if not standings:
            return Standing(text)
        if both := _of_last_two(text, standings):
            return both
        if added := self._with_another(text, standings[-1]):
            return added
        if again := taken_up_again(text):
            subject, asked = again
            if before := self._spoken_of_before(subject, standings):
                return self._next(asked, before, ()) if asked else before
            return Standing(sentence(f"{subject}: {asked}" if asked else subject))
        if meant := corrected(text):
            text = meant if ellipsis.asks(meant) else f"còn {meant}?"
        return self._next(text, standings[-1], replies)

    def _with_another(self, text: str, before: Standing) -> Standing | None:
        """Return the question before for its last name and one that is added to it, where both are there."""
        thing = thing_added(text)
        names = analyse(before.asked, self._lexicon).names if thing else ()
        own = [name.text for name in names if name.key not in self._general and name.text in before.asked]
        if not own or len(analyse(thing, self._lexicon).names) != 1:
            return None
        last = max(own, key=before.asked.rindex)
        together = added_to(before.asked, last, thing)
        return before.with_asked(together) if together else None

    def _spoken_of_before(self, subject: str, standings: Sequence[Standing]) -> Standing | None:
        """Return the latest question that has the most of the words of a subject, or None where none has half."""
        wanted = set(syllables(fold(subject)))
        held = [len(wanted & set(syllables(fold(one.text)))) for one in standings]
        most = max(held)
        if 2 * most < len(wanted):
            return None
        return next(one for one, count in reversed(list(zip(standings, held, strict=True))) if count == most)

    def _next(self, text: str, before: Standing, replies: Sequence[str]) -> Standing:
        if not any(char.isalpha() for char in before.text) or ellipsis.is_chat(text):
            return Standing(text)
        if report := only_reference(text):
            return _asked_of_report(before, text, report)
        reply = replies[-1] if replies else ""
        said, other_topic = ellipsis.without_interjection(text)
        said = ellipsis.asks_more(said, before.asked)
        said = ellipsis.with_year_spoken_of(ellipsis.compared(said), f"{reply} {before.text}")
        opened = before.root or before.asked
        if named := with_thing_named(said, opened) or with_year_of_thing(said, opened):
            return Standing(sentence(ellipsis.without_link(named)))
        if quoted := with_quote_named(said, reply):
            return self._about_quoted(quoted, before)
        referred = with_item_named(said, replies, before.asked) or with_reference_named(said, reply, before.asked)
        said = referred or said
        current, previous = analyse(said, self._lexicon), analyse(before.text, self._lexicon)
        if other_topic or not self._leaning.leans(current, previous):
            return Standing(ellipsis.without_link(said))
        if referred and ellipsis.asks(said) and len(current.words) >= TELLING:
            return Standing(sentence(ellipsis.without_link(said)))
        if referred or asks_only_aim(said):
            return self._about_same(said, current, before, previous)
        changed = self._exchange.changed(said, before, previous) or self._exchange.roles_changed(said, before, previous)
        return changed or self._about_same(said, current, before, previous)

    def _about_same(self, said: str, current: Question, before: Standing, previous: Question) -> Standing:
        """Ask more about what was spoken of, in the year that is named now."""
        among = bool(before.root) and ellipsis.asks_among(said)
        ground = replace(before, within=before.asked) if among else self._ground(before)
        root, within = (
            with_years(part, previous.years, current.years, add=False) for part in (ground.root, ground.within)
        )
        asked = ellipsis.without_link(said)
        if full := ellipsis.with_figure_asked(asked, before.asked):
            return Standing(full, root, within)
        # What compares two years needs to be told of which figure.
        elliptic = not ellipsis.asks(asked) or ellipsis.compares(asked)
        return Standing(sentence(asked), root, within, elliptic)

    def _about_quoted(self, said: str, before: Standing) -> Standing:
        """Ask about what was quoted; only few words need what it was said of as well."""
        if len(analyse(said, self._lexicon).words) > TELLING:
            return Standing(sentence(said))
        return replace(self._ground(before), asked=sentence(said), elliptic=False)

    def _ground(self, before: Standing) -> Standing:
        """Return what is spoken of after a question: what it was about, and what it said of its own."""
        if not before.root:
            return about(before, before.asked)
        said = set(syllables(before.root))
        own = [word for word in analyse(before.asked, self._lexicon).words if not said.issuperset(word.syllables)]
        if len(own) < TELLING:
            return before
        if named := with_agent_named(before.asked, before.root):
            return Standing(named, root=named)
        return replace(before, within=before.asked)


def _of_last_two(text: str, standings: Sequence[Standing]) -> Standing | None:
    """Return what is asked of the last two questions together, where they differ in one thing alone."""
    if len(standings) < 2:
        return None
    earlier, latest = standings[-2:]
    for joined_of in (asked_of_both, grown_between):
        if (earlier.root, earlier.within) == (latest.root, latest.within):
            if joined := joined_of(text, earlier.asked, latest.asked, QUARTER if latest.root else HALF):
                return latest.with_asked(joined)
        elif not latest.root and (joined := joined_of(text, earlier.asked, latest.asked)):
            return Standing(joined)
    both = subject_of_both(text, earlier.root, latest.root, latest.asked) if earlier.asked == latest.asked else None
    return replace(latest, root=both[0], asked=both[1]) if both else None


def _asked_of_report(before: Standing, text: str, report: Reference) -> Standing:
    """Return the question before as asked of the report that a follow-up names and says no more."""
    if not before.root:
        return Standing(asked_of_another(before.asked, text, report))
    asked = asked_of_another(before.asked, text, report) if reference_in(before.asked) else before.asked
    return replace(before, root=asked_of_another(before.root, text, report), asked=asked)
