"""Which syllables a typed one may have been meant for, and what each costs. Knows its neighbours, no whole question.

Costs are negative log-likelihoods beside those of the neighbours (``likelihood``): 0 for what stands there.
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from app.understand.gazetteer import spellings
from app.understand.lexicon import Lexicon
from app.understand.mistyped_places import MistypedPlaces
from app.understand.phonology import is_plain_syllable, is_syllable
from app.understand.slips import TONELESS, diacritics_cost, meant_letters
from app.understand.telex import decode_telex
from app.understand.typed import Typed
from index.syllables import fold, has_diacritics, normalise

KEPT_FOREIGN, DECODED, RESTORED = 4.0, 1.0, 0.0
"""Costs of a word that is no syllable, of Telex keys, and of a syllable without diacritics where all are without."""
REAL_WORD = 3.0
"""What it costs beside the slip that a syllable which exists was meant to be another one."""
SHORTEST = 2
"""An unknown word of so few letters is an abbreviation unless another one fits beside its neighbours."""
MET = 1.0
"""Occurrences of a syllable that is more than a rare word of the dictionary."""
RARE_IN_NAMES = 2.0
"""Occurrences of a syllable below which a part of a name is rather mistyped ("Hà Nộ") than another name."""
NAMES_NOTHING = 3.0
"""What a name of a known place costs less than one that is near it and names no place."""
CHOICES = 10
"""Candidates of a syllable that are looked at, the most common first."""


class Meant:
    """What may have been meant by a syllable, in the vocabulary of the reports. Built once; nothing changes after."""

    def __init__(self, lexicon: Lexicon, own_names: Collection[str]) -> None:
        """Take a vocabulary, and the folded names of the places that the reports are about."""
        self._lexicon = lexicon
        self._likelihood = lexicon.likelihood
        self._places = MistypedPlaces(lexicon.names.values(), own_names)

    def by(self, one: Typed, bare: bool) -> dict[str, float]:
        """Return the syllables that may have been meant, with what each costs; ``bare``: diacritics were left out."""
        token, valid = one.token, is_syllable(one.token)
        known = self._lexicon.knows(token)
        if one.is_numeral:
            return {token: 0.0}
        if one.is_acronym:
            return {self._acronym(one, bare): 0.0}
        settled = known and valid and not bare and self._stands_well(one)
        if settled or self._lexicon.variants.abbreviates(token):
            return {token: 0.0} | self.place(one)
        found = {token: 0.0 if valid or known else KEPT_FOREIGN}
        decoded = None if valid else decode_telex(token)
        if decoded and (self._fitting(one)(decoded) if one.in_name else self._likelihood.commonness(decoded) >= MET):
            # "Coon" is "côn" in Telex, and "con" with a key held too long, where that stands well beside "mấy".
            fits = self._fitting(one)
            return found | {form: cost for form, cost in self._mended(one).items() if fits(form)} | {decoded: DECODED}
        same_letters = self._lexicon.forms.get(fold(token), ())
        if bare and not has_diacritics(token):
            found |= dict.fromkeys((*self._commonest(same_letters), *_of_units(one)), RESTORED)
            if any(self._likelihood.commonness(form) >= MET for form in same_letters):
                return found | self.place(one)
        elif known or (valid and one.piece[0].isupper()):
            return found | self._real_words(one) | self.place(one)
        else:
            found |= {form: diacritics_cost(token, form) for form in same_letters if form != token}
        if not (one.piece[0].isupper() and (bare or is_plain_syllable(token))):
            found |= self._mended(one)
        return found | self.place(one)

    def place(self, one: Typed) -> dict[str, float]:
        """Return what makes a part of a name that of a place which the reports tell of: "Hà Ni" is "Hà Nội"."""
        if not one.in_name:
            return {}
        meant = self._slips(one.token, self._places.fitting(one.before, one.token, one.after), near_only=True)
        return {form: cost - NAMES_NOTHING for form, cost in meant.items()}

    def _acronym(self, one: Typed, bare: bool) -> str:
        written = normalise(self._lexicon.variants.with_bars(one.piece)) if bare else one.token
        return next(self._undoubled(one.token), written) if written == one.token else written

    def _undoubled(self, acronym: str) -> Iterator[str]:
        """Yield the known acronyms that an unknown one is with a key held too long: "VITMM"."""
        if self._lexicon.knows(acronym):
            return
        for i in range(1, len(acronym)):
            shorter = acronym[:i] + acronym[i + 1 :]
            if acronym[i] == acronym[i - 1] and self._lexicon.knows(shorter):
                yield shorter

    def _stands_well(self, one: Typed) -> bool:
        """Tell whether a syllable is known beside its neighbours."""
        meet = self._likelihood.meet
        return (not one.before or meet(one.before, one.token)) and (not one.after or meet(one.token, one.after))

    def _fitting(self, one: Typed) -> Callable[[str], bool]:
        """Return what tells if a syllable would be known beside a neighbour; in a name, beside another part of it.

        What is no syllable at all is no name either: "Lpng Biên".
        """
        names, meet, before, after = self._lexicon.name_pairs, self._likelihood.meet, one.before, one.after
        if one.in_name and is_syllable(one.token):
            return lambda syllable: (before, syllable) in names or (syllable, after) in names
        return lambda syllable: meet(before, syllable) or meet(syllable, after)

    def _real_words(self, one: Typed) -> dict[str, float]:
        """Return the syllables that one which exists may have been meant for: "hổ" for "hỗ" before "trợ"."""
        meant = self._slips(one.token, self._fitting(one), near_only=True)
        if one.in_name and has_diacritics(one.token):
            # A name may be spelled like no other: only a tone that was left out is put back.
            toneless = {
                form: cost for form, cost in meant.items() if fold(form) == fold(one.token) and cost <= TONELESS
            }
            rare = self._likelihood.commonness(one.token) < RARE_IN_NAMES
            others = {form: cost for form, cost in meant.items() if fold(form) != fold(one.token)}
            meant = toneless or (others if rare else {})
        return {form: REAL_WORD + cost for form, cost in meant.items()}

    def _mended(self, one: Typed) -> dict[str, float]:
        """Return the likeliest syllables that one which does not exist may have been meant for."""
        slips = self._slips(one.token, lambda _form: True)
        likely = sorted(slips, key=lambda form: slips[form] + self._likelihood.cost(None, form))[:CHOICES]
        likely = [] if one.in_name or len(one.token) <= SHORTEST else likely
        fitting = sorted(filter(self._fitting(one), slips), key=slips.__getitem__)[:CHOICES]
        return {form: slips[form] for form in (*likely, *fitting)}

    def _slips(self, token: str, wanted: Callable[[str], bool], *, near_only: bool = False) -> dict[str, float]:
        """Return the wanted syllables that a slip may have turned into this one, with what each slip costs."""
        plain, forms = fold(token), self._lexicon.forms
        return {
            form: slip + diacritics_cost(token, form)
            for letters, slip in (*meant_letters(plain, near_only=near_only).items(), (plain, 0.0))
            for form in forms.get(letters, ())
            if form != token and wanted(form)
        }

    def _commonest(self, forms: Sequence[str]) -> list[str]:
        return sorted(forms, key=self._likelihood.commonness, reverse=True)[:CHOICES]


def _of_units(one: Typed) -> Iterator[str]:
    """Yield the syllables that make a province, a district or a commune of two typed with capitals: "Da Nang"."""
    if one.piece[0].isupper():
        yield from (first for first, _ in spellings(one.token, one.after))
        yield from (second for _, second in spellings(one.before, one.token))
