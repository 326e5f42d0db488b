"""What a question asks: names, years, figures, the kind of thing wanted. Knows the language, not the evidence."""

import re
from dataclasses import dataclass
from typing import Literal

from app.understand.function_words import FUNCTION_WORDS
from app.understand.language import is_english
from app.understand.lexicon import Lexicon
from app.understand.names import Name, capitalised_names, opens_name
from app.understand.phonology import is_folded_syllable
from app.understand.places import TOLD_APART
from app.understand.plural import with_plural_told
from app.understand.times import times_asked, years_asked
from app.understand.words import Word, content_words, opens_with_noun
from index.syllables import fold, normalise, syllables

Kind = Literal["effect", "figure", "date", "reason", "list", "entity", "yes-no"]

# "Sao … lại không …?" asks why; "ra sao", "thì sao", "làm sao" do not.
WHY = (
    r"\b(?:vì sao|tại sao|cớ sao|vì (?:lẽ|cớ) (?:gì|nào)|lý do|nguyên nhân|(?:do|vì|bởi|nhờ) đâu|vì chuyện gì|why)\b"
    r"|(?<!ra )(?<!thì )(?<!làm )(?<!vì )(?<!tại )\bsao (?:lại|không|chưa|mà|cứ|vẫn)\b"
    r"|(?:^\W*|, |\b(?:thế|vậy|mà) )sao (?:\w+ ){0,16}?(?:lại|cứ|vẫn|mãi|hoài)\b"
    r"|^\W*sao (?!cho\b)[^?.,;]+ (?:thế|vậy|dữ vậy)\W*$"
)
"""Questions for a cause, as a pattern over canonical text."""
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "effect",
        re.compile(
            r"\b(?:(?:tác dụng|tác động|ý nghĩa|lợi ích|ích lợi|hiệu quả) (?:gì|nào|ra sao|thế nào)|lợi gì|"
            r"(?:đem|mang) lại (?:[^\W\d_]+ ){0,2}(?:gì|nào)|(?:để )?được (?:cái )?gì(?=\W*$)|"
            r"giúp (?:ích )?(?:được )?gì(?=\W*$)|dẫn (?:đến|tới) (?:điều |cái )?gì)(?!\w)"
        ),
    ),
    (
        "reason",
        re.compile(rf"{WHY}|\b(?:dựa vào đâu|căn cứ vào đâu|mục đích|nhằm|để làm gì)\b"),
    ),
    (
        "date",
        re.compile(
            r"\b(?:khi nào|bao giờ|lúc nào|hôm nào|when|(?<!mỗi )(?<!một )ngày bao nhiêu|ngày tháng)\b"
            r"|\b(?<!mỗi )(?<!một )(?<!từng )(?:ngày|tháng|năm|quý|thời gian|thời điểm) (?:nào|mấy)\b"
        ),
    ),
    (
        "figure",
        re.compile(
            # "Mấy trang web nào", "mấy việc gì" ask which ones.
            r"\b(?:bao nhiêu|mấy(?! (?:[^\W\d_]+ ){1,3}(?:nào|gì)\b)|số lượng|tổng số|con số|how many|how much)\b"
            r"|\b(?:diện tích|kinh phí|tỷ lệ|khối lượng|số tiền|doanh thu|sản lượng)\b"
        ),
    ),
    (
        "list",
        re.compile(
            r"\b(?:kể|nêu)(?: (?:giúp|cho|ra|rõ|hộ|hết|lại|tôi|mình|em|với|đủ|đầy)){1,4} (?:những|các)\b"
            r"|\b(?:liệt kê|kể tên|nêu tên|kể ra|gồm (?:những )?(?:gì|ai)|những gì|những ai|list|which|ở đâu|gồm)\b"
            r"|\b(?:những|các)\b[^?.]{1,60}\b(?:nào|gì)\b|\b(?:tên|danh sách) (?:các|những)\b"
        ),
    ),
    ("entity", re.compile(r"\b(?:ai|(?<!thế )nào|gì|đâu|who|what|tên)\b")),
    (
        "yes-no",
        re.compile(
            r"\b(?:phải không|đúng không|hay không|hay chưa|có phải)\b|\b(?:không|chưa)\s*(?:ạ|vậy|nhỉ|hả)?\s*\W*$"
        ),
    ),
)
# "How" wants no kind of thing; "thì sao?" asks again what was asked before.
_MANNER = re.compile(r"(?<!thì )\b(?:ra sao|thế nào)\b")
_PLACE = re.compile(
    r"\b(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)\s+"
    r"(?P<first>[^\W\d_]+)\s+(?P<second>[^\W\d_]+)(?:\s+(?P<third>[^\W\d_]+))?",
    re.UNICODE,
)
_LETTERS = re.compile(r"[^\W_]+", re.UNICODE)
_THIS_REPORT = re.compile(r"\b(?:báo cáo|văn bản|tài liệu)(?: này| trên)?(?=\W|$)", re.IGNORECASE)
_POLITE = re.compile(
    r"\b(?:(?:kính |xin |trân trọng )?(?:đề nghị|mong|nhờ|vui lòng)(?: anh| chị| cơ quan)?|xin|hãy|làm ơn)?\s*"
    r"(?:cho (?:tôi |mình |em |chúng tôi )?(?:biết|hỏi)|cung cấp thông tin(?: về)?)\b"
    # "… được nhắc tới trong những việc gì?" asks for whatever names it.
    r"|\b(?:(?:được|có|bị) )?(?:nhắc|đề cập|nói) (?:tới|đến)\b(?= (?:trong|ở) (?:những|các)|\W*$)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:sang năm|năm (?:sau|tới|kế tiếp|tiếp theo|ngoái|nay)|dự kiến|sắp tới|thời gian tới)\b", re.IGNORECASE
)
# The unit of a figure says nothing of what is measured; whether it stands there is judged elsewhere.
_UNIT = re.compile(
    r"\b(?:bao nhiêu|mấy)\s+(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)(?:\s+đồng)?|đồng|ha|m2|km|km2|kg|tấn|tạ|lít|phần trăm)(?!\w)",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\b(?!thế nào|như thế)([^\W\d_]+(?: [^\W\d_]+)?) (?:nào|gì)\b", re.UNICODE)
_FRAME = re.compile(r"^\W*trong (?!(?:năm|tháng|quý|kỳ|đó|số đó)\b)[^,?;:]{4,100},\s+(?=[^,?;:]*\b(?:bao nhiêu|mấy)\b)")
_COUNTED = re.compile(r"\b(?:bao nhiêu|mấy)\s+((?:[^\W\d_]+\s+)?[^\W\d_]+)", re.UNICODE)


def _head(syllables_before: str, lexicon: Lexicon) -> str:
    """Return the noun before "nào": both syllables where they make one word ("xuất bản"), else the last ("bản")."""
    *_, last = parts = syllables_before.split()
    return " ".join(parts) if len(parts) == 1 or lexicon.is_word(*parts) else last


def _unit_forms(counted: str) -> list[str]:
    """Return the two syllables after "bao nhiêu" and the first alone: "con dê" and "con"."""
    first = counted.split()[0]
    return [counted, first] if first != counted else [counted]


@dataclass(frozen=True, slots=True)
class Question:
    """A question ready for search: ``text`` is shown and searched, ``asked`` is matched."""

    text: str
    focus: str
    asked: str  # the focus, written out and normalised
    words: tuple[Word, ...]
    names: tuple[Name, ...]
    required_names: tuple[Name, ...]  # those that the evidence must have; a follow-up's subject need not be repeated
    years: tuple[str, ...]
    times: tuple[str, ...]  # quarters, months, days, normalised: "quý i", "tháng 5", "14/12/2020"
    units: tuple[str, ...]  # what "bao nhiêu", "mấy" counts, canonical: "ha", "con dê", "chuyến"
    kinds: tuple[Kind, ...]
    background: frozenset[Word]  # words of the subject of a follow-up, which the answer need not repeat
    heads: tuple[str, ...]  # the nouns of "… nào": "huyện", "hội chợ", normalised
    english: bool

    @property
    def asks_names(self) -> bool:
        """Tell whether names or members of a list are wanted."""
        return "list" in self.kinds or "entity" in self.kinds

    def asks(self, kind: Kind) -> bool:
        """Tell whether this kind of thing is wanted."""
        return kind in self.kinds


def _names(text: str, canonical: str, lexicon: Lexicon) -> tuple[Name, ...]:
    """Collect the names: capitalised runs, names that the reports know, and what follows "huyện", "tỉnh"."""
    found = {name.key: name for name in capitalised_names(text, lexicon.joins, lexicon.names)}
    if is_english(text):
        # English capitalises common words too: only what can be Vietnamese syllables is taken for a name of its own.
        found = {key: name for key, name in found.items() if all(map(is_folded_syllable, key.split()))}
    matched = f" {' '.join(_LETTERS.findall(canonical))} "
    found |= {name.key: name for name in lexicon.named.within(matched) if not _only_counts(name)}
    for place in TOLD_APART if _typed_small(text) else ():
        if f" {place.lower()} " in matched:
            found.setdefault(fold(place), Name(fold(place), place, place=True))
    for match in _PLACE.finditer(canonical) if _typed_small(text) else ():
        first, second, third = match["first"], match["second"], match["third"] or ""
        guessed = fold(f"{first} {second}")
        if guessed not in found and _may_be_name(first, second, third, lexicon):
            found[guessed] = Name(guessed, f"{first} {second}".title(), place=True)
    inner = [key for key in found if any(key != other and f" {key} " in f" {other} " for other in found)]
    known = [found[key] for key in found if key not in inner]
    return tuple(lexicon.names.get(name.key, name) if not name.place else name for name in known)


def _only_counts(name: Name) -> bool:
    """Tell whether a name is but a word that tables write with a capital: "Cộng", "Mỗi"."""
    return all(syllable in FUNCTION_WORDS or syllable == "cộng" for syllable in syllables(name.text))


def _typed_small(text: str) -> bool:
    """Tell whether a text has no capitals but perhaps the first one, so that names in it can be typed small as well."""
    return not any(word[0].isupper() for word in _LETTERS.findall(text)[1:])


def _may_be_name(first: str, second: str, third: str, lexicon: Lexicon) -> bool:
    """Tell whether two syllables after "huyện" can be a name typed small: they make no common word with each other."""
    if {first, second} & (lexicon.spoken | FUNCTION_WORDS) or lexicon.occurs(first):
        return False
    unknown_word = not lexicon.is_word(first, second) and not lexicon.is_word(second, third)
    return unknown_word and opens_with_noun(f"{first} {second}")


def analyse(text: str, lexicon: Lexicon, focus: str | None = None, period: str | None = None) -> Question:
    """Read a question that stands alone (spelling mended, follow-up resolved).

    ``focus`` is the part of a resolved follow-up that is asked now; names and years of the rest only help to find.
    ``period`` is the year that "năm nay" means where reports are about one year.
    """
    asked = normalise(with_plural_told(focus or text))
    canonical = lexicon.variants.canonical(with_plural_told(text))
    canonical_focus = lexicon.variants.canonical(with_plural_told(focus)) if focus else canonical
    kinds = _kinds(asked, canonical_focus)
    if not kinds and not _MANNER.search(asked):
        kinds = _kinds(normalise(text), canonical)
    years = years_asked(asked, period) or years_asked(normalise(text), period)
    names = _names(text, canonical, lexicon)
    required = names if (alone := focus in (None, text)) else _names(focus or "", canonical_focus, lexicon)
    judged_elsewhere = {*years, *(syllable for name in names for syllable in syllables(name.text))}
    told = _POLITE.sub(" ", _RELATIVE.sub(" ", _THIS_REPORT.sub(" ", lexicon.official(text))))
    told = _UNIT.sub(" ", told)
    words = content_words(told, judged_elsewhere)
    return Question(
        text=text,
        focus=focus or text,
        asked=canonical_focus,
        words=words,
        names=names,
        required_names=required,
        years=years,
        times=times_asked(canonical_focus),
        units=tuple(dict.fromkeys(unit for match in _COUNTED.findall(canonical_focus) for unit in _unit_forms(match))),
        kinds=kinds,
        background=_framing(words, canonical, names) if alone else _background(words, canonical_focus),
        heads=tuple(dict.fromkeys(_head(match, lexicon) for match in _HEAD.findall(asked))),
        english=is_english(text),
    )


def _background(words: tuple[Word, ...], focus: str) -> frozenset[Word]:
    spoken = f" {' '.join(syllables(focus))} "
    return frozenset(word for word in words if f" {word.text} " not in spoken)


def _framing(words: tuple[Word, ...], canonical: str, names: tuple[Name, ...]) -> frozenset[Word]:
    """Return the words that only say of which whole a part is asked: "trong dư nợ của ngân hàng", "ở Vườn Ba Bể"."""
    frame = _FRAME.match(canonical)
    of_names = frozenset(word for word in words if opens_name(word.text, names, canonical))
    return of_names | (_background(words, canonical[frame.end() :]) if frame else frozenset())


def _kinds(plain: str, canonical: str) -> tuple[Kind, ...]:
    found = tuple(kind for kind, pattern in _KINDS if pattern.search(plain) or pattern.search(canonical))
    # The "gì" of "được lợi gì" wants no name.
    return tuple(kind for kind in found if kind not in ("entity", "list")) if "effect" in found else found
