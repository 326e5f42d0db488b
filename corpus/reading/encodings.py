"""Finds text in TCVN3, VNI or VISCII and turns it into Unicode. Knows runs of text and fonts, not files.

The text decides, since font names lie: many a file set in ".VnTime" is Unicode. A stretch that is too short to decide
takes the verdict of its font's other text, or of its neighbours. Text in Unicode and in other languages stays.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from viparse import detect_text_encoding
from viparse.normalize.detector import NOT_VIETNAMESE, detect_encoding_by_content

from corpus.reading.capitals import is_capital_font, raise_capitals
from corpus.reading.charmaps import CHARMAPS, Encoding
from corpus.reading.spelling import syllable_share

Verdict = Encoding | Literal["unicode"]

SHORTEST = 24
"""Characters below which a stretch cannot tell its encoding by itself (viparse measured this on real documents)."""
_PLAIN_SHARE = 0.8
"""Share of well-formed syllables from which a stretch full of foreign words is still taken for Vietnamese."""
_LONG = 200
_LEAD = 0.1
"""How much better than every other table the likeliest has to spell in a stretch below ``_LONG`` characters."""
_SAMPLE = 20_000
_TELLING, _ONE_IN = 300, 20
"""Of the letters that TCVN3 writes with signs, one in twenty is ư (4.5 to 6.5 % in three documents)."""
_CLEAR_LEAD, _MANY = 0.3, 8
"""Lead and number of signs with which a table needs no likelihood of letters to be believed."""
_SURE_FONT = 0.95
"""Share of a font's text that must agree before the font speaks for its short stretches."""

_VIETNAMESE = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300\u0301\u0303\u0309\u0323]")
"""Letters that no legacy text shows: where one stands, the run is Unicode."""
_HIGH = re.compile(r"[\x80-\xff\u2212\u2219]|[\u2013-\u203a\u20ac\u2122\u0152-\u017e\u0192\u02c6\u02dc](?=\w)")
_SYMBOLS = re.compile(r"symbol|wingding|webding|dingbat", re.IGNORECASE)
_STRAY = re.compile(r"(?<=[A-Za-z])[¡-©«-´¶-¹»-¿÷\xad](?=[A-Za-z])")
_FONT = re.compile(r"^(?:[A-Z]{6}\+)?(?P<name>.*?)(?:[,-](?:Bold|Italic|BoldItalic|Regular))?$")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font; ``font`` is empty where it is not known."""

    text: str
    font: str = ""


@dataclass(frozen=True, slots=True)
class Converted:
    """A text in Unicode: the encodings found in it, how many characters were converted, how many stay unclear."""

    text: str
    encodings: tuple[Encoding, ...] = ()
    converted: int = 0
    unclear: int = 0


@dataclass(frozen=True, slots=True)
class ConvertedRuns:
    """What ``Converted`` says, for runs: ``blocks[i][j]`` is the text of the run that stood there."""

    blocks: tuple[tuple[str, ...], ...]
    encodings: tuple[Encoding, ...] = ()
    converted: int = 0
    unclear: int = 0


@dataclass
class _Stretch:
    """Runs of one block that follow each other and share their kind of font; ``verdict`` is None until decided."""

    block: int
    first: int
    runs: list[Run]
    verdict: Verdict | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def font(self) -> str:
        return font_name(self.runs[0].font)


def font_name(font: str) -> str:
    """Return the name of a font without the tag of its subset and its style ("BADEPR+.VnTimeH,Bold": ".VnTimeH")."""
    match = _FONT.match(font)
    return match["name"] if match else font


def encoding_of_font(font: str) -> Encoding | None:
    """Return what the name of a font promises: a hint for short text, no proof."""
    name = font_name(font).lower()
    if name.startswith((".vn", "vntime", "vnarial")):
        return "tcvn3"
    if name.startswith("vni"):
        return "vni"
    return "viscii" if name.startswith(("viscii", "vi ")) else None


def to_unicode(text: str) -> Converted:
    """Turn plain text into Unicode line by line. Bytes that are no UTF-8 are to be decoded as Latin-1 before."""
    lines = text.split("\n")
    found = runs_to_unicode([[Run(line)] for line in lines])
    return Converted("\n".join(line[0] for line in found.blocks), found.encodings, found.converted, found.unclear)


def runs_to_unicode(blocks: Sequence[Sequence[Run]]) -> ConvertedRuns:
    """Turn the runs of the blocks (paragraphs, cells) of a document into Unicode; each run keeps its place."""
    stretches = [stretch for index, block in enumerate(blocks) for stretch in _stretches(index, block)]
    for stretch in stretches:
        stretch.verdict = _own_verdict(stretch)
    _settle(stretches)
    texts = [[run.text for run in block] for block in blocks]
    counts: Counter[Encoding] = Counter()
    for stretch in stretches:
        if stretch.verdict is None or stretch.verdict == "unicode":
            continue
        converted, count = _convert(stretch, stretch.verdict)
        texts[stretch.block][stretch.first : stretch.first + len(converted)] = converted
        counts[stretch.verdict] += count
    unclear = sum(len(_STRAY.findall("".join(block))) for block in texts) + _lost(texts, counts["tcvn3"])
    names = tuple(encoding for encoding, count in counts.most_common() if count)
    return ConvertedRuns(tuple(tuple(block) for block in texts), names, counts.total(), unclear)


def _lost(texts: list[list[str]], converted: int) -> int:
    """Estimate how many letters ư of TCVN3 a program dropped for soft hyphens, where not one of them is left."""
    if converted < _TELLING or any("ư" in text or "Ư" in text for block in texts for text in block):
        return 0
    return converted // _ONE_IN


def _kind(run: Run) -> str:
    """Return what must not be mixed in one stretch: Unicode text, symbols, fonts of different promises."""
    if _SYMBOLS.search(run.font):
        return "symbols"
    return "unicode" if _VIETNAMESE.search(run.text) else encoding_of_font(run.font) or "other"


def _stretches(index: int, block: Sequence[Run]) -> list[_Stretch]:
    """Cut a block where the kind of its runs changes; runs of symbols are left out."""
    found: list[_Stretch] = []
    before = ""
    for position, run in enumerate(block):
        kind = _kind(run)
        if kind == before and found:
            found[-1].runs.append(run)
        elif kind != "symbols":
            found.append(_Stretch(index, position, [run], "unicode" if kind == "unicode" else None))
        before = kind
    return found


def _own_verdict(stretch: _Stretch) -> Verdict | None:
    """Return what the text says of itself; None where it says too little."""
    text = stretch.text
    if stretch.verdict or len(text) < SHORTEST or not _HIGH.search(text):
        return stretch.verdict
    shares = {name: syllable_share(text, charmap.convert(text)) for name, charmap in CHARMAPS.items()}
    best = max(CHARMAPS, key=lambda name: shares[name])
    others = max(share for name, share in shares.items() if name != best)
    if shares[best] >= _PLAIN_SHARE and shares[best] - others >= _CLEAR_LEAD and len(_HIGH.findall(text)) >= _MANY:
        return best
    found = detect_encoding_by_content(text, {name: charmap.pairs for name, charmap in CHARMAPS.items()})
    for name in CHARMAPS:
        if name == found.encoding:
            rival = max(share for other, share in shares.items() if other != name)
            lead = 0.0 if len(text) >= _LONG else _LEAD
            return name if shares[name] - rival >= lead else None
    if found.method != NOT_VIETNAMESE:
        return None
    return best if shares[best] >= _PLAIN_SHARE else "unicode"


def _settle(stretches: list[_Stretch]) -> None:
    """Give every undecided stretch a verdict: its font's, the document's where nothing is decided, its neighbours'."""
    said: dict[str, Counter[Verdict]] = {}
    for stretch in stretches:
        if stretch.verdict and _HIGH.search(stretch.text):
            said.setdefault(stretch.font, Counter())[stretch.verdict] += len(stretch.text)
    fallback = None if said else _of_whole(stretches)
    decided = [index for index, stretch in enumerate(stretches) if stretch.verdict]
    for index, stretch in enumerate(stretches):
        if stretch.verdict:
            continue
        guess = _of_font(stretch.font, said) or fallback or _of_neighbours(index, stretches, decided)
        stretch.verdict = guess if _agrees(stretch, guess) else None


def _of_whole(stretches: list[_Stretch]) -> Verdict | None:
    """Return what all the text is where no stretch says enough; where tables spell it alike, the commonest of them."""
    text = " ".join(stretch.text for stretch in stretches if not stretch.verdict)[:_SAMPLE]
    found = _own_verdict(_Stretch(0, 0, [Run(text)]))
    if found or len(text) < SHORTEST or not detect_text_encoding(text):
        return found
    return max(CHARMAPS, key=lambda name: syllable_share(text, CHARMAPS[name].convert(text)))


def _of_font(font: str, said: dict[str, Counter[Verdict]]) -> Verdict | None:
    """Return what the longer text in the same font is; where there is none, what the font's name promises."""
    known = said.get(font)
    if font and known:
        verdict, most = known.most_common(1)[0]
        return verdict if most >= _SURE_FONT * known.total() else None
    return encoding_of_font(font)


def _of_neighbours(index: int, stretches: list[_Stretch], decided: list[int]) -> Verdict | None:
    """Return the verdict of the nearest stretch that decided by itself, the earlier of two as near."""
    at = bisect_left(decided, index)
    near = decided[max(at - 1, 0) : at + 1]
    return stretches[min(near, key=lambda other: abs(other - index))].verdict if near else None


def _agrees(stretch: _Stretch, guess: Verdict | None) -> bool:
    """Hold a guess against the text: what it changes has to become syllables, save where signs stand inside words."""
    if guess is None or guess == "unicode" or not _HIGH.search(stretch.text) or _STRAY.search(stretch.text):
        return True
    converted = CHARMAPS[guess].convert(stretch.text)
    return syllable_share(stretch.text, converted) >= 0.5


def _convert(stretch: _Stretch, encoding: Encoding) -> tuple[list[str], int]:
    """Convert a stretch and deal the letters out to its runs; a letter goes where its first character stood."""
    charmap, joined = CHARMAPS[encoding], stretch.text
    pieces: list[list[str]] = [[] for _ in stretch.runs]
    owners = [number for number, run in enumerate(stretch.runs) for _ in run.text]
    position = count = 0
    for match in charmap.sequences.finditer(joined):
        for at in range(position, match.start()):
            pieces[owners[at]].append(joined[at])
        pieces[owners[match.start()]].append(charmap.letter(match.group()))
        position, count = match.end(), count + 1
    for at in range(position, len(joined)):
        pieces[owners[at]].append(joined[at])
    texts = ["".join(piece) for piece in pieces]
    if encoding != "tcvn3":
        return texts, count
    drawn = [t.upper() if is_capital_font(font_name(r.font)) else t for t, r in zip(texts, stretch.runs, strict=True)]
    return raise_capitals(drawn), count
