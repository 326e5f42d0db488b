"""Turns the runs of a .docx from legacy encodings into Unicode, by text and font. Knows nothing of layout."""

from collections.abc import Iterable

from lxml.etree import _Element

from corpus.reading.encodings import ConvertedRuns, Run, runs_to_unicode
from corpus.reading.symbols import readable
from corpus.reading.word_styles import Styles
from corpus.reading.word_xml import each, q

_SOFT_HYPHEN = "\u00ad"  # the letter ư of TCVN3; what is left of it after the conversion is layout


def to_unicode_runs(roots: Iterable[_Element], styles: Styles) -> ConvertedRuns:
    """Convert the text of all paragraphs in place; return what was found. Capitals by font become capitals."""
    texts: list[list[_Element]] = []
    runs: list[list[Run]] = []
    for root in roots:
        for paragraph in each(root, "w:p"):
            texts.append([text for text in paragraph.iter(q("w:t")) if text.text])
            runs.append([Run(text.text or "", _font(text, paragraph, styles)) for text in texts[-1]])
    found = runs_to_unicode(runs)
    for elements, converted in zip(texts, found.blocks, strict=True):
        for element, text in zip(elements, converted, strict=True):
            element.text = readable(text.replace(_SOFT_HYPHEN, ""), opens=False)
    return found


def _font(text: _Element, paragraph: _Element, styles: Styles) -> str:
    run = text.getparent()
    return "" if run is None else styles.font(run, paragraph)
