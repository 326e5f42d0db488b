"""Makes clean sentences, marks at their end, of a model's words as they come. Knows nothing of their truth."""

import re
from collections.abc import Iterable, Iterator

from app.llm.client import Piece
from app.write.writer import Words
from corpus.sentences import split_sentences

_MARK = r"\[\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\]"
_MARKS = rf"{_MARK}(?:\s*,?\s*{_MARK})*"
_END = re.compile(
    rf"[.!?…][)”\"']*\s*{_MARKS}"  # "… 32,8 ha. [1]"
    rf"|{_MARKS}\s*[.!?;…]"  # "… 32,8 ha [1]."
    rf"|{_MARKS}(?=\s*\n|\s+[^\W\da-zà-ỹđ])"  # "… 32,8 ha [1]", and a new line or a capital letter follows
)
"""Where a sentence with its marks is over. A mark inside a sentence, "425 triệu đồng [1] từ quận …", is none."""

_GOES_ON = re.compile(r"\s*(?:[\[.;,)]|$)")
_PARAGRAPH_END = re.compile(r"(?<=[^\s:])[ \t]*\n\s*\n")
_PREFIX = re.compile(r"\s*[*_]*(?:(?:câu )?trả lời|đáp án|đáp|answer)[*_]*\s*:[*_]*\s*", re.IGNORECASE)
_LINE_START = re.compile(r"^[ \t]*(?:[-+•]|#{1,6}|\d{1,2}[.)])[ \t]+", re.MULTILINE)
_DECORATION = re.compile(r"[*`]+")
_STOP = re.compile(r"\s*(?:(?<!\.)\.|[;,])$")
_WHOLE_WORDS = re.compile(r".*\S(?=\s)", re.DOTALL)


def sentences(pieces: Iterable[Piece], only_mark: int | None = None) -> Iterator[Words]:
    """Yield each sentence when it is whole, markdown and "Trả lời:" taken off, as "… [1][2].", and before it its words.

    Sentences without a mark share that of the next one, for models mark the last of a run; where there is but one
    thing to cite, ``only_mark``, the rest carries it. What follows an empty line is dropped, and so is the half
    sentence that the limit of tokens leaves at the end.
    """
    heard, cut, begun = "", False, ""
    for piece in pieces:
        heard, cut = heard + piece.text, piece.cut
        over = _PARAGRAPH_END.search(heard)
        heard = heard[: over.start()] if over else heard
        while (end := _END.search(heard)) and (over or not _GOES_ON.match(heard, end.end())):
            yield from _tidied(heard[: end.end()], only_mark)
            heard = heard[end.end() :].lstrip(" ")
        if over:
            break
        if (beginning := _beginning(heard)) not in ("", begun):
            begun = beginning
            yield Words(beginning, whole=False)
    while end := _END.search(heard):
        yield from _tidied(heard[: end.end()], only_mark)
        heard = heard[end.end() :]
    if not cut:
        yield from _tidied(heard, only_mark)


def _beginning(heard: str) -> str:
    """Return the whole words of a sentence that is being written, tidied as the sentence will be; "" for none yet."""
    words = _WHOLE_WORDS.match(heard)
    bare = _bare(words.group()).partition("[")[0].rstrip(" .") if words else ""
    return bare[:1].upper() + bare[1:]


def _bare(text: str) -> str:
    """Return a text on one line without marks, markdown and what only announces an answer."""
    bare = re.sub(rf"\s*{_MARKS}", "", _PREFIX.sub("", text))
    return " ".join(_DECORATION.sub("", _LINE_START.sub("", bare)).split())


def _tidied(text: str, only_mark: int | None) -> Iterator[Words]:
    """Yield the sentences of a run, each with the marks of the whole run."""
    numbers = dict.fromkeys(number for mark in re.findall(_MARK, text) for number in re.findall(r"\d+", mark))
    if not numbers and only_mark is not None:
        numbers = {str(only_mark): None}
    marks = "".join(f"[{int(number)}]" for number in numbers)
    bare = _bare(text)
    for span in split_sentences(bare):
        words = _STOP.sub("", bare[span.start : span.end])
        if any(char.isalnum() for char in words):
            yield Words(_marked(words[0].upper() + words[1:], marks))


def _marked(words: str, marks: str) -> str:
    if not marks:
        return words if words.endswith(("!", "?", ":")) else f"{words}."
    return f"{words} {marks}" if words.endswith(("!", "?")) else f"{words} {marks}."
