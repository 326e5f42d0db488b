"""How common Vietnamese syllables and pairs of them are in what people ask. Knows nothing of any report.

Counted by hand in three classes: a noisy channel needs to know that "của" is likelier than "cua", not by how much.
"""

VERY_COMMON, COMMON, USUAL = 300.0, 90.0, 25.0
"""Occurrences that stand for a class, on the scale of the syllables of one report."""

_VERY_COMMON, _COMMON, _USUAL = (
    (
        "là và của có được các những cho với trong không một người năm này để đã ở từ ra về đến khi nào bao nhiêu "
        "mấy gì ai đâu đó thì mà cũng như do bị vào lại còn thế vậy tỉnh huyện xã số theo trên hai bên tại bằng "
        "hay phải cả đi lên"
    ),
    (
        "nay sang sẽ đang chưa rồi nữa nên nếu vì sao tôi mình em anh chị ông bà họ nó ta bạn chúng hỏi biết kể "
        "nêu xin cho giúp ạ nhé nhỉ à ngày tháng quý giờ lúc sau trước qua gần hơn nhất rất nhiều ít khoảng chừng "
        "tổng cộng thêm riêng từng mỗi mọi tất cả con cái chiếc việc điều làm lấy đưa nhận gửi xây mua bán trồng "
        "nuôi mở dạy học thi đạt tăng giảm so chi thu hỗ trợ tiền triệu tỷ đồng vốn kinh phí nghìn phần trăm hộ "
        "nhà nước trường bệnh viện công ty đơn vị doanh nghiệp cơ quan ban sở bộ phòng thành phố quận thị trấn "
        "phường bản thôn vùng nơi chỗ phía đường xe chuyến tuyến khách người dân cán sinh giáo viên ba bốn sáu bảy "
        "tám chín mười tên loại hàng sản phẩm cây giống lớp nhóm vụ kế hoạch báo cáo chương trình dự án hội tổ "
        "chức kết quả nguyên nhân lý khó lớn nhỏ cao thấp mới cũ tốt đầu cuối giữa ngoài xuống đây kia ấy nọ thứ "
        "lần lượt mức lệ diện tích lượng"
    ),
    (
        "hôm tuần bữa hồi dưới quanh thủ đô đất rừng nước lúa ngô chè lợn bò trâu gà vịt dê cá thuốc tiêm phòng "
        "bệnh dịch trồng chăn tham gia dự mời ký kết hợp tác phối cùng giao chuyển nhờ chịu góp bắt phạt xử khám "
        "chữa cấp bổ sung đề nghị xuất kiến bố trí ban hành triển khai thực hiện hoàn thành đánh giá hạn chế tồn "
        "thuận lợi mục tiêu định hướng tới sắp tay đăng tải giới thiệu quảng bá trang mạng điểm khu du lịch văn "
        "hóa hoá thể thao giải đua kinh nghiệm đào tạo tập huấn bồi dưỡng máy móc trung tâm hiệp cục chi tổng xã "
        "viên chủ thầu đối tượng trường hình thức chính sách quy mô tốc độ chất lượng trị bình quân cần muốn thấy "
        "nghe nói gọi viết đọc xem tìm chọn dùng chạy chở mất đủ thiếu nhanh chậm sớm muộn đúng sai chung lập dựng "
        "đóng rõ luôn ngay cụ chỉ đều vẫn cứ thôi lắm quá đấy hả hử chứ kìa bởi nhưng tuy hoặc nhằm vài đôi dựa "
        "căn bám đông vắng gồm thuộc nằm đứng chiếm vượt xếp hạng bậc sửa bỏ đổi giữ thay đòi trả nhập tiếp thăm "
        "khảo sát xấu bớt đợt khóa buổi phiên cuộc ngành nghề lĩnh vực mảng khâu đoàn đội câu lạc bộ chợ cầu "
        "nghiêm túc lo mặt thử mãi hết xong đem dưới nối"
    ),
)
_CLASSES = ((VERY_COMMON, _VERY_COMMON), (COMMON, _COMMON), (USUAL, _USUAL))
COMMON_SYLLABLES: dict[str, float] = {
    syllable: weight for weight, listed in reversed(_CLASSES) for syllable in listed.split()
}

# What stands side by side in questions about reports, beside the phrases that ask.
COMMON_PAIRS: frozenset[tuple[str, str]] = frozenset(
    (first, second)
    for first, seconds in {
        "có": "mấy bao những ai gì các thêm được tổng phải thể ý còn nhiều kế ở",
        "đã": "có được làm cấp hỗ chi thu mời ký giúp trả nhận xử mở cử bán",
        "được": "bao mấy hỗ cấp mời giúp các những đưa ai gì nhận giao xây trồng tổ công giải",
        "là": "bao mấy ai gì những của các đơn do nơi ở",
        "của": "tỉnh huyện ai những các năm hai họ nó cả xã",
        "thì": "sao có được thế bao mấy phía ai các những như ở đã do đi gì năm hai bên hà",
        "cho": "ai tôi em mình các những con người nơi huyện tỉnh bà biết việc bao mấy dân công nhà",
        "do": "ai đâu những các đơn nguyên nhà hà công ủy bộ sở trường bệnh quận huyện tỉnh đơn",
        "để": "làm mua xây hỗ phục thực học đầu trồng dạy",
        "ở": "đâu đó các những hai ngoài trong dưới trên xã huyện tỉnh nơi",
        "mấy": "người đơn nhà lớp huyện xã con cây tuyến chuyến triệu tỷ phần doanh hộ vụ lượt công trường bệnh ngày",
        "hai": "bên tỉnh sở năm huyện đơn nơi địa phía ngành đợt",
        "các": "sở huyện xã đơn công nhà hộ trường bệnh doanh cơ bên trại tỉnh",
        "trong": "đó năm tỉnh huyện số tiền báo cả việc",
        "so": "với",
        "xin": "hỏi cho được thêm",
        "đưa": "từ ra về lên vào đi xuống cán các",
        "từ": "tiền năm đâu các nguồn ngày",
        "lên": "đến tới tỉnh bao",
        "không": "và có ai còn được",
        "vì": "sao đâu lý thế",
        "bị": "bắt phạt trả bệnh xử",
        "sẽ": "làm được tổ có đi cùng hỗ",
        "tại": "sao đâu các tỉnh huyện",
        "ai": "là ký đứng được làm cho",
        "chưa": "có được và làm",
        "đi": "đâu học dự tới",
        "bên": "nào hà tỉnh",
        "nơi": "nào",
        "quận": "nào",
        "còn": "lại bao mấy có các thì ở bên",
        "thế": "nào còn năm thì",
        "tổng": "cộng số",
        "làm": "gì việc ăn nhà hộ lại căn",
        "mỗi": "năm ngày người bên huyện",
        "văn": "bản",
        "gửi": "tới cho đến về",
        "bán": "ở qua được hàng",
        "qua": "đâu đại mạng",
        "cùng": "làm với ai",
        "cả": "năm tỉnh hai huyện",
        "sang": "năm 0 phần mảng chuyện",
        "năm": "0 nào nay ngoái trước sau tới đó mấy vừa",
        "đến": "0 năm nay đâu cuối hết",
        "tính": "làm đi đến hợp ra tới",
        "này": "là có được do gửi nói",
        "chuyện": "gì khác này",
        "họ": "có là được đến ở bán làm cần",
        "nhờ": "ai công đâu các chuyên",
        "chở": "từ ra đi lên",
        "đầu": "ra vào tư năm mối",
        "bao": "nhiêu giờ lâu",
        "nhiều": "không nhất hơn người",
        "mua": "gì máy sắm ở bao",
        "ký": "báo văn với hợp được",
        "giá": "bao mỗi một trị",
        "đứng": "tên ra đầu thứ",
        "cử": "ai bao cán mấy người đi",
        "trồng": "bao ở được mấy cây",
    }.items()
    for second in seconds.split()
)
