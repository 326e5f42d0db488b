"""Which sections and footnotes of the reports no answerable question stands on. Knows nothing of answers."""

from collections.abc import Iterable

from corpus.library import Library
from eval.match import occurrences
from eval.models import Evidence, GoldQuestion

Spot = tuple[str, str, str | None]
"""Report id, section code, number of the footnote or None for the running text."""


def spots(library: Library) -> list[Spot]:
    """Return every section that has sentences of its own and every footnote, in reading order.

    A part that is only the title over its items ("I. KẾT QUẢ") has none.
    """
    return list(
        dict.fromkeys(
            (report.id, paragraph.section, paragraph.footnote)
            for report in library.reports
            for paragraph in report.paragraphs
            if paragraph.kind != "heading"
        )
    )


def uncovered(questions: Iterable[GoldQuestion], library: Library) -> list[Evidence]:
    """Return the places without a question, as evidence without a quote."""
    asked = {
        (place.report_id, evidence.section, evidence.footnote)
        for question in questions
        for evidence in question.evidence
        for place in occurrences(evidence, library)
    }
    return [
        Evidence(section, footnote, "")
        for report, section, footnote in spots(library)
        if (report, section, footnote) not in asked
    ]
