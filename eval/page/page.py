"""Writes the HTML page of a run: one file that loads nothing. Knows what stands on it and in which order.

Style and script are inlined from the files beside this one; the page allows exactly those two, by their hashes, and
no connection, so that nothing in a question, a report or an answer can run or load anything.
"""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from eval.page.calibration import calibration
from eval.page.figures import figures
from eval.page.filters import filters
from eval.page.groups import by_section, by_type, group_table
from eval.page.head import head, title
from eval.page.latency import latency
from eval.page.question import question
from eval.page.retrieval import retrieval
from eval.page.robust import robustness_table
from eval.page.side_by_side import Rival, rivals, side_by_side
from eval.page.words import both
from eval.record import StoredRun
from eval.robustness import FormLine

_FOLDER = Path(__file__).parent


def write_page(
    path: Path, run: StoredRun, compared: Sequence[StoredRun] = (), robustness: Sequence[FormLine] = ()
) -> None:
    """Write the page of a run, side by side with other systems that were asked the same questions.

    The forms of typing are those that the run holds where none are given. Raises ``OSError`` where it cannot be
    written and ``ValueError`` for a run without outcomes.
    """
    if not run.outcomes:
        raise ValueError(f"{run.name} has no outcomes to show")
    path.write_text(render_page(run, compared, robustness or run.robustness), encoding="utf-8")


def render_page(run: StoredRun, compared: Sequence[StoredRun], robustness: Sequence[FormLine]) -> str:
    """Return the page as text."""
    others = rivals(run, compared)
    style, script = (_FOLDER.joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    return Template(_FOLDER.joinpath("page.html").read_text(encoding="utf-8")).substitute(
        title=escape(title(run, "vi")),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        skip=both("page.skip"),
        head=head(run),
        nav=_nav(bool(others)),
        figures=figures(run),
        side_by_side=side_by_side(run, others),
        plots_title=both("page.plots"),
        plots=_plots(run, robustness),
        questions_title=both("page.questions"),
        filters=filters(run.outcomes, others),
        questions=_questions(run, others),
        none=both("page.filter.none"),
    )


def _hash(text: str) -> str:
    """Return what a content security policy calls an inline style or script."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _nav(others: bool) -> str:
    """Return links to the parts of the page."""
    parts = ("figures", *(("side-by-side",) if others else ()), "plots", "questions")
    return "".join(f'<a href="#{part}">{both(f"page.{part}")}</a>' for part in parts)


def _plots(run: StoredRun, robustness: Sequence[FormLine]) -> str:
    """Return the tables with bars two in a row, the drawings three, where the window is wide enough."""
    outcomes = run.outcomes
    shown = frozenset(outcome.attempt.question.id for outcome in outcomes)
    groups = group_table(by_type(outcomes), "type", "page.by-type")
    groups += group_table(by_section(outcomes), "section", "page.by-section")
    drawings = calibration(outcomes) + retrieval(outcomes)
    drawings += latency([outcome.attempt.milliseconds for outcome in outcomes])
    return (
        f'<div class="panels">{groups}</div><div class="panels drawings">{drawings}</div>'
        f"{robustness_table(robustness, shown)}"
    )


def _questions(run: StoredRun, others: Sequence[Rival]) -> str:
    return "\n".join(question(outcome, others) for outcome in run.outcomes)
