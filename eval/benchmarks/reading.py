"""Measures how well files are read that lie beside their transcripts: ``python -m eval.benchmarks.reading FOLDER``.

Knows transcripts, not what the files mean. Of the letters with diacritics of a transcript (the tone or shape marked, or
đ), a letter is right where the reading has it too, in its place. Words are aligned first (longest common runs, capitals
and punctuation left out), the rest between them letter by letter. Whether capitals are right is told apart.
"""

import argparse
import re
import sys
import time
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from corpus.errors import ReportError
from corpus.reading.read import read_document

_WORD = re.compile(r"[^\W_]+")
_GROUPED = re.compile(r"(?<=\d)\.(?=\d{3}(?:\D|$))")
_LAYOUT = re.compile(r"^\|(?: --- \|)+$|<br>|\[\^[\w-]+\]:?|\\(?=[*`\[<|\\#>])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """What was measured on one file: letters with diacritics of the transcript, how many are right, capitals too."""

    name: str
    letters: int
    right: int
    right_capitals: int
    words: int
    words_found: int
    words_read: int
    encodings: tuple[str, ...]
    converted: int
    seconds: float

    @property
    def share(self) -> float:
        """Letters with diacritics that are right, 0 to 1."""
        return self.right / self.letters if self.letters else 1.0


def has_diacritic(letter: str) -> bool:
    """Tell whether a letter has a mark of tone or shape, or is đ."""
    return letter in "đĐ" or len(unicodedata.normalize("NFD", letter)) > 1


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text or of Markdown, NFC."""
    bare = _GROUPED.sub("", unicodedata.normalize("NFC", _LAYOUT.sub(" ", text)))
    return _WORD.findall(bare)


def _marked(text: str) -> int:
    return sum(map(has_diacritic, text))


def _letters_right(expected: str, found: str) -> tuple[int, int]:
    """Return how many letters with diacritics agree between two short texts: whatever their case, and with it."""
    blocks = SequenceMatcher(None, expected.lower(), found.lower(), autojunk=False).get_matching_blocks()
    pairs = [(expected[b.a + i], found[b.b + i]) for b in blocks for i in range(b.size)]
    marked = [(one, other) for one, other in pairs if has_diacritic(one)]
    return len(marked), sum(one == other for one, other in marked)


def compare(transcript: str, reading: str) -> tuple[int, int, int, int]:
    """Return letters with diacritics, those right, those whose case is right too, and the words found."""
    expected, found = words_of(transcript), words_of(reading)
    right = cased = same = 0
    matcher = SequenceMatcher(None, [w.lower() for w in expected], [w.lower() for w in found], autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        here, there = expected[start:end], found[other_start:other_end]
        if kind == "equal":
            same += end - start
            right += sum(map(_marked, here))
            cased += sum(_marked(one) if one == other else 0 for one, other in zip(here, there, strict=True))
        elif kind == "replace":
            letters, capitals = _letters_right(" ".join(here), " ".join(there))
            right, cased = right + letters, cased + capitals
    return sum(map(_marked, expected)), right, cased, same


def measure(path: Path) -> ReadingLine:
    """Read a file and compare it with its transcript. Raises ``ReportError`` where it cannot be read."""
    transcript = path.with_suffix(".txt").read_bytes().decode("utf-8", errors="replace")
    started = time.perf_counter()
    reading = read_document(path.read_bytes(), path.name)
    seconds = time.perf_counter() - started
    letters, right, cased, same = compare(transcript, reading.markdown)
    found = reading.findings
    total = len(words_of(transcript)), same, len(words_of(reading.markdown))
    return ReadingLine(path.name, letters, right, cased, *total, found.encodings, found.converted, seconds)


def table(lines: list[ReadingLine]) -> str:
    """Return the figures as a Markdown table."""
    rows = [
        "| file | letters with diacritics | right | with their case | words found | words read | encodings | seconds |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    rows += [
        f"| {line.name} | {line.letters} | {line.share:.2%} | {line.right_capitals / max(line.letters, 1):.2%} "
        f"| {line.words_found} of {line.words} | {line.words_read} | {', '.join(line.encodings)} ({line.converted}) "
        f"| {line.seconds:.1f} |"
        for line in lines
    ]
    return "\n".join(rows)


def main() -> int:
    """Measure every file of a folder that has a transcript; the exit status is 1 where one could not be read."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    files = [path for path in sorted(parser.parse_args().folder.iterdir()) if path.suffix != ".txt"]
    lines, failed = [], 0
    for path in files:
        if not path.with_suffix(".txt").exists():
            continue
        try:
            lines.append(measure(path))
        except ReportError as error:
            failed = 1
            sys.stderr.write(f"{error}\n")
    sys.stdout.write(table(lines) + "\n")
    return failed


if __name__ == "__main__":
    sys.exit(main())
