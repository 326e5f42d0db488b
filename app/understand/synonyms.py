"""What people call things that reports call otherwise ("tiêu hết": "giải ngân"). Never used on a quotation.

Written by hand from general usage of state offices. A word is exchanged only where the reports never use it and use
the official one.
"""

import re
from collections.abc import Callable

_OFFICIAL: dict[str, tuple[str, ...]] = {
    everyday: tuple(official.split("|"))
    for everyday, official in (
        ("tiêu hết", "giải ngân"),
        ("tiêu được", "giải ngân"),
        ("chi được", "giải ngân"),
        ("rót vốn", "đầu tư|hỗ trợ"),
        ("rót tiền", "hỗ trợ kinh phí|hỗ trợ"),
        ("bỏ tiền", "đầu tư|hỗ trợ kinh phí"),
        ("tốn", "kinh phí|chi phí"),
        ("làm đầu mối", "cơ quan đầu mối|đơn vị đầu mối|đầu mối|cơ quan thường trực|chủ trì"),
        ("lo việc", "phụ trách|chủ trì|thực hiện"),
        ("đứng lớp", "giảng viên|giảng dạy"),
        ("người học", "học viên"),
        ("thầy cô", "giáo viên"),
        ("học trò", "học sinh"),
        ("trạm phát sóng", "trạm bts"),
        ("chưa làm được", "chưa hoàn thành|chưa đạt|không đạt"),
        ("làm xong", "hoàn thành"),
        ("bị chê", "hạn chế|tồn tại"),
        ("yếu kém", "hạn chế|tồn tại"),
        ("vướng", "hạn chế|khó khăn|vướng mắc"),
        ("kẹt", "hạn chế|khó khăn"),
        ("lỏng", "chưa chặt chẽ"),
        ("buôn bán", "kinh doanh|thương mại"),
        ("nhà xe", "đơn vị vận tải|đơn vị kinh doanh vận tải"),
        ("xe đò", "xe khách|vận tải khách"),
        ("thiệt mạng", "chết|tử vong"),
        ("heo", "lợn"),
        ("chích ngừa", "tiêm phòng"),
        ("tiêm chủng", "tiêm phòng"),
        ("bệnh nhân", "người bệnh"),
        ("sắm", "mua sắm|mua"),
        ("tóm", "bắt"),
        ("phạt tiền", "xử phạt"),
        ("lừa", "lừa đảo"),
        ("người già", "người cao tuổi"),
        ("nộp qua mạng", "nộp trực tuyến"),
        ("trễ", "trễ hạn|chậm"),
        ("lũ lụt", "mưa lũ|thiên tai"),
        ("bán ra nước ngoài", "xuất khẩu"),
        ("sắp tới", "phương hướng|thời gian tới"),
        ("định làm", "phương hướng|nhiệm vụ"),
        ("giúp đỡ", "hỗ trợ"),
        ("chung tay", "phối hợp"),
        ("bắt tay", "phối hợp|hợp tác"),
        ("đền bù", "bồi thường"),
        ("dời nhà", "di dời|tái định cư"),
        ("căn cước", "căn cước công dân"),
        ("trại nuôi", "trang trại"),
        ("ai đứng ra", "đơn vị chủ trì|chủ trì|tổ chức"),
        ("đứng ra làm", "chủ trì|tổ chức"),
        ("kiếm được", "doanh thu|thu nhập|thu về"),
        ("tiền bán hàng", "doanh thu"),
        ("tiền bạc", "kinh phí"),
        ("tiền nhà nước", "ngân sách"),
        ("quỹ nhà nước", "ngân sách"),
        ("mở cửa", "khai trương|đi vào hoạt động"),
        ("chạy thử", "vận hành thử|thí điểm"),
        ("làm thử", "thí điểm"),
        ("đi học thêm", "bồi dưỡng|tập huấn"),
        ("dạy nghề", "đào tạo nghề"),
        ("xây mới", "xây dựng mới|đầu tư mới"),
        ("sửa sang", "nâng cấp|cải tạo|sửa chữa"),
        ("sửa đường", "nâng cấp đường|duy tu"),
        ("ruộng", "đất lúa|đất trồng lúa"),
        ("thu hoạch", "sản lượng"),
        ("tiền phạt", "số tiền xử phạt|xử phạt"),
        ("kẻ gian", "đối tượng"),
        ("người bị bắt", "đối tượng"),
        ("người khó khăn", "hoàn cảnh khó khăn|đối tượng bảo trợ"),
        ("nhà thương", "bệnh viện|cơ sở y tế"),
        ("trạm xá", "trạm y tế"),
        ("sếp", "lãnh đạo|thủ trưởng"),
        ("cán bộ nhà nước", "cán bộ công chức"),
        ("sổ đỏ", "giấy chứng nhận quyền sử dụng đất"),
        ("rút ngắn", "giảm"),
        ("chỗ bán", "thị trường tiêu thụ|điểm bán"),
        ("nơi bán", "thị trường tiêu thụ|điểm bán"),
        ("bán chạy", "tiêu thụ"),
        ("mua máy", "mua sắm thiết bị|trang bị"),
        ("nhờ vả", "đề nghị"),
        ("xin phép", "đề nghị|cho phép"),
        ("mong muốn gì", "kiến nghị|đề nghị"),
        ("đòi hỏi", "đề nghị|kiến nghị"),
        ("trung bình", "bình quân"),
        ("bình quân", "trung bình"),
        ("phụ nữ", "nữ"),
        ("đàn ông", "nam giới|nam"),
        ("đàn bà", "phụ nữ|nữ"),
        ("thiệt mạng", "chết|tử vong"),
        ("tử vong", "chết|thiệt mạng"),
        ("tụt hạng", "giảm bậc|giảm hạng|xuống hạng"),
        ("tụt", "giảm"),
        ("nhắn tin", "tin nhắn"),
        ("khẩu hiệu", "chủ đề"),
    )
}
_EVERYDAY = re.compile(
    r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(_OFFICIAL, key=len, reverse=True))) + r")(?!\w)"
    # "Tóm tắt" catches nobody.
    r"(?! (?:tắt|lược|gọn)\b)",
    re.IGNORECASE,
)


def in_official_words(text: str, is_used: Callable[[str], bool]) -> str:
    """Return a question with everyday words exchanged for the official ones that the reports use instead."""

    def official(match: re.Match[str]) -> str:
        everyday = match.group().lower()
        if is_used(everyday):
            return match.group()
        return next((word for word in _OFFICIAL[everyday] if is_used(word)), match.group())

    return _EVERYDAY.sub(official, text)
