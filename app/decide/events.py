"""Results that a question asks about ("bao nhiêu … được khởi công") and whether a text speaks of them. Language only.

A count of what was surveyed is no count of what was begun: the verb of the result, or one that means the same, must
stand in the text. Directions contradict: "giảm bao nhiêu" has no answer in a text that only says "tăng".
"""

import re

from app.understand.number_words import in_digits
from app.understand.words import content_words
from index.syllables import syllables

# What asks for a result, and the looser words that may tell of the same one in a text.
_RESULTS: tuple[tuple[str, str], ...] = (
    ("chết|tử vong|thiệt mạng|tử nạn", "mất mạng|thiệt hại|tiêu hủy|tiêu huỷ|mất trắng"),
    ("bị thương|thương tích", "thương vong"),
    ("thu hồi", "hoàn trả|trả lại|khắc phục|thu lại"),
    ("chứng chỉ|chứng nhận|văn bằng|cấp bằng", "bằng tốt nghiệp|giấy chứng nhận"),
    ("tốt nghiệp|ra trường", "hoàn thành khóa"),
    ("thi đỗ|trúng tuyển", "đỗ|đậu|tuyển"),
    ("khởi công|động thổ", "bắt đầu xây|xây dựng|thi công"),
    ("khánh thành|nghiệm thu", "hoàn thành|bàn giao|đưa vào sử dụng|xong"),
    ("khen thưởng|biểu dương|tôn vinh|tuyên dương|bằng khen|giấy khen", "khen|thưởng|danh hiệu"),
    ("xử phạt|bị phạt|phạt tiền", "phạt|xử lý"),
    ("kỷ luật|cách chức|khiển trách", "cảnh cáo|xử lý|thôi việc"),
    ("khởi tố|truy tố", "xử lý hình sự|bị can|bị cáo"),
    ("xét xử|tuyên án|án (?:bao nhiêu|mấy) năm", "xét xử|tuyên án|phạt tù|bản án|bị cáo"),
    ("bị bắt|bắt giữ|tạm giam|tạm giữ", "bắt|trao trả"),
    ("tịch thu|thu giữ", "thu|tang vật"),
    ("tuyển dụng|tuyển mới|tuyển thêm", "tuyển|tiếp nhận|bổ sung|biên chế"),
    ("nghỉ hưu|thôi việc|nghỉ việc", "tinh giản|hưu trí"),
    ("giải ngân", "thanh toán|chi trả|đã chi|cấp vốn"),
    ("bồi thường|đền bù", "chi trả|hỗ trợ|giải phóng mặt bằng"),
    ("giải thể|phá sản", "ngừng hoạt động|đóng cửa|rút khỏi"),
    ("xuất khẩu", "kim ngạch|thị trường nước ngoài"),
    ("nhập khẩu", "kim ngạch"),
    ("tiêu hủy|tiêu huỷ", "chết|thiêu"),
    ("nhiễm bệnh|mắc bệnh|dương tính", "nhiễm|mắc|ca bệnh|ca dịch|ổ dịch|âm tính"),
    ("khiếu nại|tố cáo", "đơn thư|phản ánh|kiến nghị"),
    ("di dời|tái định cư", "di chuyển|sắp xếp dân cư"),
    ("sáp nhập|hợp nhất", "sắp xếp"),
    ("đấu giá|trúng thầu", "đấu thầu|thầu"),
    ("bỏ học|thôi học", "nghỉ học|duy trì sĩ số"),
    ("thất nghiệp|mất việc", "việc làm"),
    ("thoát nghèo|tái nghèo", "hộ nghèo|giảm nghèo"),
    ("tài trợ|quyên góp", "ủng hộ|hỗ trợ|trao tặng|đóng góp|kinh phí"),
    ("từ chối|bác bỏ", "không chấp thuận|không đồng ý|chưa chấp thuận|trả lại|không được|không cho"),
    ("cắt giảm|bị cắt", "giảm|hạn hẹp|tiết kiệm"),
    ("hủy bỏ|huỷ bỏ|bị hủy|bị huỷ|bị hoãn|hoãn lại", "hoãn|dừng|lùi|hủy|huỷ|chưa tổ chức"),
    (
        "vô địch|quán quân|á quân|giải nhất|đoạt giải|đạt giải|giành giải|thắng cuộc|thắng giải|về (?:nhất|nhì|đích)",
        "giải thưởng|huy chương|nhất|nhì|trao giải|đoạt|giành|xếp thứ|đạt giải",
    ),
)
_GROUPS = tuple((re.compile(rf"\b(?:{asked})\b"), re.compile(rf"\b(?:{asked}|{told})\b")) for asked, told in _RESULTS)
_ASKS = re.compile(r"\b(?:bao nhiêu|mấy|bao giờ|khi nào|nào|ai|gì|đâu|vì sao|tại sao)\b")
_COUNTS = re.compile(r"\b(?:bao nhiêu|mấy|những ai)\b")
_SUFFERED = re.compile(r"\bbị (?P<what>[^?.,;]+)")
_PRIZE = re.compile(r"\bgiải (?:thưởng )?(?P<rank>nhất|nhì|ba|khuyến khích|đặc biệt)\b")
_OPPOSITES = (
    (re.compile(r"\btăng\b"), re.compile(r"\b(?:giảm|sụt)\b")),
    (re.compile(r"\bthừa\b"), re.compile(r"\bthiếu\b")),
    (re.compile(r"\b(?:nâng|thăng) (?:hạng|lên)\b"), re.compile(r"\b(?:xuống|hạ|tụt) (?:hạng|xuống)\b")),
)
# A figure that something is above or below: "hơn 5 năm", "dưới 5 năm".
_LIMIT = r"(?P<limit>\d[\d.,]* [^\W\d_]+|\d[\d.,]*\s?%)"
_ABOVE = re.compile(rf"\b(?:trên|hơn|vượt|(?<!không )(?<!chưa )(?<!vượt )quá) (?:quá )?{_LIMIT}")
_BELOW = re.compile(rf"\b(?:dưới|chưa (?:đủ|đến|tới|được|quá)|không quá|ít hơn|thấp hơn) {_LIMIT}")
_EITHER = re.compile(r"\b(?:không|chưa|hay|thế nào|ra sao)\b")


def event_missing(question: str, text: str) -> bool:
    """Tell whether a result is asked about of which a text does not speak. Both canonical."""
    if not _ASKS.search(question):
        return False
    return any(asked.search(question) and not told.search(text) for asked, told in _GROUPS)


def suffered_missing(question: str, text: str) -> bool:
    """Tell whether it is asked how many or who suffered ("bị tai nạn") what a text has no word of. Both canonical.

    What has a group of words of its own is judged by that.
    """
    if not _COUNTS.search(question) or any(asked.search(question) for asked, _ in _GROUPS):
        return False
    told = set(syllables(text))
    suffered = (content_words(match["what"])[:1] for match in _SUFFERED.finditer(question))
    # One syllable is often the verb of a plain passive: "bị thay".
    return any(words and len(words[0].syllables) > 1 and not told & set(words[0].syllables) for words in suffered)


def prize_missing(question: str, text: str) -> bool:
    """Tell whether a prize is asked about of which a text tells only others: "giải nhất". Both canonical."""
    asked = {match["rank"] for match in _PRIZE.finditer(question)}
    return bool(asked) and not asked & {match["rank"] for match in _PRIZE.finditer(text)}


def direction_contradicted(question: str, text: str) -> bool:
    """Tell whether a question takes for granted a direction of which a text only says the opposite."""
    if _EITHER.search(question):
        return False
    pairs = [*_OPPOSITES, *((down, up) for up, down in _OPPOSITES)]
    return any(
        asked.search(question) and not other.search(question) and other.search(text) and not asked.search(text)
        for asked, other in pairs
    )


def limit_contradicted(question: str, text: str) -> bool:
    """Tell whether a question is about what is above a figure and a text only about what is below it, or otherwise."""
    asked = in_digits(question)
    if not (_ABOVE.search(asked) or _BELOW.search(asked)):
        return False
    told = in_digits(text)

    def limits(pattern: re.Pattern[str], said: str) -> set[str]:
        return {match["limit"] for match in pattern.finditer(said)}

    sides = ((_ABOVE, _BELOW), (_BELOW, _ABOVE))
    return any(limits(own, asked) & limits(other, told) - limits(own, told) for own, other in sides)
