"""The form that filters questions. Knows nothing of what a question shows; the page's script reads the form."""

from collections.abc import Sequence

from eval.models import Outcome
from eval.page.groups import by_section, by_type
from eval.page.side_by_side import Rival
from eval.page.words import attributes, both, option


def filters(outcomes: Sequence[Outcome], others: Sequence[Rival]) -> str:
    """Return the form: search, type, section, result, reaction, and with other systems who won."""
    types = "".join(option(group.value, f"page.type.{group.value}") for group in by_type(outcomes))
    sections = "".join(_section(group.value) for group in by_section(outcomes))
    results = "".join(option(value, f"page.{value}") for value in ("right", "wrong"))
    reactions = "".join(option(value, f"page.{value}") for value in ("answered", "refused", "failed"))
    changed = "".join(
        option(f"{kind}-{rival.number}", f"page.filter.{kind}", name=rival.run.name)
        for rival in others
        if rival.comparison is not None
        for kind in ("change", "win", "loss")
    )
    return (
        '<form id="filters" role="search"><label class="text"><span>'
        f'{both("page.filter.text")}</span><input type="search" name="text" autocomplete="off" '
        f"{attributes('placeholder', 'page.filter.hint')}></label>"
        + _choice("type", types)
        + _choice("section", sections)
        + _choice("result", results)
        + _choice("reaction", reactions)
        + (_choice("changed", changed) if changed else "")
        + f'<button type="reset">{both("page.filter.reset")}</button>'
        f'<button type="button" id="unfold">{both("page.filter.unfold")}</button></form>'
        f'<p id="count" role="status" data-shown="{len(outcomes)}"><output>{len(outcomes)}</output> / {len(outcomes)} '
        f"{both('page.filter.shown')}</p>"
    )


def _choice(name: str, options: str) -> str:
    options = option("", "page.filter.all") + options
    return f'<label><span>{both(f"page.filter.{name}")}</span><select name="{name}">{options}</select></label>'


def _section(code: str) -> str:
    return option(code, f"label.{code}") if code in ("header", "closing") else option(code, "label.section", code=code)
