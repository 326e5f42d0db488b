"""Writes made passages as files of reports: header, sections, items, bullets, recipients. Knows no vectors."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.benchmarks.growth.texts import Made

REPORT_LENGTH = 100
"""Made sentences of one report, about as many as the packaged one has; its header and its end are eight more."""
ITEM_LENGTH, PARAGRAPH_LENGTH = 12, 3
"""Sentences of one item of a section, and of one paragraph in it."""
_PLACES = (
    "Lai Châu|Sơn La|Điện Biên|Hòa Bình|Yên Bái|Lào Cai|Hà Giang|Cao Bằng|Bắc Kạn|Lạng Sơn|Thái Nguyên|Phú Thọ".split(
        "|"
    )
)
_FIELDS = "nông nghiệp|y tế|giáo dục|giao thông|du lịch|tư pháp|nội vụ|công thương".split("|")
_YEARS = range(2014, 2024)
_SECTIONS = ("KẾT QUẢ THỰC HIỆN", "HẠN CHẾ, NGUYÊN NHÂN", "PHƯƠNG HƯỚNG, NHIỆM VỤ")
_NUMERALS = ("I", "II", "III")


def titles(number: int) -> tuple[str, str, str]:
    """Return who issued the report of a number, its subject and its year; no two of 960 are alike."""
    place = _PLACES[number % len(_PLACES)]
    field = _FIELDS[number // len(_PLACES) % len(_FIELDS)]
    year = str(_YEARS[number // (len(_PLACES) * len(_FIELDS)) % len(_YEARS)])
    return f"SỞ {field.upper()} TỈNH {place.upper()}", f"Kết quả công tác {field} tỉnh {place} năm {year}", year


def markdown(number: int, sentences: Sequence[str]) -> str:
    """Return a report of these sentences as its file would say it."""
    issuer, subject, year = titles(number)
    parts = [issuer, f"Số: {number + 1}/BC-S", f"Ngày 05 tháng 12 năm {year}", "## BÁO CÁO", f"### {subject}"]
    items = [sentences[at : at + ITEM_LENGTH] for at in range(0, len(sentences), ITEM_LENGTH)]
    share = -(-len(items) // len(_SECTIONS))
    for place, (numeral, title) in enumerate(zip(_NUMERALS, _SECTIONS, strict=True)):
        parts.append(f"#### {numeral}. {title}")
        for rank, item in enumerate(items[place * share : (place + 1) * share], start=1):
            parts += [f"##### {rank}. {_title(item[0])}", *_paragraphs(item)]
    return (
        "\n\n".join([*parts, "Trên đây là báo cáo của đơn vị./.", "***Nơi nhận:***", "- Như trên;\n- Lưu: VT."]) + "\n"
    )


def _title(sentence: str) -> str:
    return " ".join(word for word in sentence.split()[:8] if word.isalpha()) or "Công tác chung"


def _paragraphs(item: Sequence[str]) -> Iterator[str]:
    for at in range(0, len(item), PARAGRAPH_LENGTH):
        bullet = "- " if at % (2 * PARAGRAPH_LENGTH) else ""
        yield f"{bullet}{' '.join(item[at : at + PARAGRAPH_LENGTH])}"


def sentence_of(one: Made) -> str:
    """Return a made text as one sentence that no parser takes apart."""
    *words, number = one.text.split()  # which vector it has is told by its number
    plain = (word.strip(".;:!?-–+*_#<>()[]|") for word in words)
    return f"Về {' '.join(filter(None, plain))} {number}."


def write_reports(folder: Path, texts: Sequence[Made]) -> int:
    """Write made texts as reports into a folder that is there; return how many files there are."""
    starts = range(0, len(texts), REPORT_LENGTH)
    for number, start in enumerate(starts):
        text = markdown(number, list(map(sentence_of, texts[start : start + REPORT_LENGTH])))
        (folder / f"bc-{number:06}.md").write_text(text, encoding="utf-8")
    return len(starts)
