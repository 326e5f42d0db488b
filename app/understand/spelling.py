"""Puts diacritics back and mends typing errors, from the vocabulary of the reports. Knows nothing of meaning.

A noisy channel: each syllable may have been another one of the vocabulary; the path whose neighbours are likeliest is
taken (Viterbi 1967 over pairs of syllables). A syllable that stands well beside its neighbours is left alone.
"""

import re
from collections.abc import Collection, Sequence

from app.understand.asked import END, FIGURE, NAME
from app.understand.chat_style import written_in_full
from app.understand.gazetteer import in_unit
from app.understand.language import is_english
from app.understand.lexicon import Lexicon
from app.understand.meant import Meant
from app.understand.phonology import is_folded_syllable
from app.understand.sense import Sense
from app.understand.shouting import is_shouted, softened, with_names
from app.understand.typed import Typed, typed_at
from index.syllables import fold, has_diacritics, normalise, syllables

_TOKEN = re.compile(r"[^\W\d_]+|[\W\d_]+", re.UNICODE)
SHARE_TYPED = 0.2
"""Where fewer syllables than this share have diacritics, they were left out on purpose."""
SPELLED, NAME_SPELLED, UNIT_SPELLED = 2.0, 4.0, 2.0
"""What two syllables with capitals cost at most where they are side by side in a name; and how much less they cost
where the name is of the reports, or of another place."""


class Speller:
    """Restores a question to the spelling of the reports."""

    def __init__(self, lexicon: Lexicon, own_names: Collection[str] = ()) -> None:
        """Take a vocabulary, and the folded names of the places that the reports are about."""
        self._lexicon = lexicon
        self._likelihood = lexicon.likelihood
        self._sense = Sense(lexicon.passages)
        self._meant = Meant(lexicon, own_names)
        placed = (syllables(name.text) for name in lexicon.names.values() if name.place)
        self._placed = frozenset((parts[-2], parts[-1]) for parts in placed if len(parts) > 1)

    def restore(self, question: str) -> str:
        """Return the question with diacritics put back and typing errors mended; names and case of the rest stay."""
        if not is_shouted(question):
            return self._with_places(question) if is_english(question) else self._restored(question)
        names = [name.text for name in self._lexicon.names.values()]
        small = with_names(softened(question, self._lexicon.variants.abbreviates), names)
        return small if is_english(small) else with_names(self._restored(small), names)

    def _with_places(self, question: str) -> str:
        """Mend only the names of places, in a question whose words are of another language."""
        pieces = _TOKEN.findall(question)
        for i, piece in enumerate(pieces):
            meant = self._meant.place(typed_at(pieces, i)) if piece[0].isalpha() else {}
            if meant:
                pieces[i] = _cased_like(piece, min(meant, key=meant.__getitem__))
        return "".join(pieces)

    def _restored(self, question: str) -> str:
        pieces = [part for piece in _TOKEN.findall(written_in_full(question)) for part in self._apart(piece)]
        words = [i for i, piece in enumerate(pieces) if piece[0].isalpha()]
        typed = [typed_at(pieces, i) for i in words]
        bare = sum(map(has_diacritics, (one.token for one in typed))) < SHARE_TYPED * len(typed)
        plain = [fold(one.token) for one in typed]
        lattice = [self._weighed(self._meant.by(one, bare), plain, i) for i, one in enumerate(typed)]
        for i, one, syllable in zip(words, typed, self._best_path(lattice, typed), strict=True):
            if one.token != syllable:
                pieces[i] = _cased_like(pieces[i], syllable)
        return "".join(pieces)

    def _apart(self, piece: str) -> list[str]:
        """Put back a space that was left out between two syllables that are known side by side: "doanhnghiệp"."""
        token = normalise(piece)
        if len(token) < 5 or not token.isalpha() or is_folded_syllable(fold(token)) or self._lexicon.knows(token):
            return [piece]
        for i in range(2, len(token) - 1):
            left, right = token[:i], token[i:]
            for first in self._spellings(left):
                if any(self._likelihood.meet(first, second) for second in self._spellings(right)):
                    return [piece[:i], " ", piece[i:]]
        return [piece]

    def _spellings(self, letters: str) -> Sequence[str]:
        return (letters,) if has_diacritics(letters) else self._lexicon.forms.get(letters, ())

    def _best_path(self, lattice: list[dict[str, float]], typed: Sequence[Typed]) -> list[str]:
        if not lattice:
            return []
        step = self._likelihood.cost
        best: list[dict[str, tuple[float, str]]] = []
        for candidates, one in zip(lattice, typed, strict=True):
            column: dict[str, tuple[float, str]] = {}
            beside = one.before not in ("", FIGURE)
            after = one.after if one.after in (FIGURE, END) else ""
            cheapest = min((total, left) for left, (total, _) in best[-1].items()) if best else (0.0, "")
            for syllable, cost in candidates.items():
                cost += step(syllable, after) if after else 0.0
                if not best or not beside:
                    column[syllable] = (cheapest[0] + cost + step(one.before or None, syllable), cheapest[1])
                else:
                    column[syllable] = min(
                        (total + cost + self._beside(one, before, left, syllable), left)
                        for left, (total, before) in best[-1].items()
                    )
            best.append(column)
        path = [min(best[-1], key=lambda syllable: best[-1][syllable][0])]
        for column in reversed(best[1:]):
            path.append(column[path[-1]][1])
        return path[::-1]

    def _weighed(self, candidates: dict[str, float], plain: Sequence[str], at: int) -> dict[str, float]:
        """Add what the words around say of candidates that look alike without diacritics."""
        alike = [form for form in candidates if fold(form) == plain[at]]
        if len(alike) < 2:
            return candidates
        return candidates | {
            form: candidates[form] + cost for form, cost in zip(alike, self._sense.costs(alike, plain, at), strict=True)
        }

    def _beside(self, one: Typed, before: str, left: str, syllable: str) -> float:
        """Return what a syllable costs after the two that come before it.

        After a name comes what comes after names: after "Hà Nội" "tăng", though "nội tạng" is a word.
        """
        cost = self._likelihood.cost
        left = NAME if (before, left) in self._placed else left
        following = cost(left, syllable) - self._likelihood.run_discount(before, left, syllable)
        if one.begins_name:
            named = cost(left, NAME) + cost(None, syllable)
            return min(following, named) if False else named
        if not (one.in_name and one.joins):
            return following
        if (left, syllable) in self._lexicon.name_pairs:
            return min(following, SPELLED) - NAME_SPELLED
        if in_unit(left, syllable, large=one.second):
            return min(following, SPELLED) - UNIT_SPELLED
        return following


def _cased_like(typed: str, syllable: str) -> str:
    if len(typed) > 1 and typed.isupper():
        return syllable.upper()
    return syllable.capitalize() if typed[0].isupper() else syllable
