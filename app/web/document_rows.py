"""Renders the rows of a table as a table again. Knows nothing of what stands around it.

The text of a row says each header again; in the table those words are only shown where it is too narrow for columns.
"""

from collections.abc import Iterator, Sequence
from html import escape

from app.messages import say
from app.web.document_text import Page, runs
from app.web.links import sentence_anchor
from corpus.models import Cell, Footnote, Paragraph


def render_rows(page: Page, rows: Sequence[Paragraph]) -> str:
    """Return the rows of one table, every character of their text in it once and in order."""
    columns = max(row.cells[-1].column + 1 for row in rows)
    head = [_row(page, row, columns) for row in rows if not row.sentences]
    body = "\n".join(_row(page, row, columns) for row in rows if row.sentences)
    name = escape(say("page.table", number=str(rows[0].table)))
    return (
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="{name}"><table class="rows">'
        f"<thead>{''.join(head)}</thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def _row(page: Page, row: Paragraph, columns: int) -> str:
    notes = [note for sentence in row.sentences for note in page.notes.get(sentence.id, ())]
    cells = "".join(_cells(page, row, columns, notes))
    if not row.sentences:
        return f"<tr>{cells}</tr>"
    sentence = row.sentences[0]
    alone = " alone" if len(row.cells) == 1 else ""
    return (
        f'<tr class="sentence row{alone}" id="{sentence_anchor(sentence.id)}" data-passage="{escape(sentence.id)}">'
        f"{cells}</tr>"
    )


def _cells(page: Page, row: Paragraph, columns: int, notes: Sequence[Footnote]) -> Iterator[str]:
    """Render the cells, the empty ones too; a row with one cell alone fills the rest of its width."""
    tag = "td" if row.sentences else 'th scope="col"'
    ends = [*(cell.start for cell in row.cells[1:]), row.end]
    by_column = {cell.column: (cell, end) for cell, end in zip(row.cells, ends, strict=True)}
    span = columns - row.cells[0].column if len(row.cells) == 1 else 1
    for column in range(columns if span == 1 else columns - span + 1):
        wide = f' colspan="{span}"' if span > 1 and column in by_column else ""
        inside = _cell(page, *by_column[column], notes) if column in by_column else ""
        yield f"<{tag}{wide}>{inside}</{tag[:2]}>"


def _cell(page: Page, cell: Cell, following: int, notes: Sequence[Footnote]) -> str:
    """Render a cell with its header before it and, up to the cell that follows, what parts the two."""
    own = [note for note in notes if cell.value < note.anchor <= cell.end]
    header, after = _aside(page, cell.start, cell.value), _aside(page, cell.end, following)
    return f"{header}{runs(page, cell.value, cell.end, own)}{after}"


def _aside(page: Page, start: int, end: int) -> str:
    return f'<span class="head" aria-hidden="true">{runs(page, start, end)}</span>' if start < end else ""
