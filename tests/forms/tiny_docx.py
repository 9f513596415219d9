"""Small Word files, written by hand: the XML of their parts in a zip."""

from __future__ import annotations

import io
import zipfile

__all__ = ["bullets", "docx", "levels", "p", "r", "tbl", "tc"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = ("styles", "numbering", "footnotes", "endnotes")
_STYLES = """
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Our title"/><w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
"""


def r(text: str, properties: str = "") -> str:
    """A run of words, with properties such as ``<w:b/>``."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, style: str = "", list_number: int = 0, level: int = 0) -> str:
    """A paragraph of runs or plain words."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if list_number:
        properties += (
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_number}"/></w:numPr>'
        )
    body = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{body}</w:p>"


def tc(*paragraphs: str, properties: str = "") -> str:
    """A table's cell."""
    body = "".join(part if part.startswith("<") else p(part) for part in paragraphs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{body}</w:tc>"


def tbl(*rows: tuple[str, ...]) -> str:
    """A table of rows of cells or plain words."""
    lines = (
        "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in row) for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def levels(number: int, *forms: tuple[str, str]) -> str:
    """A numbered list: the form (``decimal``, ``lowerRoman``) and label of each level."""
    body = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(forms)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}">{body}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    )


def bullets(number: int) -> str:
    """A list with signs."""
    return levels(number, ("bullet", "\uf0b7"))


def docx(
    *body: str, numbering: str = "", footnotes: str = "", endnotes: str = "", styles: str = _STYLES
) -> bytes:
    """A Word file with this body."""
    contents = dict(zip(_PARTS, (styles, numbering, footnotes, endnotes), strict=True))
    relations = "".join(
        f'<Relationship Id="r{part}" Type="{_OFFICE}/{part}" Target="{part}.xml"/>'
        for part, content in contents.items()
        if content
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _relations(
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": _relations(relations),
        "word/document.xml": _part("document", f"<w:body>{''.join(body)}</w:body>"),
    }
    files |= {
        f"word/{part}.xml": _part(part, content) for part, content in contents.items() if content
    }
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return memory.getvalue()


def _relations(inner: str) -> str:
    return f'<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'


def _part(name: str, inner: str) -> str:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    return f'{head}<w:{name} xmlns:w="{_W}" {mc}>{inner}</w:{name}>'
