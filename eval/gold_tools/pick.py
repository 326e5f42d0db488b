"""Lets a person pick the evidence of a question from the reports. Knows nothing of the rest of the question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.messages import Language, say
from app.models import Turn
from corpus.library import Library
from corpus.models import Passage
from eval.gold_tools.terminal import Terminal
from eval.match import occurrences
from eval.models import Evidence
from eval.place_names import place_name

SHOWN = 8
"""Passages that are shown for a search."""
_GAP = re.compile(r"\s*(?:…|\.\.\.)\s*")


class Search(Protocol):
    """Finds passages for a question as the product understands it after some turns, best first."""

    def __call__(self, question: str, history: Sequence[Turn], k: int) -> Sequence[Passage]:
        """Return at most ``k`` passages."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """What a person works with: the terminal, the reports, a search over them."""

    terminal: Terminal
    library: Library
    search: Search
    language: Language = "vi"

    def say(self, key: str, **values: object) -> None:
        """Show a sentence of the catalogue."""
        self.terminal.tell(say(key, self.language, **values))

    def ask(self, key: str, **values: object) -> str:
        """Ask with a sentence of the catalogue until UTF-8 is typed; return it without white space around it."""
        while True:
            try:
                typed = self.terminal.ask(say(key, self.language, **values))
                typed.encode()  # a terminal of another encoding may also give halves of surrogate pairs
            except UnicodeError:
                self.say("gold.add.not-utf8")
            else:
                return typed.strip()

    def agreed(self, key: str, **values: object) -> bool:
        """Ask for yes or no until it is one of the two."""
        while True:
            typed = self.ask(key, **values).lower()
            if typed in ("c", "có", "co", "y", "yes"):
                return True
            if typed in ("k", "không", "khong", "n", "no"):
                return False
            self.say("gold.add.yes-or-no")


def cut(text: str, typed: str) -> tuple[int, int] | None:
    """Return where in a text the typed words stand, spaces and case aside; None where they do not.

    "đầu … cuối" means everything from the first words to the last, as short as it can be.
    """
    pieces = [re.escape(piece) for piece in _GAP.split(typed.strip()) if piece]
    spaced = [re.sub(r"(?:\\\s)+", r"\\s+", piece) for piece in pieces]
    found = re.search(".*?".join(spaced), text, re.IGNORECASE | re.DOTALL) if spaced else None
    return found.span() if found else None


def pick_evidence(desk: Desk, question: str, history: Sequence[Turn]) -> tuple[Evidence, ...]:
    """Return the evidence that a person picked, at least one; each quote stands exactly once in its place.

    Numbers pick from what is shown, "/…" searches other words, "mục I.3" shows a section, an empty line ends.
    """
    shown = _show(desk, desk.search(question, history, SHOWN))
    chosen: list[Evidence] = []
    while True:
        typed = desk.ask("gold.add.pick")
        numbers = re.findall(r"\d+", typed) if re.fullmatch(r"[\d\s,]+", typed) else []
        section = re.fullmatch(r"(?:mục|muc|section)\s+(\S+)", typed, re.IGNORECASE)
        if not typed and chosen:
            return tuple(chosen)
        if typed.startswith("/"):
            shown = _show(desk, desk.search(typed[1:].strip(), (), SHOWN)) if typed[1:].strip() else shown
        elif section:
            shown = _show(desk, _of_section(desk.library, section[1]))
        elif numbers and all(1 <= int(number) <= len(shown) for number in numbers):
            picked = [_trimmed(desk, shown[int(number) - 1]) for number in numbers]
            chosen += [evidence for evidence in picked if evidence not in chosen]
        else:
            desk.say("gold.add.pick-again" if chosen or typed else "gold.add.pick-one", count=len(shown))


def _of_section(library: Library, code: str) -> list[Passage]:
    return [passage for passage in library.passages() if passage.section.lower() == code.lower()]


def _show(desk: Desk, passages: Sequence[Passage]) -> Sequence[Passage]:
    if not passages:
        desk.say("gold.add.nothing-found")
    for number, passage in enumerate(passages, start=1):
        where = place_name(Evidence(passage.section, passage.footnote, ""), desk.language)
        desk.terminal.tell(f"  [{number}] {where}: {passage.text}")
    return passages


def _trimmed(desk: Desk, passage: Passage) -> Evidence:
    """Let a person keep a part of a sentence, until it stands exactly once in its place."""
    desk.terminal.tell(f"“{passage.text}”")
    while True:
        typed = desk.ask("gold.add.trim")
        span = cut(passage.text, typed) if typed else (0, len(passage.text))
        if span is None:
            desk.say("gold.add.trim-lost")
            continue
        evidence = Evidence(passage.section, passage.footnote, passage.text[span[0] : span[1]])
        # A whole sentence that a report repeats can be cut no longer: the check will name it.
        if len(occurrences(evidence, desk.library)) == 1 or not typed:
            return evidence
        desk.say("gold.add.trim-ambiguous")
