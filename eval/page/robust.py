"""The table of what each form of typing costs. Knows nothing of how a form is made."""

from collections.abc import Sequence
from html import escape

from eval.page.svg import interval_bar
from eval.page.wilson import wilson
from eval.page.words import both, number, percent
from eval.robustness import FormLine


def robustness_table(lines: Sequence[FormLine], shown: frozenset[str]) -> str:
    """Return a row for each form with the questions that it loses, linked where they are ``shown``; "" without any."""
    if not lines:
        return ""
    columns = ("page.form", "page.count", "page.share", "page.form-loss")
    heads = "".join(f'<th scope="col">{both(key)}</th>' for key in columns)
    rows = "".join(_row(line, shown) for line in lines)
    return (
        f'<figure class="panel"><h3 id="robustness">{both("page.robustness")}</h3>'
        '<div class="scroll" role="region" tabindex="0" aria-labelledby="robustness"><table class="bars">'
        f'<thead><tr>{heads}<td class="drawn scale"><span>0 %</span><span>50 %</span><span>100 %</span></td>'
        f'<th scope="col" class="ids">{both("page.lost")}</th></tr></thead><tbody>{rows}</tbody></table></div>'
        f"<figcaption>{both('page.robustness.about')}</figcaption></figure>"
    )


def _row(line: FormLine, shown: frozenset[str]) -> str:
    lost = " ".join(
        f'<a href="#q-{escape(i)}">{escape(i)}</a>' if i in shown else f"<span>{escape(i)}</span>" for i in line.lost
    )
    bar = interval_bar(line.right, *wilson(round(line.right * line.count), line.count))
    loss = "–" if line.form == "clean" else number(line.loss, 1)
    return (
        f'<tr><th scope="row">{both(f"page.form.{line.form}")}</th><td>{line.count}</td><td>{percent(line.right)}</td>'
        f'<td>{loss}</td><td class="drawn">{bar}</td><td class="ids">{lost}</td></tr>'
    )
