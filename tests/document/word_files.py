"""Word documents for tests: written part by part, so that each test says exactly what is in its file."""

import io
import re
import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
KINDS = {
    "styles.xml": "styles",
    "numbering.xml": "numbering",
    "footnotes.xml": "footnotes",
    "endnotes.xml": "endnotes",
    "comments.xml": "comments",
    "commentsExtended.xml": "commentsExtended",
    "header1.xml": "header",
    "footer1.xml": "footer",
}
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN_TYPE = f"{TYPES}.document.main+xml"
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
SEED = Path(__file__).parents[2] / "seeds" / "immunogen-marianne.txt"


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; what does not begin as markup is the text of a run."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(inner: str, author: str = "Ana Ruiz") -> str:
    return f'<w:ins w:id="101" w:author="{author}" w:date="2026-01-05T10:00:00Z">{inner}</w:ins>'


def gone(text: str) -> str:
    run = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="102" w:author="Ana Ruiz" w:date="2026-01-05T10:00:00Z">{run}</w:del>'


def box(*paragraphs: str) -> str:
    """A run with a text box, as Word writes it: once for itself and once more for older programs."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    drawing = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="4800000" cy="700000"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="4800000" cy="700000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox>{content}'
        "</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(code: str, result: str) -> str:
    """A field as Word writes it, in five runs."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return f"{char('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{char('separate')}{result}{char('end')}"


def table(*rows: tuple[str, ...]) -> str:
    cells = ["".join(f"<w:tc><w:tcPr/>{cell if cell.startswith('<w:p') else p(cell)}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def part(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {SPACES}>{inner}</w:{root}>'


def docx(body: str, *, type_: str = MAIN_TYPE, extra: dict[str, bytes] | None = None, **parts: str) -> bytes:
    """A Word document of a body (or all of a text part) and of other parts, whose names are told without their ending."""
    files = {f"{name}.xml": text for name, text in parts.items()}
    kinds = "".join(f'<Override PartName="/word/{name}" ContentType="{TYPES}.{KINDS[name]}+xml"/>' for name in files)
    links = "".join(f'<Relationship Id="rId{index}" Type="{R}/{KINDS[name]}" Target="{name}"/>' for index, name in enumerate(files, 1))
    links += '<Relationship Id="rId90" Type="http://x/hyperlink" Target="http://127.0.0.1:9/never" TargetMode="External"/>'
    text = body if body.startswith("<?xml") else part("document", f"<w:body>{body}<w:sectPr/></w:body>")
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    members = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{type_}"/>{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": text,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{relations}">{links}</Relationships>',
        **{f"word/{name}": inner for name, inner in files.items()},
        **(extra or {}),
    }
    return zipped(members)


def zipped(members: dict[str, str | bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", kind) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def paragraphs_of(data: bytes) -> list[bytes]:
    """The paragraphs of the text part as they are written; one with a text box includes those in it."""
    return re.findall(rb"<w:p>.*?</w:p>(?!</w:txbxContent>)", parts_of(data)["word/document.xml"], re.DOTALL)


NOTES = part(
    "footnotes",
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> Ruiz A, et al. J Invented Med. 2025;1:1.</w:t></w:r></w:p></w:footnote>',
)
NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
)


def item(text: str, number: int, level: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


RICH = "".join(
    (
        p("Ferrant Therapeutics Reports Data From the Invented Trial"),
        p(
            "BOSTON – January 5, 2026 – ",
            ins(r("Ferrant Therapeutics")),
            gone("Ferrant Ltd"),
            " today reported data of ",
            r("Korvex", "<w:b/>"),
            '<w:r><w:sym w:font="Symbol" w:char="F0D2"/></w:r>',
            ".",
        ),
        p(
            "See our ",
            '<w:hyperlink r:id="rId90"><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>Form</w:t></w:r>'
            '<w:r><w:t xml:space="preserve"> 10K</w:t></w:r></w:hyperlink>',
            " for the year ",
            field(" DATE ", r("2025")),
            ", which Korvex &amp; others",
            '<w:r><w:footnoteReference w:id="7"/></w:r>',
            " follow.",
        ),
        table(("Revenue", "$", "1,234", "$", "1,100"), ("Net loss", "", "(12,345)", "", "(10,001)")),
        p("A box hangs here.", box(p("A boxed Form 10Q"))),
        '<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>'
        + p("A controlled paragraph with ", r("soft\u00adhyphens", "<w:smallCaps/>"), ".")
        + "</w:sdtContent></w:sdt>",
        item("First bullet", 1),
        item("First number", 2),
        item("Second number", 2),
        item("Under it", 2, 1),
        p(
            r("Hidden words", "<w:vanish/>"),
            "One",
            "<w:r><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t></w:r>",
        ),
    )
)


def rich() -> bytes:
    """A document with a little of everything."""
    return docx(
        RICH,
        footnotes=NOTES,
        numbering=NUMBERING,
        header1=part("hdr", p("Draft of Ferrant")),
        footer1=part("ftr", p(field("PAGE", r("1")))),
        extra={"word/media/picture.bin": bytes(range(256)) * 40},
    )
