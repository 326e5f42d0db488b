"""Writes findings as JSON and reads them back, for cards and for the process that reads files. Knows no format."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, get_args

from corpus.reading.models import Doubt, DoubtKind, Findings, Format


def findings_to_json(findings: Findings) -> dict[str, Any]:
    """Return findings as what ``json`` writes."""
    return asdict(findings)


def findings_from_json(fields: Mapping[str, Any]) -> Findings:
    """Return the findings that were written. Raises ``KeyError``, ``TypeError`` or ``ValueError`` for anything else."""
    format_: Format = fields["format"]
    doubts = tuple(_doubt(doubt) for doubt in fields.get("doubts", ()))
    if format_ not in get_args(Format):
        raise ValueError(format_)
    counts = ("converted", "pages", "tables", "insertions", "deletions", "footnotes")
    return Findings(
        format=format_,
        encodings=tuple(str(name) for name in fields.get("encodings", ())),
        doubts=doubts,
        **{name: int(fields.get(name, 0)) for name in counts},
    )


def _doubt(fields: Mapping[str, Any]) -> Doubt:
    kind: DoubtKind = fields["kind"]
    if kind not in get_args(DoubtKind):
        raise ValueError(kind)
    return Doubt(kind, str(fields.get("where", "")), int(fields.get("count", 1)))
