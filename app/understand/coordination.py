"""Takes apart what is asked of several things at once ("ở Than Uyên và Nậm Nhùn"). Knows the language, no report."""

import re

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
_JOINED = re.compile(
    r"\s*(?:,|và|với|lẫn|cùng(?: với)?)\s+(?:(?:ở|tại|của|huyện|tỉnh|quận|xã|thành phố)\s+)*", re.IGNORECASE
)
# "between A and B" is one thing.
_BETWEEN = re.compile(r"\b(?:giữa|từ)\s+(?:(?:huyện|tỉnh|quận|xã|thành phố)\s+)?$", re.IGNORECASE)
_TOLD_APART = re.compile(r"\s*\blần lượt\b", re.IGNORECASE)


def distribute(question: str) -> list[str]:
    """Return one question for each of two coordinated things, or the question alone where it names no two."""
    match = _REPEATED.match(question) or _IN_TURN.match(question)
    if not match:
        return [question]
    after = _TOLD_APART.sub("", match["after"])
    return [f"{match['before']} {thing}{after}" for thing in (match["first"], match["second"])]


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
    start, end = run[0][0], run[-1][0] + len(run[-1][1])
    return [question[:start] + name + question[end:] for _, name in run]
