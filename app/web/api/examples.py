"""What requests and answers look like, for the OpenAPI document. Knows nothing of how they are made.

Taken from the packaged report; a test holds them against the models they stand for.
"""

import json
from typing import Any

Example = dict[str, Any]
"""JSON of no fixed shape."""

QUESTION = "Diện tích trồng hoa hồng ở Tam Đường là bao nhiêu?"
REPORT_ID = "bc-hop-tac-lai-chau-ha-noi-2022"
_TITLE = "Kết quả hợp tác giữa tỉnh Lai Châu và thành phố Hà Nội năm 2022"
_QUOTE = (
    "Nhiều tổ chức, cá nhân tại thành phố Hà Nội đã thuê đất và đầu tư trồng hoa hồng trên địa bàn tỉnh Lai Châu với "
    "quy mô diện tích 115 ha (thành phố Lai Châu 78,7 ha; huyện Tam Đường 32,8 ha; huyện Tân Uyên 3,5 ha)."
)
ANSWER_ID = "76b5688dc44141079a34c7f34f31e95e"

ASKED: list[Example] = [
    {"question": QUESTION},
    {"question": "Có bao nhiêu đơn vị vận tải khách đi Hà Nội?", "years": [2022], "issuers": ["tỉnh Lai Châu"]},
]

CITATION: Example = {
    "marker": 1,
    "report_id": REPORT_ID,
    "report_title": _TITLE,
    "section": "I.3",
    "section_title": "Lĩnh vực nông nghiệp",
    "footnote": None,
    "quote": _QUOTE,
    "start": 3469,
    "end": 3682,
    "label": "Mục I.3",
    "report_name": "",
    "url": f"/reports/{REPORT_ID}?start=3469&end=3682#s-I.3.p1.s2",
}
ANSWER: Example = {
    "answer_id": ANSWER_ID,
    "answer": f"{_QUOTE} [1]",
    "answerable": True,
    "refusal": None,
    "standalone_question": QUESTION,
    "mode": "extractive",
    "confidence": 0.993,
    "citations": [CITATION],
    "nearest": [],
    "suggestions": ["Có bao nhiêu nhà đầu tư của thành phố Hà Nội quan tâm trồng dược liệu?"],
    "timings_ms": {"understand": 1.4, "find": 18.2, "write": 0.8, "check": 0.0},
    "decisive": [],
}


def _event(name: str, data: Example) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


EVENTS = (
    _event(
        "meta",
        {"answer_id": ANSWER_ID, "standalone_question": QUESTION, "answerable": True, "evidence": [CITATION]},
    )
    + _event("delta", {"text": ANSWER["answer"]})
    + _event("answer", ANSWER)
)

REPORT: Example = {
    "id": REPORT_ID,
    "title": _TITLE,
    "number": None,
    "number_note": "Bản gốc để trống số văn bản (“Số: …/BC-UBND”).",
    "issuer": "Ủy ban nhân dân tỉnh Lai Châu",
    "issued_on": "2023-02",
    "period": "2022",
    "url": f"/reports/{REPORT_ID}",
    "sign": "BC-UBND",
    "signatory": "Trần Tiến Dũng",
    "version": 1,
    "replaces": None,
    "format": "md",
    "size": None,
    "added_on": None,
    "original": False,
    "quality": {
        "headings": 18,
        "attachments": 0,
        "footnotes": 8,
        "footnotes_linked": 8,
        "tables": 0,
        "rows": 0,
        "sentences": 105,
        "encodings": [],
        "converted": 0,
        "insertions": 0,
        "deletions": 0,
        "pages": 0,
        "missing": ["number"],
        "doubts": [],
    },
}
REPORTS: Example = {"reports": [REPORT]}
OUTLINE: Example = {
    **REPORT,
    "kind": "Báo cáo",
    "superior": None,
    "plan": {"number": "2923/KH-UBND", "issued_on": "2020-12-14"},
    "recipients": ["TT. Tỉnh ủy Lai Châu (b/c)", "UBND thành phố Hà Nội"],
    "sections": [
        {
            "code": "I.3",
            "label": "Mục I.3",
            "title": "Lĩnh vực nông nghiệp",
            "path": ["KẾT QUẢ TRIỂN KHAI HỢP TÁC NĂM 2022", "Lĩnh vực nông nghiệp"],
            "level": 2,
            "start": 3343,
            "end": 6822,
        }
    ],
    "footnotes": [
        {
            "number": "3",
            "section": "I.3",
            "anchor": 4154,
            "start": 6053,
            "end": 6161,
            "text": (
                "Công ty CP thảo dược thiên nhiên Việt Nam, Công ty TNHH xuất nhập khẩu Song Thu, "
                "Công ty Phước Nguyên Đường."
            ),
        }
    ],
    "repairs": 109,
    "characters": 21074,
    "text_url": f"/api/v1/reports/{REPORT_ID}/text",
    "earlier": [],
}
PUBLISHED: Example = {**OUTLINE, "passages": 104, "published": True, "known": False}
PREVIEW: Example = {
    "report": OUTLINE,
    "outline": [{"code": "I.3", "label": "Mục I.3", "title": "Lĩnh vực nông nghiệp", "level": 2}],
    "quality": REPORT["quality"],
    "replaced": {"id": REPORT_ID, "title": _TITLE, "version": 2},
    "same": None,
    "passages": 104,
    "text_start": "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n…",
    "document": '<article class="document">…</article>',
}
CORRECTIONS: Example = {"number": "15", "issuer": "Ủy ban nhân dân tỉnh Lai Châu"}
TEXT = f"ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n…\n{_QUOTE}\n…"
MARKDOWN = (
    "Số: 15/BC-UBND\n\n## BÁO CÁO\n\n### Kết quả công tác y tế năm 2023\n\n#### I. KẾT QUẢ\n\nĐã tiêm 15.000 liều./.\n"
)

COMPLETION_REQUEST: Example = {"model": "hoidap-auto", "messages": [{"role": "user", "content": QUESTION}]}
COMPLETION: Example = {
    "id": f"chatcmpl-{ANSWER_ID}",
    "object": "chat.completion",
    "created": 1767225600,
    "model": "hoidap-auto",
    "choices": [
        {
            "index": 0,
            "message": {
                "role": "assistant",
                "content": ANSWER["answer"],
                "refusal": None,
                "annotations": [
                    {
                        "type": "url_citation",
                        "url_citation": {
                            "url": f"http://127.0.0.1:7860{CITATION['url']}",
                            "title": f"Mục I.3 – {_TITLE}",
                            "start_index": len(_QUOTE) + 1,
                            "end_index": len(_QUOTE) + 4,
                        },
                    }
                ],
            },
            "logprobs": None,
            "finish_reason": "stop",
        }
    ],
    "usage": {"prompt_tokens": 11, "completion_tokens": 46, "total_tokens": 57},
    "citations": [CITATION],
}
_CHUNK: Example = {
    "id": COMPLETION["id"],
    "object": "chat.completion.chunk",
    "created": COMPLETION["created"],
    "model": "hoidap-auto",
    "choices": [{"index": 0, "delta": {"content": ANSWER["answer"]}, "logprobs": None, "finish_reason": None}],
}
CHUNKS = f"data: {json.dumps(_CHUNK, ensure_ascii=False)}\n\ndata: [DONE]\n\n"
FEEDBACK: Example = {"answer_id": ANSWER_ID, "rating": -1, "reason": "wrong-figure", "comment": "Số liệu của cả tỉnh."}
