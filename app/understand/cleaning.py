"""Makes what was typed or pasted readable: one line of composed Unicode. Knows nothing of what it means."""

import unicodedata

from app.errors import QuestionError

QUESTION_LENGTH = 2000
"""Longest question in characters, after trimming (the HTTP contract)."""


def clean_question(question: str) -> str:
    """Return a question as one line of NFC text. Raises ``QuestionError`` where nothing readable is left."""
    text = readable(question)
    if not text:
        raise QuestionError("empty")
    if len(text) > QUESTION_LENGTH:
        raise QuestionError("too-long", f"{len(text):,}".replace(",", "."))
    if not any(c.isalpha() or c.isdecimal() for c in text):
        raise QuestionError("no-words")
    return text


def readable(text: str) -> str:
    """Return a text as one line of NFC, without control characters and halves of surrogate pairs."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(" " if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Cs") else c for c in composed)
    return " ".join(kept.split())
