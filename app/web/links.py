"""Names the address of a sentence on the page of its report. Knows nothing of HTTP or HTML."""

import re
from urllib.parse import quote


def sentence_anchor(sentence_id: str) -> str:
    """Return the HTML id of a sentence: "bc-2022#I.2.p3.s2" becomes "s-I.2.p3.s2"."""
    return "s-" + re.sub(r"[^A-Za-z0-9.-]", "-", sentence_id.rpartition("#")[2])


def report_url(report_id: str) -> str:
    """Return the path of the page that shows a report."""
    return f"/reports/{quote(report_id, safe='')}"


def citation_url(report_id: str, sentence_id: str, start: int, end: int) -> str:
    """Return the address that opens a report at a sentence with exactly ``[start, end)`` of its text marked."""
    return f"{report_url(report_id)}?start={start}&end={end}#{sentence_anchor(sentence_id)}"
