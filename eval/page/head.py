"""The head of the page: what ran, on what, when and where. Knows no figure of how good it was."""

from collections.abc import Iterator
from html import escape

from app.messages import Language, say
from eval.page.words import both, each_language, number
from eval.record import StoredRun


def title(run: StoredRun, language: Language) -> str:
    """Return the title of the page as plain text."""
    return say("page.heading", language, name=run.name, gold=run.gold)


def head(run: StoredRun) -> str:
    """Return the title and what is known of the run; what was not recorded is left out."""
    facts = "".join(f"<div><dt>{both(key)}</dt><dd>{shown}</dd></div>" for key, shown in _facts(run) if shown)
    return f'<h1>{each_language(lambda language: title(run, language))}</h1><dl class="facts run">{facts}</dl>'


def _facts(run: StoredRun) -> Iterator[tuple[str, str]]:
    known, summary = run.conditions, run.summary
    answerable = sum(outcome.attempt.question.answerable for outcome in run.outcomes)
    yield "page.set", escape(run.gold)
    yield "page.questions-asked", both("page.counts", all=summary.questions, answerable=answerable)
    yield "page.errors", str(summary.errors)
    yield "page.mode", escape(run.mode)
    yield "page.encoder", escape(known.encoder)
    yield "page.llm", escape(known.llm)
    yield "page.report", "<br>".join(map(escape, known.reports or _cited_reports(run)))
    yield "page.top-k", str(known.top_k or "")
    yield "page.jobs", str(known.jobs)
    yield "page.date", escape(known.date.replace("T", " "))
    yield "page.machine", escape(known.machine)
    yield "page.seconds", f"{number(known.seconds, 0)} s" if known.seconds else ""
    yield "page.memory", f"{number(known.memory, 0)} MiB" if known.memory else ""


def _cited_reports(run: StoredRun) -> list[str]:
    """Return the titles of the reports that answers cite."""
    answers = [outcome.attempt.answer for outcome in run.outcomes if outcome.attempt.answer]
    return list(dict.fromkeys(citation.report_title for answer in answers for citation in answer.citations))
