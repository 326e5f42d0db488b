"""Tells whether a reply refuses. Knows phrases of two languages, nothing of questions.

A peer refuses only where it says so itself, in its first sentence: what follows an answer ("… 32,8 ha. Không có thông
tin khác.") takes nothing back. None of the phrases stands in the packaged report, so that no quotation of it is taken
for a refusal (tested).
"""

import re

from index.syllables import normalise

PHRASES = (
    "không nêu",
    "không được nêu",
    "không đề cập",
    "không được đề cập",
    "không nhắc đến",
    "không được nhắc",
    "không nói",
    "không cung cấp",
    "không được cung cấp",
    "không chứa",
    "không có thông tin",
    "không đủ thông tin",
    "không có câu trả lời",
    "không có dữ liệu",
    "không tìm thấy",
    "không trả lời được",
    "không thể trả lời",
    "không thể xác định",
    "không thể cung cấp",
    "tôi không biết",
    "xin lỗi",
    "not mention",
    "no mention",
    "not provide",
    "not contain",
    "not specif",
    "not include",
    "not state",
    "not given",
    "no information",
    "not enough information",
    "none of the",
    "no relevant",
    "cannot answer",
    "cannot be answered",
    "cannot be determined",
    "cannot provide",
    "do not know",
    "sorry",
    "empty response",  # what LlamaIndex says where it found nothing
)
"""In the form of ``index.syllables.normalise``; each also counts with "n't" in place of " not"."""

_REFUSAL = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, PHRASES))})")
_SENTENCE = re.compile(r"[.!?](?=\s|\[|$)|\n")


def refuses(reply: str) -> bool:
    """Tell whether the first sentence of a reply says that there is no answer; an empty reply refuses too."""
    said = reply.strip()
    end = _SENTENCE.search(said)
    first = normalise(said[: end.start()] if end else said).replace("’", "'")
    first = first.replace("can't", "cannot").replace("n't ", " not ")
    return not said or bool(_REFUSAL.search(first))
