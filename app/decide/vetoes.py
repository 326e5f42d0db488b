"""What a passage must hold to answer a question, and plainly does not: a figure, a name, a cause, the thing itself.

Knows question and passage; each rule is about the language, and one is enough to refuse.
"""

import re

from app.decide.asked_thing import asked_thing_missing
from app.decide.causes import reason_missing
from app.decide.counted import cannot_count
from app.decide.events import (
    direction_contradicted,
    event_missing,
    limit_contradicted,
    prize_missing,
    suffered_missing,
)
from app.decide.evidence import Judge
from app.decide.kinds import agent_missing, counted_from, holds_kind, lists_names, names_no_place
from app.decide.measures import asks_amount, asks_office, attribute_missing, measure_missing, office_missing
from app.decide.other_thing import other_member, other_share, other_species, told_of_another
from app.decide.qualities import quality_missing
from app.decide.replies import reply_missing
from app.decide.taken_for_granted import contradicted
from app.decide.unknown import abroad_missing
from app.decide.wanted_names import (
    asks_where,
    body_missing,
    company_missing,
    document_missing,
    holds_location,
    person_missing,
    species_missing,
)
from app.understand.quantities import quantities
from app.understand.question import Question
from app.understand.reckoning import asks_percent
from corpus.assemble import CLOSING
from corpus.models import Passage
from index.syllables import fold, normalise, syllables

_ASKS_NAME = re.compile(
    r"\b(?:tên tuổi|danh tính|quý danh|tên (?:là )?gì|tên (?:của )?(?:các|những|từng|cả|đủ|hết|\d+)|"
    r"(?<!việc )(?<!bị )(?<!được )(?:kể|nêu|liệt kê|ghi) (?:rõ |đủ |ra )?(?:họ )?tên|họ tên|là những ai|là ai)\b"
)
_ASKS_DAY = re.compile(r"\b(?<!mỗi )(?<!một )(?:ngày|hôm) (?:nào|mấy|bao nhiêu)\b")
_DAY = re.compile(r"\bngày \d|\b\d{1,2}\s*/\s*\d{1,2}\b|\b\d{1,2}-\d{1,2}/\d")
# "ít nhất mấy đợt" means no fewer than that.
_SUPERLATIVE = re.compile(
    r"\b(?!ít nhất (?:là |phải |cũng |được |có )*(?:mấy|bao nhiêu|\d))"
    r"(?:(?:nhiều|ít|lớn|nhỏ|cao|thấp|dài|ngắn|đông|tốt|xa|sớm|muộn|giải|hạng|đứng thứ)\b[^?,.]{0,25}\bnhất"
    r"|quán quân|vô địch|đứng đầu)\b"
)


def lacks_kind(question: Question, passage: Passage, judge: Judge) -> bool:
    """Tell whether what is asked for is plainly not there; an English question is not held against the words."""
    if question.english:
        return False
    return (
        lacks_figure(question, passage, judge)
        or lacks_event(question, passage, judge)
        or lacks_wanted_name(question, passage, judge)
        or tells_another_thing(question, passage, judge)
    )


def lacks_figure(question: Question, passage: Passage, judge: Judge) -> bool:
    """Tell whether a figure, a measure, a date or a superlative is asked for that is not there."""
    asked, whole = normalise(question.focus), judge.canonical(passage)
    wanted = question.kinds[:1] == ("date",) or (question.kinds[:1] == ("figure",) and asks_amount(question.asked))
    if wanted and not holds_kind(question, passage.text):
        return True
    if _ASKS_DAY.search(asked) and not (_DAY.search(whole) or counted_from(passage.text)):
        return True
    if cannot_count(question.asked, judge.own_text(passage), judge.surroundings(passage)):
        return True
    if asked_thing_missing(question, judge.with_notes(passage), _around(passage, judge)):
        return True
    if measure_missing(question.asked, whole) or attribute_missing(question.asked, whole):
        return True
    comparable = "nhất" in whole or len({q.value for q in quantities(passage.text)}) > 1
    return bool(_SUPERLATIVE.search(asked)) and not comparable


def lacks_event(question: Question, passage: Passage, judge: Judge) -> bool:
    """Tell whether a result, a direction or a cause is asked about of which the passage does not speak."""
    own, surroundings = judge.own_text(passage), judge.surroundings(passage)
    around = f"{own} {surroundings} {judge.subject(passage)}"
    if event_missing(question.asked, around) or direction_contradicted(question.asked, around):
        return True
    if limit_contradicted(question.asked, own) or abroad_missing(question.asked, around, judge.with_notes(passage)):
        return True
    if suffered_missing(question.asked, around) or prize_missing(question.asked, around):
        return True
    if reply_missing(question.asked, own, judge.titles(passage)) or contradicted(question.asked, own):
        return True
    return reason_missing(question.asked, own, judge.text_after(passage), surroundings)


def lacks_wanted_name(question: Question, passage: Passage, judge: Judge) -> bool:
    """Tell whether the name of a company, person, plant or place is asked for and only those of the question stand."""
    if names_no_place(question, passage.text) and not judge.names_listed(question, passage):
        return True
    listed = question.kinds[:1] == ("list",) and lists_names(judge.with_notes(passage))
    if _ASKS_NAME.search(normalise(question.focus)) and not (listed or judge.names_other(question, passage)):
        return True
    if agent_missing(question, judge.with_notes(passage)):
        return True
    whole = judge.canonical(passage)
    if office_missing(question.asked, whole) or holds_another_office(question, passage, judge):
        return True
    return lacks_named_kind(question, passage, judge)


def lacks_named_kind(question: Question, passage: Passage, judge: Judge) -> bool:
    """Tell the same of a name whose kind the question says: "công ty nào", "loại cây gì", "tên các hộ", "ở đâu"."""
    text = judge.with_notes(passage)
    keys = [name.key for name in question.names]
    if company_missing(question.heads, text, f" {' '.join(syllables(fold(question.text)))} ", judge.is_short):
        return True
    if body_missing(question.asked, text) or document_missing(question.asked, text):
        return True
    if person_missing(question.asked, text) or species_missing(question.heads, text, question.asked):
        return True
    told = any(name.place for name in question.names)
    return (
        asks_where(question.asked)
        and told
        and not judge.names_new(question, passage)
        and not holds_location(text, keys)
    )


def holds_another_office(question: Question, passage: Passage, judge: Judge) -> bool:
    """Tell whether an office of some place is asked for and a passage only shows who signed for another one."""
    if passage.section != CLOSING or not asks_office(question.asked):
        return False
    signs_for = f"{judge.issuer(passage)} {fold(judge.own_text(passage))}"
    return any(name.key not in signs_for for name in question.required_names)


def lacks_quality(question: Question, passage: Passage, judge: Judge) -> bool:
    """Tell whether how many of one quality is asked, and nothing that is read with a passage tells of it."""
    if not question.asks("figure"):
        return False
    return quality_missing(question.asked, f"{_around(passage, judge)} {judge.paragraph(passage)}")


def tells_another_thing(question: Question, passage: Passage, judge: Judge) -> bool:
    """Tell whether a passage tells of another plant, another share or another name what is asked of one."""
    whole = judge.canonical(passage)
    asked_now = [word for word in question.words if word not in question.background]
    if other_species(asked_now, whole) or other_share(question.asked, whole):
        return True
    if other_member(question.asked, judge.own_text(passage), _around(passage, judge)):
        return True
    if lacks_quality(question, passage, judge):
        return True
    if not question.asks("figure") or asks_percent(question.asked):
        return False

    def answers(text: str) -> bool:
        return bool(quantities(text)) and not (
            measure_missing(question.asked, text) or cannot_count(question.asked, text, "")
        )

    said = [name.key for name in question.required_names]
    others = judge.names_of(passage, said)
    return len(said) == 1 and bool(others) and told_of_another(said[0], others, judge.own_text(passage), answers)


def _around(passage: Passage, judge: Judge) -> str:
    """Return a passage with all that a reader has in mind there, down to the subject of the report, normalised."""
    return f"{judge.canonical(passage)} {judge.surroundings(passage)} {judge.subject(passage)}"
