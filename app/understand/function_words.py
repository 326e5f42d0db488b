"""Vietnamese words that ask or connect but name nothing. Knows nothing of any report."""

# Phrases of questions, as people type them; their syllables are known, and open no name typed small.
QUESTION_PHRASES: tuple[str, ...] = tuple(
    (
        "bao nhiêu|là bao nhiêu|có bao nhiêu|được bao nhiêu|hết bao nhiêu|tổng cộng bao nhiêu|bao nhiêu tiền|bao nhiêu ha|"
        "bao nhiêu người|bao nhiêu đơn vị|bao nhiêu con|bao nhiêu lượt|bao nhiêu chuyến|bao nhiêu doanh nghiệp|khoảng bao nhiêu|"
        "là gì|là ai|là những ai|là đâu|ở đâu|đi đâu|nơi nào|khi nào|lúc nào|bao giờ|năm nào|tháng nào|ngày nào|thế nào|như thế nào|"
        "ra sao|thì sao|vì sao|tại sao|do đâu|nguyên nhân|lý do|mấy|có mấy|thứ mấy|số mấy|lớp mấy|những gì|gồm những gì|bao gồm những gì|"
        "những nào|những đơn vị nào|những huyện nào|huyện nào|đơn vị nào|công ty nào|cơ quan nào|bệnh viện nào|trường nào|quận nào|"
        "cho tôi hỏi|cho hỏi|xin hỏi|cho biết|hãy cho biết|tôi muốn biết|tôi muốn hỏi|giúp tôi|kể tên|nêu tên|liệt kê|hãy nêu|hãy kể|hãy liệt kê|"
        "có phải|phải không|có không|đúng không|được không|hay không|hay chưa|đã chưa|có được không|bao lâu|mất bao lâu|ai ký|do ai|của ai|ai là|"
        "trong báo cáo|theo báo cáo|báo cáo này|báo cáo nêu|trong năm|năm nay|năm ngoái|năm trước|so với|nhiều hơn|ít hơn|tăng bao nhiêu|giảm bao nhiêu|"
        "thế còn|còn lại|vậy còn|vậy thì|thế thì|ạ|nhé|vậy ạ|với ạ|đó là|cái này|cái đó|việc này|việc đó|họ|nó|ở đó|ở đây|trong đó|"
        "cụ thể|chi tiết|tên gì|tên là gì|gọi là gì|chủ đề gì|lấy chủ đề gì|nội dung gì|mục đích gì|nhằm mục đích gì|để làm gì|làm gì|đã làm gì|sẽ làm gì|"
        "vụ án gì|vụ gì|trong số|tổng số|tất cả|toàn bộ|cả năm|hàng năm|mỗi ngày|mỗi năm|một năm|số lượng|đến nay|hiện nay|hiện có|đã được|có những"
    ).split("|")
)

# Single syllables and words that carry no content of a question.
FUNCTION_WORDS: frozenset[str] = frozenset(
    (
        "là và của ở có được các những cho với tại do để thì mà này đó kia ấy nào gì ai mấy sao đâu bao nhiêu bao_nhiêu trong ngoài trên dưới "
        "vào ra lên xuống từ đến tới về theo như rằng nên nếu khi lúc bị đã đang sẽ vẫn còn cũng chỉ rất quá lắm hơn nhất ạ à ơi nhé nhỉ vậy thế "
        "hả hay hoặc hãy nói xin vui lòng tôi tớ mình em anh chị bạn ông bà chúng ta chúng_tôi họ nó người_ta hỏi biết kể nêu liệt_kê kể_tên nêu_tên "
        "không chưa phải đúng chăng mỗi từng mọi cả tất_cả toàn_bộ bằng bởi vì tại_sao vì_sao thế_nào như_thế_nào ra_sao bao_giờ khi_nào "
        "lại rồi xong luôn ngay cùng giữa qua sau trước đây thôi nữa thêm riêng cụ_thể chi_tiết giúp giùm hộ muốn cần nhiều ít một "
        "báo_cáo nội_dung thông_tin câu_hỏi trả_lời theo_báo_cáo hiện_nay đến_nay hiện bên phía ra_sao gồm bao_gồm trong_đó số tổng tổng_số "
        "tổng_cộng số_lượng khoảng chừng tầm con_số tên gọi làm diễn diễn_ra được_biết đấy hai ba bốn năm sáu bảy tám chín mười một_số ngày_nào so so_với đó_là việc cái chiếc điều loại vụ nhằm thứ kiểu sang tính đợt lần"
    ).split()
)
