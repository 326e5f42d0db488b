"""Checks written sentences against the quotes they cite. Knows no writer, no question and no search.

A sentence passes when its marks exist and the quotes behind them hold all it claims: figures, units, dates, names, what
belongs to what, and whether it is denied. In doubt it fails: a failed sentence is replaced, a wrong one would be read.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from app.check.objections import Fault, Objection, objections
from app.check.reading import gather, is_english
from app.models import Citation
from app.understand.lexicon import Lexicon
from corpus.sentences import split_sentences

_MARKS = re.compile(r"\s*\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]")
_LEADING_MARKS = re.compile(r"(?:\s*\[\d{1,3}(?:\s*,\s*\d{1,3})*\])+[.\s]*")
# A line that ends without a stop, a colon or a mark runs on, unless the next one opens an item of a list.
_LINE_BROKEN = re.compile(r"(?<=[^\s.!?…:;\]])[ \t]*\n(?=[ \t]*[^\s*+•\d-])")
_NO_CONTEXTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Verdict:
    """One sentence with its marks as written, which citations it names, and what is held against it."""

    sentence: str
    markers: tuple[int, ...]
    objections: tuple[Objection, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing is held against the sentence."""
        return not self.objections


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdicts on all sentences of a text, in order."""

    verdicts: tuple[Verdict, ...]

    @property
    def passed(self) -> bool:
        """Whether there is a sentence, and every sentence passed."""
        return bool(self.verdicts) and all(verdict.passed for verdict in self.verdicts)

    def faults(self) -> Counter[Fault]:
        """Return how many sentences have each fault; a sentence with two objections of one fault counts once."""
        return Counter(
            fault for verdict in self.verdicts for fault in {objection.fault for objection in verdict.objections}
        )


def check(
    text: str, citations: Sequence[Citation], lexicon: Lexicon, contexts: Mapping[str, str] = _NO_CONTEXTS
) -> Checked:
    """Check every sentence of a written text with ``[n]`` marks against the quotes it cites.

    ``contexts`` maps the id of a passage to the headings it stands under (``Passage.context``): "năm 2023" of a plan
    often stands only there. A line that ends with a colon shares the marks of the line after it.
    """
    by_marker = {citation.marker: citation for citation in citations}
    verdicts: list[Verdict] = []
    for sentence, markers in marked_sentences(text):
        cited = [by_marker[marker] for marker in markers if marker in by_marker]
        found: list[Objection] = []
        if not markers:
            found.append(Objection("no-citation", ""))
        found += [Objection("unknown-citation", f"[{marker}]") for marker in markers if marker not in by_marker]
        if cited:
            bare = _MARKS.sub("", sentence)
            english = is_english(bare)
            evidence = gather(cited, contexts, lexicon, english=english)
            found += objections(bare, evidence, lexicon, english=english)
        verdicts.append(Verdict(sentence, markers, tuple(found)))
    return Checked(tuple(verdicts))


def marked_sentences(text: str) -> list[tuple[str, tuple[int, ...]]]:
    """Return the sentences of a text, each with the citations it names.

    Marks after the full stop belong to the sentence before them.
    """
    sentences: list[str] = []
    for line in _LINE_BROKEN.sub(" ", text).splitlines():
        opened = False
        for span in split_sentences(line):
            piece = line[span.start : span.end]
            leading = _LEADING_MARKS.match(piece)
            if leading and opened:
                sentences[-1] += f" {leading.group().strip()}"
                piece = piece[leading.end() :]
            if re.search(r"\w", piece):
                sentences.append(piece)
                opened = True
    marked = [(sentence, _markers(sentence)) for sentence in sentences]
    for i in range(len(marked) - 2, -1, -1):
        sentence, markers = marked[i]
        if not markers and sentence.rstrip().endswith(":"):
            marked[i] = (sentence, marked[i + 1][1])
    return marked


def _markers(sentence: str) -> tuple[int, ...]:
    numbers = (int(number) for marks in _MARKS.findall(sentence) for number in marks.split(","))
    return tuple(dict.fromkeys(numbers))
