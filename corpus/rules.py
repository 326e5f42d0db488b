"""Tells whether a document lays down rules, by its type and that of what is attached. Knows no question."""

from corpus.models import Report, Section

_RULES = frozenset(
    "Luật|Bộ luật|Pháp lệnh|Nghị định|Thông tư|Thông tư liên tịch|Quy chế|Quy định|Điều lệ|Nội quy".split("|")
)
_RULES_WITHOUT_PERIOD = frozenset({"Nghị quyết", "Nghị quyết liên tịch", "Quyết định", "Chỉ thị", "Hướng dẫn", "Lệnh"})
"""They lay down a rule, or a plan for some years, which their title then names."""


def lays_down_rules(report: Report) -> bool:
    """Tell whether a document says what is to be done, at any time, and not what was done in some year."""
    kinds = {report.metadata.kind, *(section.label for section in report.sections if is_attachment(section))}
    return bool(kinds & _RULES) or (report.metadata.period is None and report.metadata.kind in _RULES_WITHOUT_PERIOD)


def is_attachment(section: Section) -> bool:
    """Tell whether a section is all of what is attached to a document, such as a Quy chế below its Quyết định."""
    return section.code.startswith("A") and section.code[1:].isdigit()
