"""Makes as many passages as wanted out of real sentences: halves of two of them, with other figures. Embeds nothing."""

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.library import Library

SHORTEST, LONGEST = 40, 400
"""Characters of a sentence that is used."""
_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+|\n+")
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Source:
    """Real sentences, and real questions about some of them."""

    sentences: tuple[str, ...]
    questions: tuple[str, ...]

    def thinned(self, count: int) -> "Source":
        """Return it with at most so many sentences, evenly taken."""
        return Source(self.sentences[:: max(1, -(-len(self.sentences) // count))], self.questions)


def read_source(library: Library, questions: Sequence[str], files: Sequence[Path]) -> Source:
    """Read the sentences of a library and of files: text, or JSON in the form of SQuAD, whose questions count too."""
    texts, asked = [report.text for report in library.reports], list(questions)
    for path in files:
        if path.suffix == ".json":
            for paragraph in _paragraphs(path):
                texts.append(paragraph["context"])
                asked += [one["question"] for one in paragraph["qas"]]
        else:
            texts.append(path.read_text(encoding="utf-8"))
    pieces = (piece.strip() for text in texts for piece in _SENTENCE_END.split(text))
    kept = dict.fromkeys(piece for piece in pieces if SHORTEST <= len(piece) <= LONGEST and not piece.isupper())
    return Source(tuple(kept), tuple(dict.fromkeys(asked)))


def _paragraphs(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]  # JSON of others
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        yield from article["paragraphs"]


@dataclass(frozen=True, slots=True)
class Made:
    """A passage made of the beginning of one sentence and the end of another, by their numbers."""

    text: str
    first: int
    second: int


def made(source: Source, count: int, seed: int = 0, start: int = 0) -> Iterator[Made]:
    """Yield as many texts as wanted, the same ones for the same seed, numbered from ``start``."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret, and the same each time
    halves = [sentence.split() for sentence in source.sentences]
    for number in range(start, start + count):
        first, second = chance.randrange(len(halves)), chance.randrange(len(halves))
        words = [*halves[first][: len(halves[first]) // 2 + 1], *halves[second][len(halves[second]) // 2 :]]
        text = _FIGURE.sub(lambda _: str(chance.randrange(10)), " ".join(words))
        yield Made(f"{text} ({number})", first, second)
