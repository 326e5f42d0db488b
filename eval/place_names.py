"""Names the places of evidence as citations name them. Knows no report: codes are told as they are."""

from app.messages import Language, say
from eval.models import Evidence


def section_name(code: str, language: Language = "vi") -> str:
    """Return what citations call a section: "Mục I.3", "Phần kết"."""
    named = code in ("header", "closing")
    return say(f"label.{code}", language) if named else say("label.section", language, code=code)


def place_name(evidence: Evidence, language: Language = "vi") -> str:
    """Return what citations call the section, or the footnote, of an evidence: "Mục I.3, chú thích 4"."""
    section = section_name(evidence.section, language)
    return say("label.footnote", language, section=section, number=evidence.footnote) if evidence.footnote else section
