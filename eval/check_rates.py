"""How many wrong answers the check catches and how many right ones it blames. Knows nothing of how it decides."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.check.sentences import check
from app.understand.lexicon import Lexicon
from eval.mutations import Mutation, MutationKind, mutations
from eval.written import Written

CHANGES: tuple[MutationKind, ...] = ("figure", "place", "year", "unit", "organisation")
"""The kinds of change of which at least 99 % must be caught; the others are harder and reported beside them."""
SEEDS = range(5)


@dataclass(frozen=True, slots=True)
class CheckRates:
    """What became of right answers and of the wrong ones made from them, each wrong one once."""

    right: int
    blamed: tuple[Written, ...]  # right answers that the check refuses
    made: Mapping[MutationKind, int]  # wrong answers by kind
    slipped: tuple[Mutation, ...]  # wrong answers that the check passes

    @property
    def blamed_share(self) -> float:
        """The share of right answers that are refused."""
        return len(self.blamed) / self.right

    def caught_share(self, kinds: Iterable[MutationKind]) -> float:
        """The share of the wrong answers of some kinds that are refused; 1 where none was made."""
        wanted = set(kinds)
        made = sum(count for kind, count in self.made.items() if kind in wanted)
        return 1 - sum(mutation.kind in wanted for mutation in self.slipped) / made if made else 1.0


def check_rates(
    answers: Sequence[Written], lexicon: Lexicon, contexts: Mapping[str, str], seeds: Iterable[int] = SEEDS
) -> CheckRates:
    """Check right answers and, for each seed, wrong ones made from them; raises ``ValueError`` without answers."""
    if not answers:
        raise ValueError("no right answers to check")
    blamed = [a for a in answers if not check(a.marked(a.sentence), a.offered, lexicon, contexts).passed]
    made: dict[MutationKind, int] = {}
    slipped = []
    for answer, mutation in _wrong(answers, list(seeds)):
        made[mutation.kind] = made.get(mutation.kind, 0) + 1
        if check(answer.marked(mutation.text), answer.offered, lexicon, contexts).passed:
            slipped.append(mutation)
    return CheckRates(len(answers), tuple(blamed), made, tuple(slipped))


def _wrong(answers: Sequence[Written], seeds: Sequence[int]) -> list[tuple[Written, Mutation]]:
    """Return the wrong answers, none twice."""
    found: dict[tuple[str, tuple[str, ...]], tuple[Written, Mutation]] = {}
    for answer in answers:
        quotes = [citation.quote for citation in answer.cited]
        for seed in seeds:
            for mutation in mutations(answer.sentence, quotes, seed):
                found.setdefault((mutation.text, tuple(quotes)), (answer, mutation))
    return list(found.values())
