"""Takes apart what is asked of several things at once ("ở Than Uyên và Nậm Nhùn"). Knows the language, no report."""

import re

from app.understand.words import content_words, opens_with_noun

_PREPOSITIONS = r"của|ở|tại|về|cho|trong|với|từ"
# "chủ đề của hội chợ và của tuần du lịch (lần lượt) là gì": the preposition stands again before the second thing.
_REPEATED = re.compile(
    rf"^(?P<before>.*?\b(?:{_PREPOSITIONS}))\s(?P<first>[^,;?]{{2,50}}?)\s(?:và|lẫn|cùng)\s(?:{_PREPOSITIONS})\s"
    r"(?P<second>[^,;?]{2,50}?)(?P<after>\s(?:lần lượt|là|có|được|thì|đều|như|ra sao|thế nào)\b.*)$",
    re.IGNORECASE,
)
_IN_TURN = re.compile(
    rf"^(?P<before>.*?\b(?:{_PREPOSITIONS}))\s(?P<first>[^,;?]{{2,50}}?)\s(?:và|lẫn|cùng)\s(?P<second>[^,;?]{{2,50}}?)"
    r"(?P<after>\slần lượt\b.*)$",
    re.IGNORECASE,
)
# "diện tích chè và diện tích cam là bao nhiêu": the noun stands again before the second thing.
_SAME_NOUN = re.compile(
    r"^(?P<before>(?P<noun>[^\W\d_]+ [^\W\d_]+))\s(?P<first>[^,;?]{2,60}?)\s(?:và|lẫn|cùng)\s(?P=noun)\s"
    r"(?P<second>[^,;?]{2,60}?)(?P<after>\s(?:lần lượt|là|có|được|thì|đều|ra sao|thế nào)\b.*)$",
    re.IGNORECASE,
)
# "kim ngạch năm nay và mục tiêu năm sau"
_NOW_AND_NEXT = re.compile(
    r"^(?P<what>[^,;?]{4,80}?)\s(?:của\s|trong\s)?(?P<now>năm nay)\s(?:và|với|so với|cùng)\s"
    r"(?P<aim>(?:[^\W\d_]+\s){0,2}?)(?P<next>năm (?:sau|tới)|sang năm)\b",
    re.IGNORECASE,
)
# "so sánh tỷ lệ hộ nghèo năm 2023 với mục tiêu đặt ra cho năm 2024": what was reached, and what is aimed at.
_NOW_AND_AIM = re.compile(
    r"^(?P<compared>(?:hãy\s)?(?:so(?: sánh)?|đối chiếu)\s(?:(?:giúp|cho|hộ)\s(?:tôi|mình|em)?\s?)?)?"
    r"(?P<what>[^,;?]{4,90}?)\s(?:(?:đã|được|đang)\s(?:làm|có|đạt|thực hiện)(?:\sđược)?\s)?"
    r"(?P<now>(?:hiện nay|hiện tại|năm nay|(?:năm\s)?20\d\d))\s(?:và|với|so với|cùng)\s"
    r"(?P<aim>mục tiêu|kế hoạch|chỉ tiêu|dự kiến)(?:\s(?:đặt ra|đề ra|phấn đấu))?(?:\s(?:cho|của|đến|vào))?\s"
    r"(?P<next>năm (?:sau|tới)|sang năm|cuối năm(?: 20\d\d)?|(?:năm )?20\d\d)"
    r"(?=\W*$|\s(?:là|thế nào|ra sao|bao nhiêu|chênh|của\s[^,;?]{2,40}$))",
    re.IGNORECASE,
)
# "hội chợ sâm và tuần du lịch có chủ đề gì": two subjects of one predicate.
_SUBJECTS = re.compile(
    r"^(?P<before>(?:tổng(?: số)?\s|số\s|các\s|những\s)?)(?P<first>[^,;?:]{4,60}?)\s"
    r"(?:và|lẫn|cùng với|cùng|với(?=[^,;?:]*\s(?:mỗi|từng|đều)\s))\s"
    r"(?P<second>[^,;?:]{4,60}?)"
    r"(?P<after>\s(?:có|là|được|gồm|do|đạt|lấy|mang|mỗi|thì|đều|bao nhiêu|ra sao|thế nào)\b.*)$",
    re.IGNORECASE,
)
# "(cả) mặt được lẫn mặt chưa được", "ưu điểm và hạn chế": what a report tells in two parts.
_GOOD = r"mặt (?:được|tốt|mạnh)|ưu điểm|kết quả(?: đạt được)?|thành tích|thuận lợi"
_BAD = r"mặt (?:chưa được|chưa tốt|yếu|hạn chế)|nhược điểm|hạn chế|tồn tại|khó khăn|vướng mắc"
_BOTH_SIDES = re.compile(
    rf"[\s,:]*(?:\b(?:cả|về|gồm|nêu|những|các)\s+)*\b(?P<good>{_GOOD})\s*(?:và|lẫn|cũng như|,)\s*(?:cả |những |các )*"
    rf"(?P<bad>{_BAD})\b",
    re.IGNORECASE,
)
LEFT_WORDS = 2
"""Fewest words of what both sides are told of."""
_PLACE_NOUN = r"huyện|tỉnh|quận|xã|thành phố|thị xã|phường|thị trấn|bản|thôn"
_JOINED = re.compile(rf"\s*(?:,|và|với|lẫn|cùng(?: với)?)\s+(?:(?:ở|tại|của|{_PLACE_NOUN})\s+)*", re.IGNORECASE)
_NOUN_BEFORE = re.compile(rf"\b(?:{_PLACE_NOUN})\s+$", re.IGNORECASE)
# "between A and B" is one thing.
_BETWEEN = re.compile(r"\b(?:giữa|từ)\s+(?:(?:huyện|tỉnh|quận|xã|thành phố)\s+)?$", re.IGNORECASE)
_TOLD_APART = re.compile(r"\s*\blần lượt\b", re.IGNORECASE)


def distribute(question: str) -> list[str]:
    """Return one question for each of two coordinated things, or the question alone where it names no two."""
    match = _REPEATED.match(question) or _IN_TURN.match(question) or _SAME_NOUN.match(question)
    if not match:
        return [question]
    after = _TOLD_APART.sub("", match["after"])
    return [f"{match['before']} {thing}{after}" for thing in (match["first"], match["second"])]


def now_and_next(question: str) -> list[str]:
    """Return one question for this year and one for the next where a figure of both is asked for; else nothing."""
    aimed = _NOW_AND_AIM.match(question)
    if aimed and (aimed["compared"] or re.search(r"\b(?:bao nhiêu|mấy)\b", question, re.IGNORECASE)):
        what = f"{aimed['what'][:1].lower()}{aimed['what'][1:]}"
        now = f"{what} {aimed['now']} là bao nhiêu?"
        return [f"{now[:1].upper()}{now[1:]}", f"{aimed['aim'].capitalize()} {what} {aimed['next']} là bao nhiêu?"]
    match = _NOW_AND_NEXT.match(question)
    if not match or not re.search(r"\b(?:bao nhiêu|mấy)\b", question, re.IGNORECASE):
        return []
    what, aim = match["what"], match["aim"]
    later = f"{aim}{what[:1].lower()}{what[1:]}" if aim else what
    return [f"{what} {match['now']} là bao nhiêu?", f"{later[:1].upper()}{later[1:]} {match['next']} là bao nhiêu?"]


def two_sides(question: str) -> list[str]:
    """Return one question for what was achieved and one for what is lacking where both are asked of a thing."""
    match = _BOTH_SIDES.search(question)
    rest = f"{question[: match.start()]} {question[match.end() :]}".strip(" ?.,:") if match else ""
    if not match or len(content_words(rest)) < LEFT_WORDS:
        return []
    return [f"{rest}: đạt kết quả ra sao?", f"{rest}: còn hạn chế ra sao?"]


# "hội chợ với tuần du lịch mỗi cái lấy chủ đề gì": "với" joins two things where each is asked of.
_EACH = re.compile(
    r"^(?P<before>)(?P<first>[^,;?:]{4,60}?)\s(?:và|với|lẫn|cùng)\s(?P<second>[^,;?:]{4,60}?)\s"
    r"(?:thì )?(?:mỗi|từng) (?:cái|bên|nơi|thứ|việc|sự kiện|đơn vị|loại|chương trình|dự án)(?P<after>\s.*)$",
    re.IGNORECASE,
)


def subjects(question: str) -> tuple[tuple[str, str], ...]:
    """Return each of two coordinated subjects with the question asked of it alone; nothing where there are not two."""
    match = _EACH.match(question) or _SUBJECTS.match(question)
    if not match or not (opens_with_noun(match["first"]) and opens_with_noun(match["second"])):
        return ()
    alone = ((match[name], f"{match['before']}{match[name]}{match['after']}") for name in ("first", "second"))
    return tuple((thing, f"{one[:1].upper()}{one[1:]}") for thing, one in alone)


def one_each(question: str, names: list[str]) -> list[str]:
    """Return the question once for each of the names that stand joined in it; nothing where they do not."""
    places = sorted((question.find(name), name) for name in names if name in question)
    run: list[tuple[int, str]] = []
    for position, name in places:
        if run and not _JOINED.fullmatch(question[run[-1][0] + len(run[-1][1]) : position]):
            break
        run.append((position, name))
    if len(run) < 2 or _BETWEEN.search(question[: run[0][0]]):
        return []
    nouns = [found.group() if (found := _NOUN_BEFORE.search(question[:at])) else "" for at, _ in run]
    start, end = run[0][0] - len(nouns[0]), run[-1][0] + len(run[-1][1])
    # "Quận A và huyện B": each keeps its own noun; "huyện A và B" share one.
    each = [f"{nouns[0] and (noun or nouns[0])}{name}" for noun, (_, name) in zip(nouns, run, strict=True)]
    return [f"{question[:start]}{one}{question[end:]}" for one in each]
