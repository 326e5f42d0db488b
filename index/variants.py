"""Brings two ways of writing one thing to one: abbreviations, units, names of things. Never used on a quotation.

Abbreviations are learned from the reports themselves (GTVT stands for four words of the report that begin so); the
table holds only what initials cannot give.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from index.initials import Clauses, Initials, clauses_of
from index.syllables import fold, normalise

# Official abbreviations and spellings (Nghị định 30/2020/NĐ-CP, Phụ lục III; usual practice of state offices).
_FIXED: dict[str, str] = {
    "tw": "trung ương",
    "ttg": "thủ tướng",
    "tp": "thành phố",
    "tx": "thị xã",
    "dn": "doanh nghiệp",
    "bv": "bệnh viện",
    "gd": "giáo dục",
    "đt": "đào tạo",
    "kh": "kế hoạch",
    "nxb": "nhà xuất bản",
    "đh": "đại học",
    "sp": "sản phẩm",
    "đv": "đơn vị",
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "htx": "hợp tác xã",
    "gtvt": "giao thông vận tải",
    "antt": "an ninh trật tự",
    "vhttdl": "văn hóa thể thao du lịch",
    "vhtt": "văn hóa thể thao",
    "gdđt": "giáo dục đào tạo",
    "khđt": "kế hoạch đầu tư",
    "nnptnt": "nông nghiệp phát triển nông thôn",
    "thpt": "trung học phổ thông",
    "thcs": "trung học cơ sở",
    "yhct": "y học cổ truyền",
    "qltt": "quản lý thị trường",
    "qpan": "quốc phòng an ninh",
    "csgt": "cảnh sát giao thông",
    "hs": "học sinh",
    "gv": "giáo viên",
    "cp": "cổ phần",
    "tnhh": "trách nhiệm hữu hạn",
}
_PHRASES: tuple[tuple[str, str], ...] = (
    ("bn", "bao nhiêu"),
    ("ko", "không"),
    ("đc", "được"),
    ("vs", "với"),
    ("héc ta", "ha"),
    ("héc-ta", "ha"),
    ("hecta", "ha"),
    ("hec ta", "ha"),
    ("ki lô gam", "kg"),
    ("kilogam", "kg"),
    ("ki-lô-gam", "kg"),
    ("cây số vuông", "km2"),
    ("ki lô mét vuông", "km2"),
    ("ki-lô-mét vuông", "km2"),
    ("kilomet vuông", "km2"),
    ("km²", "km2"),
    ("mét vuông", "m2"),
    ("m²", "m2"),
    ("mét khối", "m3"),
    ("m³", "m3"),
    ("cây số", "km"),
    ("ki lô mét", "km"),
    ("ki-lô-mét", "km"),
    ("kilômét", "km"),
    ("kilomet", "km"),
    ("mét", "m"),
    ("thủ đô", "Hà Nội"),
    ("vaccine", "vắc xin"),
    ("vắc-xin", "vắc xin"),
    ("vacxin", "vắc xin"),
    ("virus", "vi rút"),
    ("cấp hai", "trung học cơ sở"),
    ("cấp 2", "trung học cơ sở"),
    ("cấp ba", "trung học phổ thông"),
    ("cấp 3", "trung học phổ thông"),
    ("cấp một", "tiểu học"),
    ("cấp 1", "tiểu học"),
    ("trang web", "website"),
    ("qua mạng", "trực tuyến"),
    ("online", "trực tuyến"),
    ("cây thuốc", "cây dược liệu"),
    ("hanoi", "Hà Nội"),
    ("uỷ ban", "ủy ban"),
    ("quý 1", "quý I"),
    ("quý 2", "quý II"),
    ("quý 3", "quý III"),
    ("quý 4", "quý IV"),
    ("quý một", "quý I"),
    ("quý hai", "quý II"),
    ("quý ba", "quý III"),
    ("quý tư", "quý IV"),
    ("quý bốn", "quý IV"),
)
# Abbreviations that are also Vietnamese syllables: only capitals make them one.
_CAPITALS_ONLY: dict[str, str] = {"ca": "công an", "cb": "cán bộ"}
_ACRONYM = re.compile(r"\b[A-ZĐ](?:[A-ZĐ]|&)+[A-ZĐ]?\b")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


_WRITTEN_FOR_PHRASES = frozenset(word for _, written in _PHRASES for word in _WORD.findall(normalise(written)))


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the normalised words of some texts."""
    raw = {word for text in texts for word in _WORD.findall(text)}
    return frozenset(map(normalise, raw))


def acronyms_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the acronyms of some texts as they are written."""
    return frozenset(acronym for text in texts for acronym in _ACRONYM.findall(text))


def _initials(syllables: list[str]) -> str:
    return "".join(syllable[0] for syllable in syllables)


@dataclass(frozen=True, slots=True)
class Shortened:
    """What some texts tell of abbreviations: those they use, those they say the words of, and all their words."""

    acronyms: tuple[str, ...]
    said: tuple[tuple[str, str], ...]  # "ttkn" and "trung tâm khuyến nông", in order
    clauses: Clauses


def shortened(texts: Iterable[str]) -> Shortened:
    """Read what texts tell of abbreviations."""
    texts = list(texts)
    acronyms = dict.fromkeys(acronym for text in texts for acronym in _ACRONYM.findall(text))
    return Shortened(tuple(acronyms), tuple(pair for text in texts for pair in _said(text)), clauses_of(texts))


class Variants:
    """The variants of a set of texts. ``expansions`` maps a normalised abbreviation to what it stands for."""

    def __init__(self, texts: Iterable[str] = (), read: Sequence[Shortened] | None = None) -> None:
        """Take texts, or what was ``read`` of them part by part."""
        parts = [shortened(texts)] if read is None else read
        self._initials = Initials(part.clauses for part in parts)
        self._own = frozenset(_key(acronym) for part in parts for acronym in part.acronyms)
        said = {short: words for part in parts for short, words in part.said}
        self.expansions = {**_FIXED, **_learned(self._own, self._initials), **said}
        self._phrases = dict(_PHRASES)
        self._phrase_pattern = _any_of(self._phrases)
        self._pattern = _any_of(self.expansions)

    def written_out(self, text: str) -> str:
        """Return the text with abbreviations written out and one word for one thing; case and the rest stay."""
        spelled = _ACRONYM.sub(lambda match: self._resolve(match.group()), unicodedata.normalize("NFC", text))
        spelled = self._phrase_pattern.sub(lambda match: self._phrases[match.group().lower()], spelled)
        return self._pattern.sub(lambda match: self.expansions[_key(match.group())], spelled)

    @property
    def spoken_forms(self) -> tuple[str, ...]:
        """What people call things that the reports call otherwise: "thủ đô", "cây số"."""
        return tuple(phrase for phrase in self._phrases if " " in phrase and phrase[0].isalpha())

    def abbreviates(self, word: str) -> bool:
        """Tell whether a normalised word stands for others: "ubnd", "ko"."""
        return word in self.expansions or word in self._phrases

    def with_bars(self, acronym: str) -> str:
        """Return an acronym that was typed without diacritics as it is written: "HDND" is "HĐND"; an unknown one stays.

        What the table or the reports know goes before words of the reports that happen to begin with its letters.
        """
        if _key(acronym) in self.expansions or _key(acronym) in self._own:
            return acronym
        barred = ["".join(letters) for letters in product(*({"D": "DĐ", "d": "dđ"}.get(one, one) for one in acronym))]
        known = [one for one in barred if _key(one) in self.expansions or _key(one) in self._own]
        return next(iter([*known, *(one for one in barred if self._resolve(one) != one), acronym]))

    def canonical(self, text: str) -> str:
        """Return the text for matching: written out and normalised."""
        return normalise(self.written_out(text))

    def readings(self, texts: Iterable[str]) -> dict[str, str]:
        """Return all that decides how some texts are written out: each acronym of theirs and each abbreviation known.

        A text is written out as before where no word of it is read otherwise than before.
        """
        acronyms = {acronym for text in texts for acronym in _ACRONYM.findall(text)}
        return {**self._phrases, **self.expansions, **{acronym: self._resolve(acronym) for acronym in sorted(acronyms)}}

    def readings_of(self, words: Collection[str], acronyms: Iterable[str]) -> dict[str, str]:
        """Return all that decides how a text is written out which has these normalised words and these acronyms."""
        read = {acronym: self._resolve(acronym) for acronym in acronyms}
        said = {word for written in read.values() for word in _WORD.findall(normalise(written))}
        known = said.union(_WRITTEN_FOR_PHRASES, words)
        return {**read, **{word: written for word, written in self.expansions.items() if word in known}}

    def _resolve(self, acronym: str) -> str:
        """Write an acronym out: by the table, else by the only words of the reports that begin with its letters."""
        key = _key(acronym)
        if key in self.expansions:
            return self.expansions[key]
        if key in _CAPITALS_ONLY:
            return _CAPITALS_ONLY[key]
        # A short run of letters that the reports use as a name of its own is left alone.
        return acronym if key in self._own else self._initials.phrase(key) or acronym


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<![\w&])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w&])", re.IGNORECASE)


def mentions(words: Iterable[str]) -> Callable[[str], bool]:
    """Return a test whether a text has one of some words, in letters of any size; no words are in no text."""
    chosen = sorted(set(words))
    pattern = _any_of(chosen) if chosen else None
    return lambda text: pattern is not None and pattern.search(text) is not None


def _key(acronym: str) -> str:
    return normalise(acronym).replace("&", "")


LEARNED_LENGTH = 4
"""Shorter acronyms of a report meet the initials of unrelated words too often ("PNS" in "PNS Travel")."""


def _learned(own: frozenset[str], initials: Initials) -> dict[str, str]:
    """Learn the acronyms whose words the reports also write out."""
    long = (key for key in sorted(own) if len(key) >= LEARNED_LENGTH)
    return {key: phrase for key in long if (phrase := initials.phrase(key))}


def _said(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a text says itself: "Full name (ABC)", "(sau đây gọi tắt là ABC)"."""
    for match in re.finditer(r"\((?:sau đây (?:gọi tắt|viết tắt) là\s+)?(?P<short>[A-ZĐ&]{2,8})\)", text):
        short = _key(match["short"])
        words = _WORD.findall(normalise(text[max(0, match.start() - 80) : match.start()]))[-len(short) :]
        if fold(_initials(words)) == fold(short):
            yield short, " ".join(words)
