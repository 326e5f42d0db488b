"""One question of the page: what was asked, said, expected and cited, and what failed. Knows no other question."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from app.models import Answer, Citation
from eval.models import Evidence, Outcome
from eval.page.groups import sections_of
from eval.page.matched import stands_in
from eval.page.side_by_side import Rival
from eval.page.words import both, metric, percent, place
from eval.report import failures
from eval.wording import contains, without_marks

_MARK = re.compile(r"\[(\d{1,3})\]")


def reaction(outcome: Outcome) -> str:
    """Return what came back: ``answered``, ``refused``, or ``failed`` where the product raised."""
    answer = outcome.attempt.answer
    return "failed" if answer is None else "answered" if answer.answerable else "refused"


def question(outcome: Outcome, others: Sequence[Rival]) -> str:
    """Return a question folded up, its anchor ``q-<id>``; what the filters compare stands in its data attributes."""
    asked = outcome.attempt.question
    result = "right" if outcome.right else "wrong"
    sign = "✓" if outcome.right else "✗"
    return (
        f'<details class="question {result}" id="q-{escape(asked.id)}" data-type="{asked.type}" '
        f'data-section="{escape(" ".join(sections_of(outcome)))}" data-result="{result}" '
        f'data-reaction="{reaction(outcome)}" data-changed="{" ".join(_changes(asked.id, others))}">'
        f'<summary><span class="verdict">{sign}<span class="name"> {both(f"page.{result}")}</span></span>'
        f'<span class="id">{escape(asked.id)}</span><span class="asked">{escape(asked.question)}</span>'
        f'<span class="type">{both(f"page.type.{asked.type}")}</span></summary><dl>'
        + "".join(f"<dt>{name}</dt><dd>{shown}</dd>" for name, shown in _lines(outcome, others) if shown)
        + "</dl></details>"
    )


def _changes(identity: str, others: Sequence[Rival]) -> Iterator[str]:
    for rival in others:
        if rival.comparison is None:
            continue
        for kind, ids in (("win", rival.comparison.wins), ("loss", rival.comparison.losses)):
            if identity in ids:
                yield f"change-{rival.number}"
                yield f"{kind}-{rival.number}"


def _lines(outcome: Outcome, others: Sequence[Rival]) -> Iterator[tuple[str, str]]:
    """Yield what is shown, by name; a line with nothing to show is left out by the caller."""
    attempt, asked, answer = outcome.attempt, outcome.attempt.question, outcome.attempt.answer
    turns = "".join(f"<li>{both(f'page.role.{turn.role}')}: {escape(turn.content)}</li>" for turn in asked.history)
    yield both("page.line.history"), f'<ol class="history">{turns}</ol>' if turns else ""
    yield both("page.line.failed"), f'<span class="bad">{_failed(outcome)}</span>' if _failed(outcome) else ""
    yield both("page.line.error"), f"<code>{escape(attempt.error)}</code>" if attempt.error else ""
    yield both("page.line.answer"), _said(asked.id, answer) if answer else both("page.nothing")
    yield both("page.line.citations"), _citations(asked.id, answer, asked.evidence) if answer else ""
    yield both("page.line.reference"), _words(asked.reference) or both("page.must-refuse")
    yield both("page.line.must"), _items(asked.must_include, outcome.missing)
    yield both("page.line.must-not"), _forbidden(outcome)
    yield both("page.line.evidence"), _evidence(asked.evidence, answer)
    yield both("page.line.measured"), _measured(outcome)
    yield both("page.line.note"), _words(asked.note)
    for rival in others:
        yield escape(rival.run.name), _other(asked.id, outcome, rival)


def _words(text: str) -> str:
    """Return words of the gold set, marked as such for the search of the page."""
    return f'<span class="words">{escape(text)}</span>' if text else ""


def _failed(outcome: Outcome) -> str:
    """Return the metrics that must hold and do not, with the figures that no quote holds."""
    names = [metric(name) for name in failures(outcome)]
    if outcome.unsupported:
        names.append(both("page.unsupported", figures=", ".join(outcome.unsupported)))
    return "; ".join(names)


def _said(identity: str, answer: Answer) -> str:
    """Return the answer's text, its marks linked to the citations below."""
    text = _MARK.sub(rf'<a class="cite" href="#q-{escape(identity)}-c\1">[\1]</a>', escape(answer.text))
    return f'<div class="said">{text}</div>'


def _citations(identity: str, answer: Answer, evidence: Sequence[Evidence]) -> str:
    items = "".join(
        f'<li id="q-{escape(identity)}-c{each.marker}"><b>[{each.marker}] {escape(each.label)}</b> '
        f"<q>{_matched(each, evidence)}</q></li>"
        for each in answer.citations
    )
    return f'<ul class="quotes">{items}</ul>' if items else ""


def _matched(citation: Citation, evidence: Sequence[Evidence]) -> str:
    """Return a quote with the characters marked that some evidence holds."""
    spans = [stands_in(each, citation.section, citation.footnote, citation.quote) for each in evidence]
    held = {i for span in spans if span for i in range(*span)}
    pieces, start = [], 0
    for end in range(1, len(citation.quote) + 1):
        if end == len(citation.quote) or (end in held) != (start in held):
            piece = escape(citation.quote[start:end])
            pieces.append(f"<mark>{piece}</mark>" if start in held else piece)
            start = end
    return "".join(pieces)


def _items(wanted: Sequence[str], missing: Sequence[str]) -> str:
    return "".join(_item(item, good=item not in missing) for item in wanted)


def _forbidden(outcome: Outcome) -> str:
    """Return what the answer must not say, each with whether it does."""
    answer = outcome.attempt.answer
    text = without_marks(answer.text) if answer else ""
    return "".join(_item(item, good=not contains(text, item)) for item in outcome.attempt.question.must_not_include)


def _item(item: str, *, good: bool) -> str:
    """Return one item of the gold question with its alternatives, kept or not."""
    style, sign = ("good", "✓") if good else ("bad", "✗")
    return f'<span class="item {style}">{sign} {escape(item.replace("|", " | "))}</span>'


def _evidence(evidence: Sequence[Evidence], answer: Answer | None) -> str:
    items = ""
    for each in evidence:
        cited = answer is not None and any(
            stands_in(each, citation.section, citation.footnote, citation.quote) for citation in answer.citations
        )
        state = f'<span class="{"good" if cited else "bad"}">{both("page.cited" if cited else "page.not-cited")}</span>'
        items += f"<li><b>{place(each)}</b> <q>{escape(each.quote)}</q> {state}</li>"
    return f'<ul class="quotes">{items}</ul>' if items else ""


def _measured(outcome: Outcome) -> str:
    """Return confidence, time and the rank of the first hit on evidence."""
    answer = outcome.attempt.answer
    shown = [both("page.took", ms=round(outcome.attempt.milliseconds))]
    if answer is not None:
        shown.insert(0, f"{both('page.confidence')} {percent(answer.confidence)}")
    if (reciprocal := outcome.value("mrr")) is not None:
        shown.append(both("page.rank", rank=round(1 / reciprocal)) if reciprocal else both("page.rank.none"))
    return " · ".join(shown)


def _other(identity: str, outcome: Outcome, rival: Rival) -> str:
    """Return what another system said where one of the two was right and the other wrong."""
    if not list(_changes(identity, [rival])):
        return ""
    theirs = next(each for each in rival.run.outcomes if each.attempt.question.id == identity)
    answer = theirs.attempt.answer
    said = escape(answer.text if answer else theirs.attempt.error)
    result = "wrong" if outcome.right else "right"
    return f'<span class="{"bad" if outcome.right else "good"}">{both(f"page.{result}")}</span> {said}'
