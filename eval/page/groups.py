"""Shares handled right by group of questions: by type and by section of the evidence. Knows no single question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import get_args

from eval.models import Outcome, QuestionType
from eval.page.svg import interval_bar
from eval.page.wilson import wilson
from eval.page.words import both, percent, section

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


@dataclass(frozen=True, slots=True)
class Group:
    """Some questions of a run: the value of the filter that shows them, their name as HTML, and how many are right."""

    value: str
    name: str
    right: int
    count: int


def _group(value: str, name: str, outcomes: Sequence[Outcome]) -> Group:
    return Group(value, name, sum(outcome.right for outcome in outcomes), len(outcomes))


def by_type(outcomes: Sequence[Outcome]) -> list[Group]:
    """Return the types that the set has, in the order in which they are declared."""
    kinds = [(kind, [o for o in outcomes if o.attempt.question.type == kind]) for kind in get_args(QuestionType)]
    return [_group(kind, both(f"page.type.{kind}"), members) for kind, members in kinds if members]


def sections_of(outcome: Outcome) -> list[str]:
    """Return the codes of the sections that hold the evidence of a question, each once, in reading order."""
    return in_reading_order({evidence.section for evidence in outcome.attempt.question.evidence})


def by_section(outcomes: Sequence[Outcome]) -> list[Group]:
    """Return the sections that hold evidence, in reading order; a question with two of them counts in both."""
    codes = in_reading_order({code for outcome in outcomes for code in sections_of(outcome)})
    return [_group(code, section(code), [o for o in outcomes if code in sections_of(o)]) for code in codes]


def in_reading_order(codes: Iterable[str]) -> list[str]:
    """Return section codes as a report has them: header, I, I.1, I.2, …, closing; I.10 after I.9, IX after V."""
    return sorted(codes, key=_position)


def _position(code: str) -> tuple[int, list[tuple[int, str]]]:
    where = {"header": 0, "closing": 2}.get(code, 1)
    return where, [(_counted(part), part) for part in code.split(".")]


def _counted(part: str) -> int:
    """Return the number that a part of a code stands for; 0 for a name."""
    if part.isascii() and part.isdigit():
        return int(part)
    if not part or not set(part) <= set(_ROMAN):
        return 0
    values = [_ROMAN[letter] for letter in part]
    return sum(-v if any(later > v for later in values[i + 1 :]) else v for i, v in enumerate(values))


def group_table(groups: Sequence[Group], filtered: str, title: str) -> str:
    """Return a table with a bar for each group; its name sets the filter called ``filtered`` to the group."""
    if not groups:
        return ""
    rows = "".join(
        f'<tr><th scope="row"><a href="#questions" data-{filtered}="{escape(group.value)}">{group.name}</a></th>'
        f"<td>{group.right}/{group.count}</td><td>{percent(group.right / group.count)}</td>"
        f'<td class="drawn">{interval_bar(group.right / group.count, *wilson(group.right, group.count))}</td></tr>'
        for group in groups
    )
    return (
        f'<figure class="panel"><h3>{both(title)}</h3><table class="bars"><thead><tr>'
        f'<th scope="col">{both("page.group")}</th><th scope="col">{both("page.right-of")}</th>'
        f'<th scope="col">{both("page.share")}</th><td class="drawn scale"><span>0 %</span><span>50 %</span>'
        f"<span>100 %</span></td></tr></thead><tbody>{rows}</tbody></table>"
        f"<figcaption>{both(f'{title}.about')}</figcaption></figure>"
    )
