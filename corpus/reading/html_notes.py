"""Finds the footnotes of an HTML tree: marks and bodies that link to each other. Knows no Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

_NAMED = re.compile(r"_?(?:ftn|edn|fn|footnote|endnote|sdfootnote|sdendnote|cite_note)[-:_]?\d+", re.IGNORECASE)
_ENDNOTE = re.compile(r"_?(?:edn|endnote|sdendnote)", re.IGNORECASE)
_CONTAINERS = {"li", "dd", "aside", "div"}
_BLOCKS = {*_CONTAINERS, "p", "td"}
LONGEST_MARK = 10
"""Characters of a link that may be a footnote mark; a longer one is a link of a table of contents."""


@dataclass(frozen=True, slots=True)
class HtmlNotes:
    """Footnotes of a tree: the number of each mark, the number of each body, the links that lead back."""

    marks: dict[_Element, str]
    bodies: dict[_Element, str]
    backs: frozenset[_Element]


def text_of(element: _Element) -> str:
    """Return all text inside an element."""
    return "".join(str(text) for text in element.itertext())


def _near(target: _Element, mark: _Element) -> bool:
    """Tell whether a link back hits its mark, or what stands around or right beside it."""
    around = [mark, *list(mark.iterancestors())[:3]]
    return target in around or mark in target.iterancestors() or target.getparent() is mark.getparent()


def _container(target: _Element) -> _Element | None:
    """Return the element that holds the whole body: the item or box of its own around it, else its paragraph."""
    around = [target, *target.iterancestors()]
    nearest = next((element for element in around if element.tag in _BLOCKS), None)
    if nearest is None or nearest.tag in _CONTAINERS:
        return nearest
    parent = nearest.getparent()
    own_box = parent is not None and parent.tag in _CONTAINERS and parent.get("id") is not None
    return parent if own_box else nearest


def _links(element: _Element) -> Iterator[tuple[_Element, str]]:
    for link in element.iter("a"):
        address = link.get("href") or ""
        if address.startswith("#") and len(address) > 1:
            yield link, address[1:]


def find_notes(root: _Element) -> HtmlNotes:
    """Return the footnotes of a tree, numbered in the order of their marks, endnotes after footnotes."""
    named: dict[str, _Element] = {}
    for element in root.iter():
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                named.setdefault(name, element)
    order = {element: at for at, element in enumerate(root.iter())}
    marks: list[tuple[_Element, _Element, bool]] = []
    backs: set[_Element] = set()
    bodies: set[_Element] = set()
    for link, address in _links(root):
        target = named.get(address)
        body = _container(target) if target is not None else None
        if body is None or link in backs or link in body.iter() or order[link] > order[body]:
            continue
        if len(text_of(link).strip()) > LONGEST_MARK:
            continue
        leading_back = [back for back, to in _links(body) if to in named and _near(named[to], link)]
        if leading_back or body in bodies or _NAMED.fullmatch(address.removesuffix("sym")):
            marks.append((link, body, bool(_ENDNOTE.match(address))))
            backs.update(leading_back)
            bodies.add(body)
    numbers: dict[_Element, str] = {}
    for _, body, _ in sorted(marks, key=lambda found: found[2]):
        numbers.setdefault(body, str(len(numbers) + 1))
    return HtmlNotes({link: numbers[body] for link, body, _ in marks}, numbers, frozenset(backs))
