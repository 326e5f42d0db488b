"""Says in a line of Vietnamese what a report is and what became of a file. Knows no terminal and no files."""

from app.explain import explain
from app.messages import say
from app.shelf.models import Held, Outcome
from corpus.models import Metadata
from corpus.quality import Quality, assess


def line_of(outcome: Outcome, *, dry_run: bool) -> str:
    """Return what became of a file, or would."""
    if outcome.fault or not outcome.held or not outcome.placed:
        return say("add.refused", file=outcome.name, reason=explain(outcome.fault) if outcome.fault else "")
    identity, standing = outcome.held.report.id, outcome.placed.standing
    if standing == "known":
        return say("add.known", file=outcome.name, id=identity)
    key = f"add.{standing}.dry" if dry_run else f"add.{standing}.done"
    return say(key, file=outcome.name, id=identity, version=outcome.placed.version, facts=facts(outcome.held))


def listed(held: Held) -> str:
    """Return a line of the list of reports."""
    card = held.card_or_own()
    key = "list.replaced" if card.version > 1 else "list.first"
    kind = say(key, format=card.findings.format, version=card.version)
    return say("list.line", id=held.report.id, kind=kind, facts=facts(held))


def facts(held: Held) -> str:
    """Return what was recognised in a report: title, number, date, parts, doubts."""
    report, findings = held.report, held.card_or_own().findings
    quality = assess(report, findings)
    told = [f"“{report.title}”", *_header(report.metadata), *_parts(quality)]
    if quality.encodings:
        told.append(say("add.encodings", names=", ".join(quality.encodings), count=quality.converted))
    if quality.doubts:
        told.append(say("add.doubts", doubts=", ".join(_doubts(quality))))
    return "; ".join(told)


def _header(metadata: Metadata) -> list[str]:
    number = "/".join(part for part in (metadata.number, metadata.sign) if part)
    told = [say("add.number", number=number) if number else say("add.no-number")]
    if metadata.issued_on:
        told.append(say("add.date", date="/".join(reversed(metadata.issued_on.split("-")))))
    return [*told, metadata.issuer] if metadata.issuer else told


def _parts(quality: Quality) -> list[str]:
    told = [say("add.sections", count=quality.headings)]
    if quality.footnotes:
        told.append(say("add.footnotes", linked=quality.footnotes_linked, count=quality.footnotes))
    if quality.tables:
        told.append(say("add.tables", count=quality.tables, rows=quality.rows))
    if quality.insertions or quality.deletions:
        told.append(say("add.changes", insertions=quality.insertions, deletions=quality.deletions))
    return told


def _doubts(quality: Quality) -> list[str]:
    said = []
    for doubt in quality.doubts:
        words = say(f"doubt.{doubt.kind}", count=doubt.count)
        said.append(say("doubt.at", words=words, where=doubt.where) if doubt.where else words)
    return said
