"""Real Word footnotes, which python-docx does not write: the part that holds them and the marks that lead to them.

WordprocessingML, ECMA-376 part 1, 17.11. Knows nothing of what the footnotes say.
"""

from xml.etree import ElementTree

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

MARK_STYLE, TEXT_STYLE = "FootnoteReference", "FootnoteText"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Footnotes:
    """The footnotes of one document, numbered by Word in the order of their marks."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._texts: list[str] = []
        mark = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
        mark.element.set(qn("w:styleId"), MARK_STYLE)
        mark.font.superscript = True
        text = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
        text.element.set(qn("w:styleId"), TEXT_STYLE)
        text.base_style = document.styles["Normal"]
        text.font.size = Pt(10)
        text.paragraph_format.space_after = Pt(0)

    def add(self, paragraph: Paragraph, text: str) -> None:
        """Put a mark at the end of the paragraph, and the text at the foot of its page."""
        self._texts.append(text)
        run = paragraph.add_run()
        run._r.get_or_add_rPr().append(_element("w:rStyle", MARK_STYLE))  # noqa: SLF001 - the way python-docx is extended
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(len(self._texts)))
        run._r.append(reference)  # noqa: SLF001

    def write(self) -> None:
        """Add the part with the texts; once, when all marks are there."""
        root = ElementTree.Element(qn("w:footnotes"))
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            note = ElementTree.SubElement(root, qn("w:footnote"), {qn("w:id"): str(number), qn("w:type"): kind})
            run = ElementTree.SubElement(ElementTree.SubElement(note, qn("w:p")), qn("w:r"))
            ElementTree.SubElement(run, qn(f"w:{kind}"))
        for number, text in enumerate(self._texts, 1):
            _note(ElementTree.SubElement(root, qn("w:footnote"), {qn("w:id"): str(number)}), text)
        ElementTree.register_namespace("w", nsmap["w"])
        blob = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
        package = self._document.part.package
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _element(name: str, value: str) -> _Element:
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    return element


def _note(note: ElementTree.Element, text: str) -> None:
    paragraph = ElementTree.SubElement(note, qn("w:p"))
    properties = ElementTree.SubElement(paragraph, qn("w:pPr"))
    ElementTree.SubElement(properties, qn("w:pStyle"), {qn("w:val"): TEXT_STYLE})
    mark = ElementTree.SubElement(paragraph, qn("w:r"))
    style = ElementTree.SubElement(mark, qn("w:rPr"))
    ElementTree.SubElement(style, qn("w:rStyle"), {qn("w:val"): MARK_STYLE})
    ElementTree.SubElement(mark, qn("w:footnoteRef"))
    run = ElementTree.SubElement(paragraph, qn("w:r"))
    ElementTree.SubElement(run, qn("w:t"), {_SPACE: "preserve"}).text = f" {text}"
