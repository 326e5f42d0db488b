"""Every sentence a user sees, Vietnamese first and English beside it. Knows nothing of when they are shown."""

from typing import Literal

Language = Literal["vi", "en"]

_CATALOGUE: dict[str, tuple[str, str]] = {
    # --- questions that cannot be read -------------------------------------------------------------------------
    "question.empty": (
        "Câu hỏi đang để trống. Hãy gõ câu hỏi về nội dung báo cáo.",
        "The question is empty. Type a question about the report.",
    ),
    "question.too-long": (
        "Câu hỏi dài {detail} ký tự, tối đa là 2.000. Hãy rút gọn câu hỏi.",
        "The question has {detail} characters, the limit is 2,000. Please shorten it.",
    ),
    "question.no-words": (
        "Câu hỏi không có chữ nào đọc được. Hãy gõ câu hỏi bằng lời.",
        "The question holds no readable words. Please type it in words.",
    ),
    "question.unknown-report": (
        "Không có báo cáo “{detail}”. Xem danh sách ở /api/v1/reports.",
        "There is no report “{detail}”. See the list at /api/v1/reports.",
    ),
    # --- refusals: one polite sentence that says which kind it is -------------------------------------------------
    "refusal.not-in-report": ("Báo cáo không nêu nội dung này.", "The report does not say this."),
    "refusal.not-in-report.named": ("Báo cáo không nêu nội dung này về {missing}.", "The report does not say this of {missing}."),
    "refusal.other-place": ("Báo cáo không nêu nội dung này cho địa bàn được hỏi.", "The report does not say this of that place."),
    "refusal.other-place.named": ("Báo cáo không nêu nội dung này cho {missing}.", "The report does not say this of {missing}."),
    "refusal.other-year": ("Báo cáo không nêu nội dung này cho thời gian được hỏi.", "The report does not say this of that time."),
    "refusal.other-year.named": (
        "Báo cáo không nêu nội dung này cho thời gian được hỏi ({missing}).",
        "The report does not say this of the time asked about ({missing}).",
    ),
    "refusal.out-of-scope": (
        "Câu hỏi nằm ngoài phạm vi của báo cáo; tôi chỉ trả lời theo nội dung báo cáo.",
        "The question is outside the report; I only answer from what the report says.",
    ),
    # --- names of places in a report ----------------------------------------------------------------------------
    "label.section": ("Mục {code}", "Section {code}"),
    "label.named-section": ("Mục “{title}”", "Section “{title}”"),
    "label.header": ("Phần mở đầu", "Opening"),
    "label.closing": ("Phần kết", "Closing"),
    "label.footnote": ("{section}, chú thích {number}", "{section}, footnote {number}"),
    # --- the HTTP interface: titles and details of problems -------------------------------------------------------
    "problem.malformed": ("Không đọc được nội dung gửi lên", "The request body cannot be read"),
    "problem.malformed.detail": (
        "Nội dung gửi lên phải là JSON hợp lệ, mã hóa UTF-8. Hãy kiểm tra cú pháp rồi gửi lại.",
        "The body must be valid JSON in UTF-8. Check its syntax and send it again.",
    ),
    "problem.unsupported_media_type": ("Sai kiểu nội dung", "Wrong content type"),
    "problem.unsupported_media_type.detail": (
        "Hãy gửi JSON với tiêu đề “Content-Type: application/json”.",
        "Send JSON with the header “Content-Type: application/json”.",
    ),
    "problem.payload_too_large": ("Nội dung gửi lên quá lớn", "The request is too large"),
    "problem.payload_too_large.detail": (
        "Nội dung gửi lên tối đa là {limit} KiB. Hãy gửi ít lượt hội thoại hơn.",
        "The body may have at most {limit} KiB. Send fewer turns of the conversation.",
    ),
    "problem.invalid_field": ("Có trường không hợp lệ", "A field is not valid"),
    "problem.invalid_field.detail": ("Trường “{field}”: {reason}.", "Field “{field}”: {reason}."),
    "problem.question_empty": ("Câu hỏi để trống", "The question is empty"),
    "problem.question_too_long": ("Câu hỏi quá dài", "The question is too long"),
    "problem.question_no_words": ("Câu hỏi không có chữ", "The question has no words"),
    "problem.unknown_report": ("Không có báo cáo này", "Unknown report"),
    "problem.not_found": ("Không có địa chỉ này", "Not found"),
    "problem.not_found.detail": (
        "Không có địa chỉ “{path}”. Xem các địa chỉ ở /docs.",
        "There is no address “{path}”. See the addresses at /docs.",
    ),
    "problem.method_not_allowed": ("Sai phương thức", "Wrong method"),
    "problem.method_not_allowed.detail": (
        "Địa chỉ “{path}” không nhận phương thức {method}; hãy dùng {allowed}.",
        "The address “{path}” does not take {method}; use {allowed}.",
    ),
    "problem.not_ready": ("Hệ thống chưa sẵn sàng", "Not ready"),
    "problem.not_ready.detail": (
        "Chỉ mục và mô hình đang được nạp. Hãy thử lại sau vài giây.",
        "The index and the models are being loaded. Try again in a few seconds.",
    ),
    "problem.internal": ("Có lỗi trong hệ thống", "Internal error"),
    "problem.internal.detail": (
        "Hệ thống gặp lỗi khi xử lý yêu cầu; lỗi đã được ghi lại. Hãy thử lại.",
        "The request failed and the failure was logged. Try again.",
    ),
    "field.missing": ("bắt buộc phải có", "is required"),
    "field.type": ("sai kiểu dữ liệu", "has the wrong type"),
    "field.choice": ("phải là một trong các giá trị {expected}", "must be one of {expected}"),
    "field.at-least": ("phải từ {limit} trở lên", "must be at least {limit}"),
    "field.at-most": ("không được quá {limit}", "must be at most {limit}"),
    "field.too-few": ("phải có ít nhất {limit} mục", "must have at least {limit} items"),
    "field.too-many": ("không được quá {limit} mục", "must have at most {limit} items"),
    "field.invalid": ("giá trị không hợp lệ", "is not valid"),
    "report.number-blank": (
        "Bản gốc để trống số văn bản (“Số: …/{sign}”).",
        "The original leaves the number blank (“Số: …/{sign}”).",
    ),
    "report.number-absent": ("Bản gốc không ghi số văn bản.", "The original gives no number."),
    # --- the pages: chat, report, reference -------------------------------------------------------------------------
    "page.title": ("Hỏi Đáp Báo Cáo", "Hỏi Đáp Báo Cáo"),
    "page.lead": ("Tra cứu báo cáo hành chính, có dẫn nguồn", "Administrative reports, answered with sources"),
    "page.to-chat": ("Về trang hỏi đáp", "Back to the chat"),
    "page.outline": ("Mục lục", "Contents"),
    "page.footnote-mark": ("Chú thích {number}", "Footnote {number}"),
    "page.footnote-back": ("Về chỗ đánh dấu chú thích {number}", "Back to the mark of footnote {number}"),
    "reference.title": ("Giao diện lập trình", "Programming interface"),
    "reference.lead": (
        "Mọi địa chỉ nhận và trả JSON (UTF-8). Bản máy đọc được:",
        "Every address takes and returns JSON (UTF-8). For machines:",
    ),
    "reference.models": ("Dữ liệu", "Data"),
    "reference.problems": ("Mã lỗi", "Problem codes"),
    "chat.welcome": ("Hỏi về nội dung báo cáo", "Ask about the report"),
    "chat.welcome-detail": (
        "Mỗi câu trả lời đều kèm số [1], [2]… Bấm vào số để xem đúng câu được dẫn trong báo cáo.",
        "Every answer carries marks [1], [2]… Click one to see the very sentence of the report.",
    ),
    "chat.examples": ("Câu hỏi mẫu", "Examples"),
    "chat.question": ("Câu hỏi", "Question"),
    "chat.placeholder": ("Nhập câu hỏi về báo cáo…", "Type a question about the report…"),
    "chat.send": ("Gửi", "Send"),
    "chat.new": ("Hội thoại mới", "New conversation"),
    "chat.log": ("Hội thoại", "Conversation"),
    "chat.waiting": ("Đang tìm trong báo cáo…", "Looking in the report…"),
    "chat.failed": (
        "Hệ thống gặp lỗi khi trả lời câu hỏi này. Câu hỏi vẫn còn trong ô nhập, bạn hãy thử gửi lại.",
        "This question could not be answered because of a failure. It is still in the box; please send it again.",
    ),
    "chat.understood": ("Hiểu câu hỏi là: {question}", "Understood as: {question}"),
    "chat.mode-extractive": ("Trích nguyên văn", "Quoted word for word"),
    "chat.mode-generative": ("Diễn đạt lại, đã đối chiếu với nguồn", "Rephrased and checked against the source"),
    "chat.sources": ("Nguồn trích dẫn", "Sources"),
    "chat.open-page": ("Mở báo cáo ở trang riêng", "Open the report on its own page"),
    "chat.nearest": ("Nội dung gần nhất trong báo cáo", "Nearest in the report"),
    "chat.suggestions": ("Có thể hỏi tiếp", "You may also ask"),
    "chat.citation": ("Trích dẫn {marker}: {label}. “{quote}”", "Citation {marker}: {label}. “{quote}”"),
    "chat.source": ("Văn bản nguồn", "Source document"),
    "chat.source-hint": ("Bấm vào số trích dẫn để xem câu nguồn", "Click a citation mark to see its source"),
    "chat.show-source": ("Báo cáo", "Report"),
    "chat.close-source": ("Đóng", "Close"),
    "chat.choose-report": ("Chọn báo cáo", "Choose a report"),
    # --- the server ---------------------------------------------------------------------------------------------------
    "serve.ready": ("Mở {url} trong trình duyệt", "Open {url} in a browser"),
    "serve.port-taken": (
        "Cổng {port} đang được chương trình khác dùng. Hãy chọn cổng khác: đặt HOIDAP_PORT={other} hoặc dùng --port {other}.",
        "Port {port} is in use by another program. Choose another: set HOIDAP_PORT={other} or use --port {other}.",
    ),
    "serve.port-refused": (
        "Hệ điều hành không cho dùng cổng {port}. Hãy chọn cổng từ 1024 trở lên: HOIDAP_PORT={other} hoặc --port {other}.",
        "The system does not allow port {port}. Choose one from 1024 up: HOIDAP_PORT={other} or --port {other}.",
    ),
    "serve.host-refused": (
        "Chưa phục vụ ra ngoài máy này được (địa chỉ “{host}”): chưa có khóa truy cập. Hãy dùng 127.0.0.1.",
        "Serving beyond this machine (address “{host}”) is not possible yet: there are no keys. Use 127.0.0.1.",
    ),
    # --- judging against the gold set ---------------------------------------------------------------------------
    "eval.title": (
        "Đánh giá {count} câu hỏi chuẩn ({gold}), chế độ {mode}",
        "{count} gold questions ({gold}), mode {mode}",
    ),
    "eval.right": ("Xử lý đúng {right} tổng số câu; {errors} câu gặp lỗi", "{right} handled right; {errors} raised"),
    "eval.search": ("Tìm kiếm", "Search"),
    "eval.answers": ("Trả lời", "Answers"),
    "eval.columns": ("giá trị|khoảng 95 %|số câu", "value|95 % interval|questions"),
    "eval.metric.hit": ("hit@{k} (success@{k}): có bằng chứng trong {k} đoạn đầu", "hit@{k} (success@{k})"),
    "eval.metric.recall": ("recall@{k}: phần bằng chứng có trong {k} đoạn đầu", "recall@{k}: evidence found"),
    "eval.metric.mrr": ("MRR (mean reciprocal rank, 10 đoạn đầu)", "MRR (mean reciprocal rank, first 10)"),
    "eval.metric.correct": ("Trả lời đúng (câu có lời đáp)", "Answers correct (answerable)"),
    "eval.metric.citation-precision": ("Độ chính xác trích dẫn (precision)", "Citation precision"),
    "eval.metric.citation-recall": ("Độ đầy đủ trích dẫn (recall)", "Citation recall"),
    "eval.metric.answered": ("Không từ chối nhầm (câu có lời đáp)", "Not refused wrongly (answerable)"),
    "eval.metric.refused": ("Từ chối đúng (câu không có lời đáp)", "Refused rightly (unanswerable)"),
    "eval.metric.verbatim": ("Mọi trích dẫn đúng nguyên văn", "Every citation verbatim"),
    "eval.metric.figures-supported": ("Mọi con số có trong trích dẫn", "Every figure in a cited quote"),
    "eval.metric.length": ("Dài ≤ 450 ký tự hoặc 4 × đáp án mẫu", "At most 450 characters or 4 × the reference"),
    "eval.unsupported": ("Con số không có trong trích dẫn: {count}", "Figures in no cited quote: {count}"),
    "eval.latency": ("Thời gian trả lời: p50 {p50} ms, p95 {p95} ms", "Answer latency: p50 {p50} ms, p95 {p95} ms"),
    "eval.types": (
        "Theo loại câu hỏi|số câu|đúng|hit@3|recall@5|tr.dẫn P|tr.dẫn R",
        "By type|questions|right|hit@3|recall@5|cit. P|cit. R",
    ),
    "eval.wrong": ("Những câu chưa đạt ({count})", "What went wrong ({count})"),
    "eval.none-wrong": ("Không có câu nào chưa đạt.", "Nothing went wrong."),
    "eval.line.question": ("hỏi", "question"),
    "eval.line.answer": ("đáp", "answer"),
    "eval.line.refused": ("[từ chối] ", "[refused] "),
    "eval.line.error": ("lỗi", "error"),
    "eval.line.missing": ("thiếu", "missing"),
    "eval.line.unsupported": ("số lạ", "figures"),
    "eval.line.evidence": ("bằng chứng", "evidence"),
    "eval.line.cited": ("trích dẫn", "cited"),
    "eval.line.failed": ("chưa đạt", "failed"),
    "eval.no-answer": ("báo cáo không nêu, phải từ chối", "not in the report, to be refused"),
    "eval.nothing": ("không có", "none"),
    "eval.written": ("Đã ghi kết quả chi tiết vào {path}.", "Details written to {path}."),
    "eval.not-written": (
        "Không ghi được {path}: {detail}. Hãy chọn nơi khác sau --json.",
        "Cannot write {path}: {detail}. Choose another place after --json.",
    ),
    "eval.below": (
        "Tỷ lệ trả lời đúng {found} thấp hơn mức yêu cầu {wanted}.",
        "{found} of the answers are correct, below the required {wanted}.",
    ),
    "eval.not-measured": (
        "Bộ câu hỏi không có câu nào có lời đáp nên không tính được tỷ lệ trả lời đúng. Hãy bỏ --fail-under-correct.",
        "No question of the set is answerable, so correctness is undefined. Leave out --fail-under-correct.",
    ),
    "eval.help": ("chấm hệ thống trên bộ câu hỏi chuẩn", "judge the system on the gold set"),
    "eval.help.set": (
        "bộ câu hỏi: dev, test, all hoặc đường dẫn tới một tệp .jsonl (mặc định: test)",
        "gold set: dev, test, all or the path of a .jsonl file (default: test)",
    ),
    "eval.help.mode": ("cách viết câu trả lời (mặc định: auto)", "how answers are written (default: auto)"),
    "eval.help.json": ("ghi toàn bộ kết quả vào tệp JSON này", "write all outcomes to this JSON file"),
    "eval.help.fail-under-correct": (
        "thoát với mã 1 nếu tỷ lệ trả lời đúng thấp hơn mức này (0 đến 1)",
        "exit with 1 when the share of correct answers is below this (0 to 1)",
    ),
    "eval.bad-share": ("“{value}” không phải số từ 0 đến 1", "“{value}” is not a number from 0 to 1"),
    # --- gold files that cannot be used -------------------------------------------------------------------------
    "gold.unreadable": (
        "{place}: không đọc được ({detail}). Hãy kiểm tra đường dẫn.",
        "{place}: cannot be read ({detail}). Check the path.",
    ),
    "gold.empty": ("{place}: không có câu hỏi nào. Mỗi dòng phải là một câu hỏi JSON.", "{place}: holds no questions."),
    "gold.encoding": ("{place}: không phải UTF-8. Hãy lưu lại bằng UTF-8.", "{place}: not UTF-8. Save it as UTF-8."),
    "gold.bad-json": ("{place}: không phải JSON ({detail}). Hãy sửa dòng này.", "{place}: not JSON ({detail})."),
    "gold.missing-field": ("{place}: thiếu trường này. Hãy thêm vào.", "{place}: the field is missing. Add it."),
    "gold.unknown-field": ("{place}: trường lạ. Hãy bỏ hoặc sửa tên.", "{place}: unknown field. Rename or remove it."),
    "gold.wrong-type": ("{place}: sai kiểu, có {detail}.", "{place}: wrong type, found {detail}."),
    "gold.bad-value": ("{place}: giá trị không hợp lệ, có {detail}.", "{place}: bad value, found {detail}."),
    "gold.not-nfc": ("{place}: chưa ở dạng Unicode NFC. Hãy chuẩn hoá.", "{place}: not in Unicode NFC. Normalise it."),
    "gold.duplicate-id": ("{place}: mã “{detail}” đã dùng. Hãy đặt mã khác.", "{place}: id “{detail}” is taken."),
    "gold.place": ("{path}, dòng {line}, trường “{field}”", "{path}, line {line}, field “{field}”"),
    "gold.place-line": ("{path}, dòng {line}", "{path}, line {line}"),
    "gold.not-in-report": (
        "{id}: trích đoạn không có ở {where}: “{quote}”. Hãy chép đúng nguyên văn từ báo cáo.",
        "{id}: the quote does not stand in {where}: “{quote}”. Copy it from the report word for word.",
    ),
    "gold.ambiguous": (
        "{id}: trích đoạn có nhiều hơn một lần ở {where}: “{quote}”. Hãy lấy đoạn dài hơn.",
        "{id}: the quote stands more than once in {where}: “{quote}”. Take a longer one.",
    ),
}


def say(key: str, language: Language = "vi", **values: object) -> str:
    """Return the sentence for a key with its values filled in. Raises KeyError for a key that is not there."""
    vietnamese, english = _CATALOGUE[key]
    return (vietnamese if language == "vi" else english).format(**values)
