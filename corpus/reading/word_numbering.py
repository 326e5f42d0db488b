"""Counts Word's automatic numbering and writes it as it is shown: "I.", "1.2.", "a)", "-". Knows nothing of text."""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from corpus.reading.numerals import numeral
from corpus.reading.word_styles import Styles
from corpus.reading.word_xml import is_on, q, value

_PLACE = re.compile(r"%([1-9])")
_PLUS = ("+", "\uf02b")  # the second is how the font Symbol writes it


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: first number, form of the numeral, and the text around it ("%1.%2.")."""

    start: int
    form: str
    text: str
    digits_only: bool  # w:isLgl: the numerals of the levels above are shown in digits
    restarts: bool  # counts anew after an item of a level above


@dataclass
class Lists:
    """The lists of a document and how far each has counted; paragraphs have to be given in reading order."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by number id
    abstract: dict[str, str] = field(default_factory=dict)  # number id -> the list that it counts on
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)  # number id -> level -> first number
    of_style: dict[tuple[str, str], int] = field(default_factory=dict)  # number id, style -> level
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    met: set[tuple[str, int]] = field(default_factory=set)

    def shown(self, paragraph: _Element, styles: Styles) -> str:
        """Count a paragraph and return what is shown before it, "" where it has no number."""
        number, said, style = styles.numbering(paragraph)
        if number is None or number not in self.levels:
            return ""
        depth = self.of_style.get((number, style or ""), 0) if said is None else _whole(said, 0)
        level = self.levels[number].get(depth)
        if level is None:
            return ""
        self._count(number, depth)
        if level.form == "bullet":
            return "+" if level.text.strip() in _PLUS else "-"
        return _PLACE.sub(lambda match: self._numeral(number, int(match[1]) - 1, level), level.text).strip()

    def _count(self, number: str, depth: int) -> None:
        counters = self.counters.setdefault(self.abstract[number], {})
        first = self.restarts.get(number, {}).get(depth)
        if first is not None and (number, depth) not in self.met:
            counters[depth] = first
        elif depth in counters:
            counters[depth] += 1
        else:
            counters[depth] = self.levels[number][depth].start
        self.met.add((number, depth))
        for deeper in [d for d in counters if d > depth]:
            level = self.levels[number].get(deeper)
            if level is None or level.restarts:
                del counters[deeper]

    def _numeral(self, number: str, depth: int, shown: Level) -> str:
        level = self.levels[number].get(depth)
        if level is None:
            return ""
        count = self.counters[self.abstract[number]].get(depth, level.start)
        return numeral(count, "decimal" if shown.digits_only else level.form)


def _whole(text: str | None, otherwise: int) -> int:
    """Return a number of the file, or another where it has none or a damaged one."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _level(element: _Element) -> Level:
    form = value(element.find(q("w:numFmt"))) or "decimal"
    text = value(element.find(q("w:lvlText"))) or ""
    restart = value(element.find(q("w:lvlRestart")))
    return Level(
        _whole(value(element.find(q("w:start"))), 1),
        form,
        text,
        bool(is_on(element.find(q("w:isLgl")))),
        restart != "0",
    )


def _levels(element: _Element) -> dict[int, Level]:
    levels = element.findall(q("w:lvl"))
    return {_whole(value(level, "w:ilvl"), 0): _level(level) for level in levels}


def read_lists(root: _Element | None) -> Lists:
    """Return the lists of a document, none where it has no part for them."""
    lists = Lists()
    if root is None:
        return lists
    abstract = {value(one, "w:abstractNumId") or "": one for one in root.findall(q("w:abstractNum"))}
    by_style = {value(one.find(q("w:styleLink"))): one for one in abstract.values()}
    for one in root.findall(q("w:num")):
        number = value(one, "w:numId") or ""
        base = abstract.get(value(one.find(q("w:abstractNumId"))) or "")
        if base is None:
            continue
        linked = value(base.find(q("w:numStyleLink")))
        base = by_style.get(linked, base) if linked else base
        lists.abstract[number] = value(base, "w:abstractNumId") or ""
        lists.levels[number] = _levels(base)
        for level in base.findall(q("w:lvl")):
            if style := value(level.find(q("w:pStyle"))):
                lists.of_style[number, style] = _whole(value(level, "w:ilvl"), 0)
        _override(lists, number, one)
    return lists


def _override(lists: Lists, number: str, element: _Element) -> None:
    for override in element.findall(q("w:lvlOverride")):
        depth = _whole(value(override, "w:ilvl"), 0)
        level = override.find(q("w:lvl"))
        if level is not None:
            lists.levels[number][depth] = _level(level)
        start = value(override.find(q("w:startOverride")))
        if start is not None:
            lists.restarts.setdefault(number, {})[depth] = _whole(start, 1)
