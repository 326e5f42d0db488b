"""Puts diacritics back and mends typing errors, from the vocabulary of the reports. Knows nothing of meaning.

A noisy channel: each syllable may have been another one of the vocabulary; the path whose neighbours the reports know
best is taken (Viterbi 1967 over pairs of syllables). Where a syllable has diacritics and is a word, nothing is changed.
"""

import itertools
import math
import re
from dataclasses import dataclass

from app.understand.lexicon import Lexicon
from app.understand.phonology import is_plain_syllable, is_syllable
from app.understand.telex import decode_telex
from index.syllables import fold, has_diacritics, normalise

_TOKEN = re.compile(r"[^\W\d_]+|[\W\d_]+", re.UNICODE)
KEEP, RESTORE, DECODE, EDIT, RETONE = 0.0, 0.3, 0.5, 2.0, 2.5
"""Costs (negative log-likelihoods, chosen by hand on dev questions) of the ways a syllable came to be typed."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    syllable: str
    cost: float


def _edits(token: str) -> set[str]:
    """Return what is one insertion, deletion, replacement or swap away from a folded token (Norvig 2007)."""
    splits = [(token[:i], token[i:]) for i in range(len(token) + 1)]
    found = {left + right[1:] for left, right in splits if right}
    found |= {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    letters = "abcdeghiklmnopqrstuvxy"
    found |= {left + letter + right[1:] for left, right in splits if right for letter in letters}
    return found | {left + letter + right for left, right in splits for letter in letters}


class Speller:
    """Restores a question to the spelling of the reports."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def restore(self, question: str) -> str:
        """Return the question with diacritics put back and typing errors mended; names and case of the rest stay."""
        shouted = len(question) > 12 and question.upper() == question
        pieces = _TOKEN.findall(question.lower() if shouted else question)
        words = [i for i, piece in enumerate(pieces) if piece[0].isalpha()]
        bare = not has_diacritics(question)
        lattice = [self._candidates(pieces[i], bare) for i in words]
        neighbours = [
            bool(pieces[left + 1 : right] and pieces[left + 1].isspace()) for left, right in itertools.pairwise(words)
        ]
        for i, syllable in zip(words, self._best_path(lattice, neighbours), strict=True):
            if normalise(pieces[i]) != syllable:
                pieces[i] = _cased_like(pieces[i], syllable)
        return "".join(pieces)

    def _candidates(self, piece: str, bare: bool) -> list[_Candidate]:
        """Return the syllables that may have been meant, with what each costs."""
        token = normalise(piece)
        known = self._lexicon.knows(token)
        if _is_acronym(piece) or (known and not bare):
            return [_Candidate(token, KEEP)]
        valid = is_syllable(token)
        same_letters = self._lexicon.forms.get(fold(token), [])
        found = {token: KEEP if known or valid else EDIT + 1.0}
        if not has_diacritics(token):
            found |= {form: KEEP if form == token else RESTORE for form in same_letters}
        elif not (valid and piece[0].isupper()):  # a name may be spelled like no other word
            found |= dict.fromkeys(same_letters, RETONE if valid else RESTORE)
        decoded = None if valid else decode_telex(token)
        if decoded:
            found[decoded] = DECODE
        elif not same_letters and len(token) > 2 and not (piece[0].isupper() and not bare):
            reach = EDIT + (RETONE if is_plain_syllable(token) else 0.0)
            for form in (form for edited in _edits(fold(token)) for form in self._lexicon.forms.get(edited, [])):
                found.setdefault(form, reach)
        return [_Candidate(syllable, cost) for syllable, cost in found.items()]

    def _step_cost(self, left: str | None, right: str) -> float:
        """Return the cost of a syllable after another: low for a pair the reports know, moderate for a known one."""
        pair = self._lexicon.pair_count(left, right) if left else 0
        single = self._lexicon.counts[right] + (2 if right in self._lexicon.spoken else 0)
        return -math.log(0.02 + 8.0 * pair / (pair + 2.0) + 0.15 * single / (single + 5.0))

    def _best_path(self, lattice: list[list[_Candidate]], neighbours: list[bool]) -> list[str]:
        if not lattice:
            return []
        best = [{c.syllable: (c.cost + self._step_cost(None, c.syllable), "") for c in lattice[0]}]
        for position, candidates in enumerate(lattice[1:]):
            side_by_side = neighbours[position]
            column: dict[str, tuple[float, str]] = {}
            for c in candidates:
                column[c.syllable] = min(
                    (cost + c.cost + self._step_cost(left if side_by_side else None, c.syllable), left)
                    for left, (cost, _) in best[-1].items()
                )
            best.append(column)
        path = [min(best[-1], key=lambda syllable: best[-1][syllable][0])]
        for column in reversed(best[1:]):
            path.append(column[path[-1]][1])
        return path[::-1]


def _is_acronym(piece: str) -> bool:
    return len(piece) > 1 and piece.isupper() and not is_plain_syllable(piece)


def _cased_like(typed: str, syllable: str) -> str:
    if len(typed) > 1 and typed.isupper():
        return syllable.upper()
    return syllable.capitalize() if typed[0].isupper() else syllable
