"""Finds the documents that a text names: by number, year and issuer, or by what they are about. Answers nothing.

Numbers match loosely: "114/2003", "114", "114/NĐ-CP" all mean Nghị định 114/2003/NĐ-CP, "40/2000/TT-BTC" what signs
itself "40/2000/TT/BTC".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.across.facets import Facets, Facetted, folded_number
from app.understand.which_report import Head, Reference, heads_in, references_in
from index.syllables import TOKEN, fold

SHORTEST_OFFICE = 3
"""Fewest letters of a sign that tell an office: "SYT"; fewer tell what kind of document it is."""
FEWEST_WORDS, FEWEST_OF_OTHERS = 2, 4
"""Syllables of a title that name a rule, and any other document: "kế hoạch đầu tư" may be any plan."""
LONGEST_NAME = 16
"""Syllables of a title that are looked for."""
_ABOUT = re.compile(r"\s+(?:(?:quy định|hướng dẫn)\s+)?về(?:\s+việc)?\s+", re.IGNORECASE)
_OF = re.compile(r"\s+(?:của|do)\s+", re.IGNORECASE)
_YEAR = re.compile(r"\s+(?P<year>(?:năm\s+)?(?:19|20)\d\d)(?![\d/]|[-–.,]\d)", re.IGNORECASE)
_YEAR_PART = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Named:
    """The documents that a text names by ``said``; none where the library does not hold what is named."""

    said: Reference
    meant: tuple[Facets, ...]


class Naming:
    """Tells which documents are named. Holds nothing of any text."""

    def __init__(self, facetted: Facetted) -> None:
        self._phrase = facetted.phrase

    def named(self, text: str, pool: Sequence[Facets]) -> Named | None:
        """Return what a text names, rather what the pool holds than what it does not; None where it names nothing."""
        references = references_in(text)
        for said in reversed(references):
            if meant := tuple(one for one in pool if self._fits(one, said)):
                end = max(self._end_of_name(text, said.end, one, numbered=True) for one in meant)
                return Named(replace(said, end=end), meant)
        return self._by_subject(text, pool) or (Named(references[-1], ()) if references else None)

    def _by_subject(self, text: str, pool: Sequence[Facets]) -> Named | None:
        """Return the documents whose title a text says after their type: "Nghị định về đăng ký kinh doanh"."""
        best: tuple[int, Named] | None = None
        for head in heads_in(text):
            of_kind = [one for one in pool if fold(head.kind) in one.kinds]
            least = FEWEST_WORDS if head.rule or fold(head.kind).startswith("bang") else FEWEST_OF_OTHERS
            runs = [(self._run(text, head.end, one), one) for one in of_kind]
            longest, end = max((run for run, _ in runs), default=(0, head.end))
            alone = least == FEWEST_WORDS and self._tells(text[head.end : end], longest)
            if not (longest >= least or alone) or (best and longest <= best[0]):
                continue
            meant = tuple(one for (words, _), one in runs if words == longest)
            best = longest, self._called_so(text, head, meant)
        return best[1] if best else None

    def _called_so(self, text: str, head: Head, meant: Sequence[Facets]) -> Named:
        end = max(self._end_of_name(text, head.end, one) for one in meant)
        said = Reference(head.kind, "", "", "", head.start, head.noun, end)
        year = _YEAR.match(text, end)
        if year is None:
            return Named(said, tuple(meant))
        digits = year["year"][-4:]
        fitting = tuple(one for one in meant if digits in _years(one) or digits in one.titles)
        # "Quy chế … năm 2024" may ask of 2024; "quy chế 2024" names another one.
        if fitting or year["year"] == digits:
            return Named(replace(said, year=digits, end=year.end()), fitting)
        return Named(said, tuple(meant))

    def _end_of_name(self, text: str, start: int, one: Facets, *, numbered: bool = False) -> int:
        """Return where the name of a document ends that goes on with its title and its issuer.

        After a number only "về …" and "của …" go on with it: "Theo Nghị định 114, cán bộ xã …".
        """
        about = _ABOUT.match(text, start)
        words, end = self._run(text, start, one) if about or not numbered else (0, start)
        end = end if self._tells(text[start:end], words) else start
        while about and end > start and (more := self._run(text, end, one))[0] >= FEWEST_WORDS:
            end = more[1]
        if link := _OF.match(text, end):
            words, after = self._run(text, link.end() - 1, one)
            end = after if words >= FEWEST_WORDS else end
        return end

    @staticmethod
    def _tells(said: str, words: int) -> bool:
        """Tell whether so many words of a title name it; an abbreviation does alone."""
        return words >= FEWEST_WORDS or (words == 1 and said.isupper() and len(said.strip()) > SHORTEST_OFFICE - 1)

    def _run(self, text: str, start: int, one: Facets) -> tuple[int, int]:
        """Return how many syllables from a place on stand side by side in title or issuer, and where they end."""
        about = _ABOUT.match(text, start)
        begin = about.end() if about else start
        if not text[begin:][:1].isspace() and not about:
            return 0, start
        tokens = list(TOKEN.finditer(text, begin))[:LONGEST_NAME]
        for count in range(len(tokens), 0, -1):
            if self._phrase(text[begin : tokens[count - 1].end()]) in f"{one.titles}{one.subject}":
                return count, tokens[count - 1].end()
        return 0, start

    def _fits(self, one: Facets, said: Reference) -> bool:
        if not _of_kind(one, said.kind):
            return False
        if said.year and said.year not in _years(one) and said.year not in one.number:
            return False
        if said.issuer and not self._issued(one, said.issuer):
            return False
        return not said.number or is_numbered(one, said)

    def _issued(self, one: Facets, issuer: str) -> bool:
        """Tell whether a report is of an office: its name, a part of it, or its letters in the sign ("BC-SYT")."""
        phrase = self._phrase(issuer)
        if set(phrase.split()) <= set(one.issuer.split()) or phrase in one.subject:
            return True
        words = fold(issuer).split()
        initials = "".join(word[0] for word in words)
        return not one.issuer.strip() and any(
            len(part) >= SHORTEST_OFFICE
            and initials.startswith(part)
            and set(words[len(part) :]) <= set(one.subject.split())
            for part in one.sign
        )


def _years(one: Facets) -> frozenset[str]:
    """Return the years that a document may be called by: a report by those it reports on, a rule by its issue too."""
    reports = not one.kinds or "bao cao" in one.kinds
    return one.years if reports else one.years | {one.issued}


def _of_kind(one: Facets, kind: str) -> bool:
    """Tell whether a document may be called so; a table of figures is a report too, and what has no type may be any."""
    folded = fold(kind)
    return not one.kinds or any(own.startswith(folded) for own in one.kinds) or (folded == "bao cao" and one.is_table)


def is_numbered(one: Facets, said: Reference) -> bool:
    """Tell whether a document has a number as cited: the number itself, and of the rest all that is cited."""
    number, *rest = _parts(folded_number(said.number))
    own, *own_rest = _parts(one.number) or [""]
    if number.lstrip("0") != own.lstrip("0"):
        return False
    years = {part for part in rest if _YEAR_PART.fullmatch(part)}
    others = set(rest) - years
    in_number = {part for part in own_rest if _YEAR_PART.fullmatch(part)}
    return others <= set(own_rest) and years <= (in_number or {one.issued})


def _parts(number: str) -> list[str]:
    return [part for part in re.split(r"[-/.]", number) if part]
