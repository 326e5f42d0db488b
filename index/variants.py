"""Brings two ways of writing one thing to one: abbreviations, units, names of things. Never used on a quotation.

Abbreviations are learned from the reports themselves (GTVT stands for four words of the report that begin so); the
table holds only what initials cannot give.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

from index.initials import Initials
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
    ("cây số", "km"),
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
)
# Abbreviations that are also Vietnamese syllables: only capitals make them one.
_CAPITALS_ONLY: dict[str, str] = {"ca": "công an", "cb": "cán bộ"}
_ACRONYM = re.compile(r"\b[A-ZĐ](?:[A-ZĐ]|&)+[A-ZĐ]?\b")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


def _initials(syllables: list[str]) -> str:
    return "".join(syllable[0] for syllable in syllables)


class Variants:
    """The variants of a set of texts. ``expansions`` maps a normalised abbreviation to what it stands for."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        texts = list(texts)
        self._initials = Initials(texts)
        self._own = frozenset(_key(acronym) for text in texts for acronym in _ACRONYM.findall(text))
        self.expansions = {**_FIXED, **_learn(texts, self._own, self._initials)}
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

    def canonical(self, text: str) -> str:
        """Return the text for matching: written out and normalised."""
        return normalise(self.written_out(text))

    def readings(self, texts: Iterable[str]) -> dict[str, str]:
        """Return all that decides how some texts are written out: each acronym of theirs and each abbreviation known.

        A text is written out as before where no word of it is read otherwise than before.
        """
        acronyms = {acronym for text in texts for acronym in _ACRONYM.findall(text)}
        return {**self._phrases, **self.expansions, **{acronym: self._resolve(acronym) for acronym in sorted(acronyms)}}

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


def _learn(texts: list[str], own: frozenset[str], initials: Initials) -> dict[str, str]:
    """Learn "Full name (ABC)", "(sau đây gọi tắt là ABC)", and acronyms whose words the reports also write out."""
    long = (key for key in own if len(key) >= LEARNED_LENGTH)
    learned = {key: phrase for key in long if (phrase := initials.phrase(key))}
    for text in texts:
        for match in re.finditer(r"\((?:sau đây (?:gọi tắt|viết tắt) là\s+)?(?P<short>[A-ZĐ&]{2,8})\)", text):
            short = _key(match["short"])
            words = _WORD.findall(normalise(text[max(0, match.start() - 80) : match.start()]))[-len(short) :]
            if fold(_initials(words)) == fold(short):
                learned[short] = " ".join(words)
    return learned
