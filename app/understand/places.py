"""The 63 provinces and cities of Viet Nam before 2025 (Nghị quyết 15/2008/QH12). Knows no report."""

PROVINCES: tuple[str, ...] = tuple(
    (
        "An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước|"
        "Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|"
        "Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hồ Chí Minh|Hưng Yên|Khánh Hòa|Kiên Giang|"
        "Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|"
        "Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|"
        "Thanh Hóa|Thừa Thiên Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái"
    ).split("|")
)
_ALSO_WORDS = frozenset({"hòa bình", "cao bằng", "thái bình", "bình định", "hà nam", "hậu giang", "bình thuận"})
TOLD_APART: tuple[str, ...] = tuple(name for name in PROVINCES if name.lower() not in _ALSO_WORDS)
"""Those whose names, typed in small letters, are no common words of the language."""
