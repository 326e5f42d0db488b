"""How common Vietnamese syllables and pairs of them are in what people ask. Knows nothing of any report.

Counted by hand in three classes: a noisy channel needs to know that "của" is likelier than "cua", not by how much.
"""

VERY_COMMON, COMMON, USUAL = 300.0, 90.0, 25.0
"""Occurrences that stand for a class, on the scale of the syllables of one report."""

_VERY_COMMON, _COMMON, _USUAL = (
    (
        "là và của có được các những cho với trong không một người năm này để đã ở từ ra về đến khi nào bao "
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
        "có": (
            "mấy bao những ai gì các thêm được tổng phải thể ý còn nhiều kế ở vụ mặt đủ nằm đến mưa phần bị đi "
            "bán làm diễn định tính điều mời ghé"
        ),
        "đã": "có được làm cấp hỗ chi thu mời ký giúp trả nhận xử mở cử bán",
        "được": (
            "bao mấy hỗ cấp mời giúp các những đưa ai gì nhận giao xây trồng tổ công giải đặt gửi đăng chia "
            "tặng khen mở trả chọn trao thưởng"
        ),
        "là": "bao mấy ai gì những của các đơn do nơi ở",
        "của": "tỉnh huyện ai những các năm hai họ nó cả xã nhà ngành hà riêng",
        "thì": "sao có được thế bao mấy phía ai các những như ở đã do đi gì năm hai bên hà",
        "cho": "ai tôi em mình các những con người nơi huyện tỉnh bà biết việc bao mấy dân công nhà",
        "do": "ai đâu những các đơn nguyên nhà hà công ủy bộ sở trường bệnh quận huyện tỉnh đơn đó",
        "để": "làm mua xây hỗ phục thực học đầu trồng dạy",
        "ở": "đâu đó các những hai ngoài trong dưới trên xã huyện tỉnh nơi",
        "mấy": (
            "người đơn nhà lớp huyện xã con cây tuyến chuyến triệu tỷ phần doanh hộ vụ lượt công trường bệnh "
            "ngày ha căn ngôi liều loại lần bên điểm trang giờ tháng năm cơ cán bản thôn đối sở nơi chục"
        ),
        "hai": (
            "bên tỉnh sở năm huyện đơn nơi địa phía ngành đợt nhà quận công bệnh xã loại lớp trường con cơ số "
            "điểm thành hội"
        ),
        "các": "sở huyện xã đơn công nhà hộ trường bệnh doanh cơ bên trại tỉnh",
        "trong": "đó năm tỉnh huyện số tiền báo cả việc",
        "so": "với",
        "xin": "hỏi cho được thêm bộ cấp tỉnh trung ý phép bao nghỉ",
        "đưa": "từ ra về lên vào đi xuống cán các đón khách đơn hàng",
        "từ": "tiền năm đâu các nguồn ngày tháng khi hai nơi trên dưới ngoài động đó đây bao nay hà",
        "lên": "đến tới tỉnh bao lai dự thi thăm khảo giúp làm",
        "không": "và có ai còn được",
        "vì": "sao đâu lý thế chuyện lẽ",
        "bị": "bắt phạt trả bệnh xử lừa lộ mất cháy chết thu thiệt ngập chậm hoãn",
        "sẽ": "làm được tổ có đi cùng hỗ",
        "tại": "sao đâu các tỉnh huyện",
        "ai": "là ký đứng được làm cho chịu lo tổ bán trả cấp giúp đầu phải",
        "chưa": "có được và làm",
        "đi": "đâu học dự tới",
        "bên": "nào hà tỉnh mình kia nhau trong hai phía",
        "nơi": "nào",
        "quận": "nào hoàng ba huyện",
        "còn": "lại bao mấy có các thì ở bên thiếu vướng hạn tồn gì chưa ai những",
        "thế": "nào còn năm thì",
        "tổng": "cộng số",
        "làm": "gì việc ăn nhà hộ lại căn",
        "mỗi": (
            "năm ngày người bên huyện chuyến lớp hộ xã tổ đơn nhà tháng tuần quý lần căn ngôi con ha vụ nơi "
            "học hồ dự sản trường đợt"
        ),
        "văn": "bản",
        "gửi": "tới cho đến về",
        "bán": "ở qua được hàng ra sang cho đi những chạy",
        "qua": "đâu đại mạng đường tài trung tay lại cửa hình đó kiểm",
        "cùng": "làm với ai các phá nhau ký công ngành tổ thời",
        "cả": "năm tỉnh hai huyện",
        "sang": "năm 0 phần mảng chuyện",
        "năm": "0 nào nay ngoái trước sau tới đó mấy vừa qua rồi ấy này trong",
        "đến": "0 năm nay đâu cuối hết",
        "tính": "làm đi đến hợp ra tới cả gộp chung cộng toàn bình trung từ theo riêng số",
        "này": "là có được do gửi nói",
        "chuyện": "gì khác này đó đi học làm xe đất tiền ấy là",
        "họ": "có là được đến ở bán làm cần",
        "nhờ": "ai công đâu các chuyên đó vậy vào có",
        "chở": "từ ra đi lên bao hàng khách về bằng",
        "đầu": "ra vào tư năm mối tiên",
        "bao": "nhiêu giờ lâu xa",
        "nhiều": "không nhất hơn người lên chưa thế lắm nơi loại khó doanh khách năm sản đơn tiền",
        "mua": "gì máy sắm ở bao",
        "ký": "báo văn với hợp được ngày kết từ thỏa giữa kế cùng bởi",
        "giá": "bao mỗi một trị thuê vé bán mua thu trung cả cam tiền",
        "đứng": "tên ra đầu thứ sau lớp",
        "cử": "ai bao cán mấy người đi",
        "trồng": "bao ở được mấy cây hoa rừng trên lúa ngô chè rau ha dược mới thêm",
        "nhiêu": (
            "tiền người ha kg lít tấn con cây đơn doanh công trường xã hộ lớp học lượt chuyến tuyến vụ phần tỷ "
            "triệu đồng năm ngày điểm sản khách đối trang hồ bệnh cơ căn ngôi cán nhà giáo huyện tỉnh liều "
            "loại lần nơi bên thôn bản thành"
        ),
        "sắp": "tới xếp đặt",
        "tới": "các nơi năm đây những đâu sẽ thì có tỉnh huyện công khi cả ai lui",
        "hướng": "tới ra dẫn",
        "tư": "của ở trồng vào cho tại xây bao có nào là và từ trên các hà",
        "nằm": "ở trong trên tại dưới ngoài",
        "thuộc": "huyện xã tỉnh về diện địa nhóm loại quận lĩnh ngành",
        "gộp": "cả lại chung hai các tất",
        "cộng": "lại cả thêm các hai với vào dồn đồng",
        "lẫn": "nhau các cả",
        "mới": "được có mở xây thành lập cấp nhất là trong đạt công ban đây này",
        "nào": "của ở trong được có là thì do bị đã đang cho cùng lo đứng làm nhất giúp thuộc ký phối tham hỗ",
        "sở": "nào hai có các du giáo giao công ngành ban",
        "hàng": "bán hóa của sang xuống lên tỉnh nông ở đi được",
        "mang": "xuống về lên đi theo lại tên hàng những",
        "dùng": "để làm cho vào mua tiền máy được trong",
        "ngay": "trong từ sau khi cả lúc tại",
        "gặp": "khó nhau gỡ phải vướng",
        "vướng": "gì ở mắc về",
        "kẹt": "gì ở thế",
        "căn": "nhà hộ cứ cước",
        "ngôi": "nhà",
        "đặt": "ra hàng tên bút ở mục",
        "đóng": "góp trụ trên tại bao",
        "góp": "tiền bao phần mặt vốn của",
        "giới": "thiệu hạn",
        "nối": "hai tour các lại kết liền",
        "đua": "xe",
        "chạy": "xe tuyến từ bao trên mỗi theo",
        "nhà": "xe đầu tình máy nước ở trường thầu nông khoa cung mạng",
        "hãng": "nào tour xe lữ du hàng",
        "tay": "nghề đua lái",
        "thuê": "đất bao nhà",
        "vé": "xe bao là",
        "trả": "lời lại về cho tiền bao lương đúng",
        "đón": "khách tiếp",
        "lo": "việc chuyện cho phần liệu",
        "chữ": "ký số cái viết",
        "đăng": "bài tải ký tin trên ở",
        "dạy": "học mấy bao những môn stem tiếng cho",
        "học": "ở mấy bao về những tiếng viên từ kinh trực nghề",
        "bày": "hàng bán ở tại trong",
        "trưng": "bày",
        "dựa": "vào trên",
        "khâu": "nào gì làm",
        "mảng": "nào gì du giáo y an nông việc",
        "ngoài": "ra tỉnh các việc hai",
        "chốt": "được hợp",
        "tóm": "được lại tắt",
        "trốn": "ở đi",
        "tốn": "bao mấy kém",
        "đủ": "giúp để các cho điều",
        "lần": "nào đầu lượt này trước thứ",
        "chừng": "nào mấy bao",
        "tầm": "bao mấy",
        "khoảng": "bao mấy",
        "chênh": "nhau lệch mấy bao",
        "hơn": "bao mấy năm nhau kém bên phía cùng huyện",
        "kém": "bao mấy hơn nhau",
        "đông": "hơn nhất người",
        "trên": "đất lai các thế tổng địa toàn cả cơ website mạng",
        "dưới": "thủ hà tỉnh xuôi các",
        "xuống": "thủ hà bán thăm học dưới còn",
        "cơ": "hội sở quan",
        "diễn": "ra",
        "định": "dự hướng làm mở tổ đi mời thêm",
        "nhận": "được tiền bao hỗ những hồ đào giải về giúp ở bằng khen lại",
        "bằng": "cách nào gì bao tiền khen mấy hình",
        "khen": "thưởng ai",
        "ra": "mắt sao đời",
        "lợn": "gà bò giống thịt nái chết",
        "con": "gà vịt lợn bò trâu dê vật giống số cá",
        "đàn": "lợn trâu bò gia vật gà dê ong",
        "bò": "sữa giống thịt bao có",
        "chè": "của bán được búp có tăng xuất",
        "cam": "bán giảm tại của",
        "mưa": "lũ không",
        "mất": "bao mấy trắng tích tiền điện dữ tổng",
        "lừa": "đảo qua mất",
        "lộ": "dữ thông",
        "chậm": "so tiến trễ do là",
        "sóng": "di 4g",
        "nặng": "bao mấy cỡ nhất",
        "cỡ": "bao mấy",
        "chia": "đều sẻ cho ra",
        "rốt": "cuộc",
        "quy": "tụ mô định",
        "động": "vật sản",
        "ghé": "thăm những điểm bản đâu vào",
        "nhắm": "tới đến",
        "dịp": "nào này tết",
        "kênh": "nào gì",
        "giành": "giải",
        "mọi": "người thứ nơi",
        "hãy": "cho nêu kể liệt",
        "bạn": "là có ơi",
        "tự": "chê nhận đánh động",
        "chê": "gì",
        "yếu": "ở kém gì tố",
        "lỏng": "lẻo ở",
        "thấp": "hơn nhất bao vậy",
        "cao": "hơn nhất bao",
        "lâu": "nay không",
        "gì": "về ở trong cho để khi với từ là của không vậy thế nữa",
        "thầy": "cô giáo",
        "cô": "giáo",
        "bà": "con",
        "dân": "bị được xuống tộc có trong",
        "cái": "gì này đó nào",
        "máy": "móc tính quét",
        "ngành": "nào du y giáo",
        "phía": "lai hà nào",
        "thi": "đấu đua tuyển học",
        "hội": "nào chợ nghị thảo viên",
        "nói": "gì rằng thêm chung riêng đến",
        "hỏi": "về xem thêm tiếp",
        "kể": "ra hết đủ cho",
    }.items()
    for second in seconds.split()
)
