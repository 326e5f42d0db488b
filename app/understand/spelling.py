"""Puts diacritics back and mends typing errors, from the vocabulary of the reports. Knows nothing of meaning.

A noisy channel: each syllable may have been another one of the vocabulary; the path whose neighbours are likeliest is
taken (Viterbi 1967 over pairs of syllables). A syllable that stands well beside its neighbours is left alone.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.understand.chat_style import written_in_full
from app.understand.language import is_english
from app.understand.lexicon import Lexicon
from app.understand.likelihood import FIGURE
from app.understand.phonology import is_folded_syllable, is_plain_syllable, is_syllable
from app.understand.shouting import is_shouted, softened, with_names
from app.understand.slips import TONELESS, diacritics_cost, meant_letters
from app.understand.telex import decode_telex
from index.syllables import fold, has_diacritics, normalise, syllables

_TOKEN = re.compile(r"[^\W\d_]+|[\W\d_]+", re.UNICODE)
KEPT_FOREIGN, DECODED, RESTORED = 4.0, 1.0, 0.0
"""Costs of a word that is no syllable, of Telex keys, and of a syllable without diacritics where all are without."""
REAL_WORD = 3.0
"""What it costs beside the slip that a syllable which exists was meant to be another one."""
SHARE_TYPED = 0.2
"""Where fewer syllables than this share have diacritics, they were left out on purpose."""
SHORTEST = 2
"""An unknown word of so few letters is an abbreviation unless another one fits beside its neighbours."""
MET = 1.0
"""Occurrences of a syllable that is more than a rare word of the dictionary."""
RARE_IN_NAMES = 2.0
"""Occurrences of a syllable below which a part of a name is rather mistyped ("Hà Nộ") than another name."""
ASKING = frozenset("nào gì ai đâu mấy nhiêu sao không chưa".split())
ASKS = 5.0
"""What a word that asks costs less where none was typed: "gửi tới những nơi no?"."""
CHOICES = 10
"""Candidates of a syllable that are looked at, the most common first."""


@dataclass(frozen=True, slots=True)
class _Typed:
    """A syllable as typed, with those on its sides ("" where none stands beside it; "0" for a figure)."""

    piece: str
    token: str
    before: str
    after: str
    opens: bool

    @property
    def in_name(self) -> bool:
        """Tell whether a capital inside the sentence says that this is part of a name."""
        return self.piece[0].isupper() and not self.opens


class Speller:
    """Restores a question to the spelling of the reports."""

    def __init__(self, lexicon: Lexicon, own_names: Collection[str] = ()) -> None:
        """Take a vocabulary, and the folded names of the places that the reports are about."""
        self._lexicon = lexicon
        self._likelihood = lexicon.likelihood
        spelled = (syllables(name.text) for key, name in lexicon.names.items() if key in own_names)
        self._own_pairs = frozenset(pair for parts in spelled for pair in pairwise(parts))

    def restore(self, question: str) -> str:
        """Return the question with diacritics put back and typing errors mended; names and case of the rest stay."""
        if not is_shouted(question):
            return question if is_english(question) else self._restored(question)
        names = [name.text for name in self._lexicon.names.values()]
        small = with_names(softened(question, self._lexicon.variants.abbreviates), names)
        return small if is_english(small) else with_names(self._restored(small), names)

    def _restored(self, question: str) -> str:
        pieces = [part for piece in _TOKEN.findall(written_in_full(question)) for part in self._apart(piece)]
        words = [i for i, piece in enumerate(pieces) if piece[0].isalpha()]
        typed = [_in_place(pieces, i) for i in words]
        bare = sum(map(has_diacritics, (one.token for one in typed))) < SHARE_TYPED * len(typed)
        lattice = [self._candidates(one, bare) for one in typed]
        if not ASKING & {one.token for one in typed}:
            lattice = [_rather_asking(candidates) for candidates in lattice]
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

    def _candidates(self, one: _Typed, bare: bool) -> dict[str, float]:
        """Return the syllables that may have been meant, with what each costs."""
        token, valid = one.token, is_syllable(one.token)
        known = self._lexicon.knows(token)
        if (
            _is_acronym(one.piece)
            or self._lexicon.variants.abbreviates(token)
            or (known and valid and not bare and self._stands_well(one))
        ):
            return {token: 0.0}
        found = {token: 0.0 if valid or known else KEPT_FOREIGN}
        decoded = None if valid else decode_telex(token)
        if decoded and (self._fitting(one)(decoded) if one.in_name else self._likelihood.commonness(decoded) >= MET):
            # "Coon" is "côn" in Telex, and "con" with a key held too long, where that stands well beside "mấy".
            fits = self._fitting(one)
            return found | {form: cost for form, cost in self._mended(one).items() if fits(form)} | {decoded: DECODED}
        same_letters = self._lexicon.forms.get(fold(token), ())
        if bare and not has_diacritics(token):
            found |= dict.fromkeys(self._commonest(same_letters), RESTORED)
            if any(self._likelihood.commonness(form) >= MET for form in same_letters):
                return found
        elif known or (valid and one.piece[0].isupper()):
            return found | self._real_words(one) | self._own_name(one)
        else:
            found |= {form: diacritics_cost(token, form) for form in same_letters if form != token}
        if not (one.piece[0].isupper() and (bare or is_plain_syllable(token))):
            found |= self._mended(one)
        return found | self._own_name(one)

    def _stands_well(self, one: _Typed) -> bool:
        """Tell whether a syllable is known beside its neighbours."""
        meet = self._likelihood.meet
        return (not one.before or meet(one.before, one.token)) and (not one.after or meet(one.token, one.after))

    def _fitting(self, one: _Typed) -> Callable[[str], bool]:
        """Return what tells if a syllable would be known beside a neighbour; in a name, beside another part of it."""
        pairs = self._lexicon.name_pairs if one.in_name else self._likelihood.pairs
        before, after = one.before, one.after
        return lambda syllable: (before, syllable) in pairs or (syllable, after) in pairs

    def _real_words(self, one: _Typed) -> dict[str, float]:
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

    def _own_name(self, one: _Typed) -> dict[str, float]:
        """Return what makes a part of a name that of a place which the reports are about: "Hà Ni" is "Hà Nội".

        Other places are left as they are typed: one slip makes "Tân Yên" of "Tân Uyên", and both are districts.
        """
        if not one.in_name:
            return {}
        pairs, before, after = self._own_pairs, one.before, one.after
        return self._slips(one.token, lambda form: (before, form) in pairs or (form, after) in pairs, near_only=True)

    def _mended(self, one: _Typed) -> dict[str, float]:
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

    def _best_path(self, lattice: list[dict[str, float]], typed: Sequence[_Typed]) -> list[str]:
        if not lattice:
            return []
        step, known = self._likelihood.cost, self._likelihood.run_discount
        best: list[dict[str, tuple[float, str]]] = []
        for candidates, one in zip(lattice, typed, strict=True):
            column: dict[str, tuple[float, str]] = {}
            beside = one.before not in ("", FIGURE)
            after = FIGURE if one.after == FIGURE else ""
            cheapest = min((total, left) for left, (total, _) in best[-1].items()) if best else (0.0, "")
            for syllable, cost in candidates.items():
                cost += step(syllable, after) if after else 0.0
                if not best or not beside:
                    column[syllable] = (cheapest[0] + cost + step(one.before or None, syllable), cheapest[1])
                else:
                    column[syllable] = min(
                        (total + cost + step(left, syllable) - known(before, left, syllable), left)
                        for left, (total, before) in best[-1].items()
                    )
            best.append(column)
        path = [min(best[-1], key=lambda syllable: best[-1][syllable][0])]
        for column in reversed(best[1:]):
            path.append(column[path[-1]][1])
        return path[::-1]


def _rather_asking(candidates: dict[str, float]) -> dict[str, float]:
    """Make what asks likelier among what may have been meant: a question mostly has a word that asks."""
    return {form: cost - (ASKS if form in ASKING else 0.0) for form, cost in candidates.items()}


def _in_place(pieces: list[str], i: int) -> _Typed:
    return _Typed(
        pieces[i],
        normalise(pieces[i]),
        _neighbour(pieces, i - 1, i - 2),
        _neighbour(pieces, i + 1, i + 2),
        not any(piece[0].isalpha() for piece in pieces[:i]),
    )


def _neighbour(pieces: list[str], gap: int, beyond: int) -> str:
    """Return the syllable that stands one space away, "0" for a figure, or "" where a mark or nothing does."""
    if not 0 <= gap < len(pieces):
        return ""
    between = pieces[gap]
    if between.isspace():
        return normalise(pieces[beyond]) if 0 <= beyond < len(pieces) else ""
    nearest = between.rstrip()[-1] if beyond < gap else between.lstrip()[0]
    return FIGURE if nearest.isdigit() else ""


def _is_acronym(piece: str) -> bool:
    return len(piece) > 1 and piece.isupper() and not is_plain_syllable(piece)


def _cased_like(typed: str, syllable: str) -> str:
    if len(typed) > 1 and typed.isupper():
        return syllable.upper()
    return syllable.capitalize() if typed[0].isupper() else syllable
