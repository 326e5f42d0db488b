"""Writes .docx files small enough to be read at a glance. Knows only what the tests of the reader need."""

import io
import zipfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="urn:wps"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_START = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inside: str, properties: str = "") -> str:
    """A paragraph; text that is no XML becomes one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside if inside.startswith('<') else run(inside)}</w:p>"


def numbered(text: str, number: int, level: int) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside if inside.startswith('<w:p>') else p(inside)}</w:tc>"


def table(*rows: str, lines: bool = True) -> str:
    drawn = '<w:tblBorders><w:insideV w:val="single"/></w:tblBorders>' if lines else ""
    return f"<w:tbl><w:tblPr>{drawn}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def note_mark(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def docx(
    body: str, *, footnotes: str = "", endnotes: str = "", styles: str = "", numbering: str = "", before: str = ""
) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("_rels/.rels", _START)
        archive.writestr("word/document.xml", f"{before}<w:document {_NAMES}><w:body>{body}</w:body></w:document>")
        for part, inside in (("footnotes", footnotes), ("endnotes", endnotes), ("styles", styles)):
            if inside:
                archive.writestr(f"word/{part}.xml", f"<w:{part} {_NAMES}>{inside}</w:{part}>")
        if numbering:
            archive.writestr("word/numbering.xml", f"<w:numbering {_NAMES}>{numbering}</w:numbering>")
    return target.getvalue()


def note(number: int, *texts: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}">{"".join(map(p, texts))}</w:{kind}>'


def levels(number: int, *forms: tuple[str, str]) -> str:
    """A list: for each level the form of its numerals and the text around them."""
    inside = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(forms)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{inside}</w:abstractNum>'


def num(number: int, abstract: int, start: int | None = None) -> str:
    override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
