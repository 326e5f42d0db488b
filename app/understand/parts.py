"""Splits a question that asks two things into its parts. Knows the language, nothing of the reports.

"Đã có mấy nhà đầu tư quan tâm, và năm 2023 tỉnh định hướng ra sao?" asks twice; each part is answered on its own, the
later ones about the subject of the first.
"""

import itertools
import re

from app.understand.followup import Standalone

_ASKING = (
    r"(?:bao nhiêu|mấy|nào|gì|ai|đâu|bao giờ|vì sao|tại sao|ra sao|how many|what|which|who|when)\b"
    r"|(?:không|chưa)(?=\s*(?:[,;.?!]|$|và\b|còn\b|nhỉ|ạ|vậy|hả|rồi\b))"
)
_INTERROGATIVE = re.compile(rf"\b(?:{_ASKING})", re.IGNORECASE)
_SEAM = re.compile(r"\s*[,;?]\s*(?:và|còn|rồi|sang|đồng thời)?\s+|\s+(?:và|còn|rồi|đồng thời)\s+", re.IGNORECASE)
_TELLING = re.compile(
    r"^\W*(?:xin |hãy |đề nghị |kính đề nghị |vui lòng )*(?:cho (?:tôi |chúng tôi )?biết|nêu|kể|liệt kê)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\s+và\s+(?=(?:số|tên|diện tích|kinh phí|những|các|tổng)\b)", re.IGNORECASE)
SHORTEST, SHORTEST_FIRST = 2, 5
"""Fewest words of a part, and of the first one, which must name the subject."""


def _pieces(question: str) -> list[str]:
    """Cut between two question words, at the last seam before the second one's clause."""
    asking = list(_INTERROGATIVE.finditer(question))
    if len(asking) < 2:
        return _TOLD.split(question) if _TELLING.match(question) else [question]
    pieces, start = [], 0
    for left, right in itertools.pairwise(asking):
        seams = [m for m in _SEAM.finditer(question, left.end()) if m.end() <= right.start()]
        if seams:
            pieces.append(question[start : seams[0].start()])
            start = seams[0].end()
    return [*pieces, question[start:]]


def split(question: str) -> list[Standalone]:
    """Return the parts of a question in order; a question that asks one thing is its only part."""
    pieces = [piece.strip(" ,;") for piece in _pieces(question)]
    pieces = [piece for piece in pieces if len(piece.split()) >= SHORTEST]
    if len(pieces) < 2 or len(pieces[0].split()) < SHORTEST_FIRST:
        return [Standalone(question, question)]
    first = pieces[0].rstrip("?.! ") + "?"
    rest = [Standalone(f"{first} {piece[:1].upper()}{piece[1:].rstrip('?.! ')}?", piece) for piece in pieces[1:]]
    return [Standalone(first, first), *rest]
