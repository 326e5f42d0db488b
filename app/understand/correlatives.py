"""Words that come in twos far from each other in a sentence: "cả trâu lẫn dê". Knows no report and no neighbours.

A noisy channel sees neighbours only: without diacritics "lẫn" is "lần" to it, whatever came before.
"""

from collections.abc import Sequence

from index.syllables import fold

TOGETHER = 3.0
"""What each of two such words costs less where the other one is there."""
CORRELATIVES: tuple[tuple[str, str], ...] = tuple(
    (first, second)
    for first, seconds in {
        "cả": "lẫn",
        "cộng": "với và lẫn",
        "gấp": "lần",
        "ngoài": "ra",
        "nếu": "thì",
        "từ": "đến tới",
        "trừ": "còn",
    }.items()
    for second in seconds.split()
)


def correlated(typed: Sequence[str], at: int) -> frozenset[str]:
    """Return what a typed word is if it goes with another one of the sentence, typed with diacritics or not."""
    plain, before, after = fold(typed[at]), typed[:at], typed[at + 1 :]
    return frozenset(
        [first for first, second in CORRELATIVES if fold(first) == plain and _there(second, after)]
        + [second for first, second in CORRELATIVES if fold(second) == plain and _there(first, before)]
    )


def _there(word: str, typed: Sequence[str]) -> bool:
    return word in typed or fold(word) in typed
