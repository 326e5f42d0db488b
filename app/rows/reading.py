"""Reads the answer to a question off a table: which table, which rows, which columns. Writes nothing.

A row answers where it is named (or a total is asked for), every name, year and number of the question stands in the row
or over its table, what is counted is what a column counts, and little of the question is left over.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.rows.columns import AskedColumns, asked_columns
from app.rows.context import Context
from app.rows.naming import NamedRow, is_only_total, named_rows
from app.rows.ranking import Ranking, asks_ranking, ranking_in
from app.rows.wording import Wording
from app.understand.lexicon import Lexicon
from app.understand.parties import PLACE_SYLLABLES
from app.understand.question import Question
from corpus.grid import Grid, GridRow
from index.syllables import normalise, syllables

ENOUGH, ENOUGH_FOR_TOTAL = 0.6, 0.85
"""Share of the question, by rarity, that a named row and its table must explain, and a total that is not asked for."""
ENOUGH_BESIDE = 0.5
"""Share of what is asked of several rows, beside their names, that the table must explain."""
ALIKE = 0.02
"""Two tables whose shares differ by less explain a question as well."""
LESS_SPOKEN_OF = 0.1
"""By how much less of the question caption and headers may say than those of another table, which lacks the row."""
NEARER = 0.1
"""By how much more of its caption a table must be asked for to be the one that is meant."""
MOST_ROWS = 4
MOST_TABLES = 3
"""More tables that fit as well leave it open which is meant."""
LEAST_SURE, SURE, OPEN = 0.6, 0.95, 0.6
"""How sure an answer is from a row that explains hardly anything of a question, or all; and from several tables."""
_TOTAL = re.compile(
    r"\b(?:tổng|tất cả|cả thảy|cộng|toàn bộ|cả nước|toàn quốc|toàn tỉnh|cả tỉnh|toàn ngành|toàn huyện|toàn thành phố)\b"
)
_WHICH = re.compile(r"\b(?:nhất|ai)\b")
_HOW_MANY = re.compile(r"\b(?:bao nhiêu|mấy)\s+(?P<noun>[^\W\d_]+)", re.IGNORECASE)
_NO_NOUN = frozenset(
    "trong của ở và tại từ so năm với theo thì là được đã đang vào mỗi trên cho nếu khi lần phần tiền đồng triệu tỷ tỉ "
    "nghìn ngàn usd đô lượt điểm phần".split()
)
"""Words after "bao nhiêu" that are not what is counted, or that no header needs to say."""
_ASKS_MONEY = re.compile(r"\b(?:bao nhiêu|mấy) (?:số )?(?:tiền|kinh phí)\b")
_OF_MONEY = re.compile(r"\b(?:đồng|vốn|kinh phí|tiền|giá|thu|chi|usd|ngân sách|doanh thu)\b", re.IGNORECASE)
_HOME = frozenset({"việt", "nam"})
_ABROAD = re.compile(r"\bnước ngoài\b|\bquốc tế\b")
"""Two words for one quality."""
_EMPTY = frozenset("giai đoạn thời kỳ kì điểm nơi lớn nhỏ cao thấp nhiều ít hơn kém nhất cụ thể".split())
"""Words of a question that compare or date and need not stand in a table."""
_COMMON = PLACE_SYLLABLES | frozenset("nhà nước bộ sở ban ngành phòng cục đảng quý ủy uỷ".split())
"""Words that offices write with a capital and that name nothing by themselves."""


@dataclass(frozen=True, slots=True)
class RowReading:
    """Rows of one table that answer, the columns asked for, and how much of the question they explain, in [0, 1]."""

    grid: Grid
    rows: tuple[GridRow, ...]
    columns: tuple[int, ...]
    explained: float
    caption_share: float  # of what tells the caption from others, how much the question says
    spoken_of: float  # share of the question that the caption and headers say themselves
    ranking: Ranking | None = None


def read_rows(question: Question, grids: Sequence[Grid], context: Context, lexicon: Lexicon) -> list[RowReading]:
    """Return what the tables answer: one reading, or those of several tables where it is open which is meant.

    Nothing where no table answers. ``grids`` are of one report.
    """
    if question.english or question.kinds[:1] in (("reason",), ("effect",)):
        return []
    wording = Wording(lexicon.official(question.text))
    readers = [_Reader(question, grid, context, lexicon, wording) for grid in grids]
    readings = [one for reader in readers if (one := reader.read())]
    spoken_of = max((reader.spoken_of for reader in readers), default=0.0)
    readings = [one for one in readings if one.spoken_of >= spoken_of - LESS_SPOKEN_OF]
    if not readings:
        return []
    most = max(one.explained for one in readings)
    best = [one for one in readings if one.explained >= most - ALIKE]
    nearest = max(one.caption_share for one in best)
    best = _told_apart([one for one in best if one.caption_share >= nearest - NEARER])
    return best if len(best) <= MOST_TABLES else []


def _told_apart(readings: Sequence[RowReading]) -> list[RowReading]:
    """Leave out tables that say the same: a total stands in each of several."""
    kept: dict[tuple[tuple[str, ...], ...], RowReading] = {}
    for one in readings:
        said = tuple(tuple(one.grid.text(row, column) for column in one.columns) for row in one.rows)
        kept.setdefault(said, one)
    return list(kept.values())


def sure_of(readings: Sequence[RowReading]) -> float:
    """Return how sure an answer from rows is, in [0, 1]."""
    least = min(one.explained for one in readings)
    return OPEN if len(readings) > 1 else LEAST_SURE + (SURE - LEAST_SURE) * least


class _Reader:
    """One question held against one table."""

    def __init__(self, question: Question, grid: Grid, context: Context, lexicon: Lexicon, wording: Wording) -> None:
        self._question, self._grid, self._wording, self._lexicon = question, grid, wording, lexicon
        self._around = context.around(grid, wording)
        self._of_others = context.of_others(grid, wording)
        self._caption_share = context.caption_share(grid, wording)
        self._content = self._content_tokens()
        self.spoken_of = self._weight_of(context.said(grid, wording))

    def read(self) -> RowReading | None:
        """Return what the table answers, or None."""
        named = self._asked_now(named_rows(self._grid, self._wording))
        if asks_ranking(self._question):
            ranking = ranking_in(self._question, self._grid, self._wording)
            return self._ranked(ranking) if ranking and not named else None
        if named:
            return self._of_rows(named)
        totals = [row for row in self._grid.rows if is_only_total(self._grid, row)]
        return self._of_total(totals[-1]) if totals else None

    def _asked_now(self, named: list[NamedRow]) -> list[NamedRow]:
        """Return the rows that the follow-up names itself, where it names any: "còn Pháp thì sao?"."""
        whole, now = syllables(self._question.text), syllables(self._question.focus)
        if whole == now or whole[-len(now) :] != now:
            return named
        first = len(self._wording.tokens) - len(now)
        return [one for one in named if any(place >= first for place in one.tokens)] or named

    def _of_rows(self, named: Sequence[NamedRow]) -> RowReading | None:
        if len(named) > MOST_ROWS:
            return None
        taken = frozenset(token for one in named for token in one.tokens)
        asked = asked_columns(self._grid, self._wording, self._question.focus, taken)
        groups = self._wording.of_words(group for one in named for group in one.row.groups)
        cells = (text for one in named for text in self._words_of(one.row))
        explained = taken | asked.tokens | groups | self._wording.of_words(cells)
        share = self._share(explained, taken) * min(one.fit for one in named) ** 0.5
        if share < ENOUGH or not self._fits(explained, asked):
            return None
        if (
            len(named) > 1
            and not asked.all_said
            and self._share(asked.tokens - taken, taken) < self._share_beside(taken)
        ):
            return None
        rows = tuple(one.row for one in named)
        return RowReading(self._grid, rows, asked.columns, share, self._caption_share, self.spoken_of)

    def _words_of(self, row: GridRow) -> list[str]:
        """Return what the cells of a row say that are no figures: its unit, who is responsible."""
        return [self._grid.text(row, column) for column in self._grid.names]

    def _of_total(self, row: GridRow) -> RowReading | None:
        if self._question.heads or _WHICH.search(self._question.asked):
            return None  # which one is asked, not all of them
        asked = asked_columns(self._grid, self._wording, self._question.focus, ())
        said = self._wording.of_words(["tổng số cộng tất cả cả nước toàn bộ toàn quốc"])
        wanted = bool(_TOTAL.search(self._question.asked))
        share = self._share(asked.tokens | said)
        if share < (ENOUGH if wanted else ENOUGH_FOR_TOTAL) or not self._fits(asked.tokens | said, asked):
            return None
        return RowReading(self._grid, (row,), asked.columns, share, self._caption_share, self.spoken_of)

    def _ranked(self, ranking: Ranking) -> RowReading | None:
        tokens = ranking.tokens
        asked = AskedColumns((ranking.column,), tokens, all_said=True)
        share = self._share(tokens)
        if share < ENOUGH or not self._fits(tokens, asked):
            return None
        return RowReading(self._grid, ranking.rows, asked.columns, share, self._caption_share, self.spoken_of, ranking)

    def _content_tokens(self) -> frozenset[int]:
        """Return the words of the question that carry its content."""
        question = self._question
        told = {syllable for word in question.words for syllable in word.syllables}
        told |= {syllable for name in question.names for syllable in syllables(name.text)}
        known = self._wording.of_words(told)
        digits = {place for place, token in enumerate(self._wording.tokens) if token[0].isdigit()}
        empty = {place for place, token in enumerate(self._wording.tokens) if token in _HOME | _EMPTY}
        return frozenset((known | digits) - empty)

    def _share(self, explained: frozenset[int] | set[int], named: frozenset[int] = frozenset()) -> float:
        """Return the share of the question that is explained; half of a word that other tables say and this does not.

        "TVĐT" may stand for "tăng vốn đầu tư" by its letters, but where other captions say "tăng" it does not.
        """
        return self._weight_of(explained | self._around, self._of_others - named)

    def _share_beside(self, named: frozenset[int]) -> float:
        """Return half of the share of a question that names no row, which its columns must explain."""
        return ENOUGH_BESIDE * self._weight_of(self._content - named)

    def _weight_of(self, places: frozenset[int] | set[int], halved: frozenset[int] = frozenset()) -> float:
        """Return the share, by rarity, that some words are of what carries the question; some count half."""
        tokens = self._wording.tokens
        weights = {place: max(self._lexicon.idf(tokens[place]), 0.1) for place in self._content}
        held = sum(weights[place] * (0.5 if place in halved else 1.0) for place in places & self._content)
        return held / sum(weights.values()) if weights else 0.0

    def _fits(self, explained: frozenset[int] | set[int], asked: AskedColumns) -> bool:
        """Tell whether no name, number or counted thing of the question is left over, and something of it is asked."""
        known = explained | self._around
        tokens = self._wording.tokens
        for place, token in enumerate(tokens):
            if place in known or token in _HOME:
                continue
            if token[0].isdigit() or (place in self._wording.names and token not in _COMMON):
                return False
        wants_cells = self._question.asks("figure") or self._question.asks("yes-no") or asked.all_said
        if self._says_more(known):
            return False
        told = self._content & (asked.tokens | self._around)
        counts = self._counts_what_is_asked(known) and self._in_money_where_asked(asked)
        return wants_cells and bool(asked.columns) and bool(told) and counts

    def _says_more(self, known: frozenset[int] | set[int]) -> bool:
        """Tell whether a longer word of the question, which the reports say elsewhere, is not of this row or table.

        "Hồ sơ đất đai quá hạn" are not all "hồ sơ quá hạn".
        """
        left = {self._wording.tokens[place] for place in self._content - known}
        return any(
            len(word.syllables) > 1 and set(word.syllables) <= left and self._lexicon.says(word.text)
            for word in self._question.words
            if not _ABROAD.search(word.text)
        )

    def _in_money_where_asked(self, asked: AskedColumns) -> bool:
        """Tell whether no money is asked for, or the table says that a column is of money."""
        said = [self._grid.headers[column] for column in asked.columns]
        return not _ASKS_MONEY.search(self._question.asked) or bool(_OF_MONEY.search(f"{said} {self._grid.caption}"))

    def _counts_what_is_asked(self, known: frozenset[int] | set[int]) -> bool:
        told = {self._wording.tokens[place] for place in known}
        headers = {token for header in self._grid.headers for token in syllables(header)}
        asked = normalise(self._lexicon.official(self._question.focus))
        nouns = [match["noun"] for match in _HOW_MANY.finditer(asked)]
        return all(noun in _NO_NOUN or noun in told | headers for noun in nouns)
