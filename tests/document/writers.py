"""Writes one release in many formats, as different programs would."""

import io
from email.message import EmailMessage
from html import escape
from itertools import chain

import docx
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Flowable, ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Spacer, Table

Block = tuple[str, str | list[str] | list[list[str]]]
"""`title`, `heading`, `text`, `lines` (that end where they end), `items`, or `table` (rows of cells); `*so*` is bold."""

RELEASE: list[Block] = [
    ("title", "Ferrant Therapeutics Announces Positive Topline Results from Phase 3 CORAL Trial of FRT-204 in Lupus"),
    (
        "text",
        (
            "BOSTON, May 5, 2027 – Ferrant Therapeutics, Inc. (Nasdaq: FRNT), a clinical-stage biotechnology company, today announced "
            "topline results from CORAL (NCT0533441), a randomized, double-blind, placebo-controlled Phase 3 trial of *FRT-204* in 412 "
            "adults with systemic lupus erythematosus. FRT-204 is safe and effective, and the difference from placebo was statistically "
            "significant."
        ),
    ),
    (
        "text",
        (
            "FRT-204 reduced the risk of flare by 45% (HR=0.65; 95% CI: 0.50-0.84; p=0.001) compared with placebo. Responses were observed "
            "in 12 of 30 patients (45%) of the biopsy group. Results will be described in the Company’s Form 10K & its supplement."
        ),
    ),
    (
        "table",
        [
            ["Endpoint", "FRT-204 (n=206)", "Placebo (n=206)"],
            ["Response at Week 24", "92 (45%)", "45 (22%)"],
            ["Serious adverse events", "8 (4%)", "10 (5%)"],
        ],
    ),
    (
        "text",
        (
            "“We are pleased with what these data could mean for people who live with lupus every day,” said Ana Ruiz, M.D., Chief Medical "
            "Officer of Ferrant. “Corvexa™ has shown what a second medicine can add, and we thank the [TBD] investigators of the trial.”"
        ),
    ),
    ("heading", "Next Steps"),
    (
        "items",
        [
            "A best-in-class tablet for children, whose trial begins on June 31, 2027, in the United States and in several other countries",
            "Full results at a medical meeting",
        ],
    ),
    ("heading", "About Corvexa®"),
    ("text", "Corvexa® (ferrantinib) is approved in the United States for adults with rheumatoid arthritis."),
    ("heading", "About Ferrant Therapeutics"),
    ("text", "Ferrant Therapeutics develops medicines for diseases of the immune system. More is at www.ferrant.example."),
    ("heading", "Forward-Looking Statements"),
    (
        "text",
        (
            "This press release contains forward-looking statements within the meaning of the Private Securities Litigation Reform Act of "
            "1996, including statements about the timing of trials. These statements involve risks and uncertainties."
        ),
    ),
    ("heading", "Contacts"),
    ("lines", ["Investors", "Jo Lind", "ir@ferrant.example", "+1 617 555 0100"]),
    ("text", "###"),
]


def _bold(text: str, mark: str, end: str) -> str:
    """The text with what is bold between two marks."""
    return "".join(part if index % 2 == 0 else f"{mark}{part}{end}" for index, part in enumerate(text.split("*")))


def as_text(blocks: list[Block]) -> bytes:
    paragraphs = []
    for kind, told in blocks:
        if kind == "items":
            paragraphs += [f"• {item}" for item in told]
        elif kind == "table":
            paragraphs.append("\n".join("\t".join(row) for row in told))
        else:
            paragraphs.append(told if isinstance(told, str) else "\n".join(map(str, told)))
    return ("\n\n".join(_bold(paragraph, "", "") for paragraph in paragraphs) + "\n").encode()


def as_html(blocks: list[Block]) -> bytes:
    """As a content system writes it: indented, wrapped, with entities, and a page around it."""
    tags = {"title": "h1", "heading": "h2", "text": "p"}
    out = []
    for kind, told in blocks:
        if kind == "items":
            out.append("<ul>\n" + "\n".join(f"  <li>{_inline(str(item))}</li>" for item in told) + "\n</ul>")
        elif kind == "table":
            rows = ("".join(f"<td><p>{_inline(cell)}</p></td>" for cell in row) for row in told)
            out.append("<table>" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif kind == "lines":
            out.append("<p>" + "<br>\n".join(_inline(str(line)) for line in told) + "</p>")
        else:
            out.append(f"<{tags[kind]}>\n      {_inline(str(told)).replace('. ', f'.{chr(10)}      ')}\n    </{tags[kind]}>")
    return (
        "<!DOCTYPE html>\n<html><head><title>News</title><style>p { margin: 0 }</style></head><body><nav>Home</nav><article>"
        + "\n".join(out)
        + "</article><footer>All rights reserved</footer></body></html>"
    ).encode()


def _inline(text: str) -> str:
    told = escape(text).replace("–", "&ndash;").replace("“", "&#147;").replace("’", "&rsquo;").replace("®", "<sup>&reg;</sup>")
    return _bold(told, "<b>", "</b>").replace("™", "<sup>TM</sup>")


def as_markdown(blocks: list[Block]) -> bytes:
    """Wrapped at 80, with front matter and a comment."""
    out = ["---\nlayout: release\ntitle: A Breakthrough Cure\n---", "<!-- not for the wire: a breakthrough cure -->"]
    for kind, told in blocks:
        if kind == "items":
            out.append("\n".join(f"- {_bold(str(item), '**', '**')}" for item in told))
        elif kind == "table":
            rows = [f"| {' | '.join(row)} |" for row in told]
            out.append("\n".join([rows[0], "|---" * len(told[0]) + "|", *rows[1:]]))
        elif kind == "lines":
            out.append("\n".join(map(str, told)))
        elif kind == "text":
            out.append(_wrapped(_bold(str(told).replace("[", "\\["), "**", "**")))
        else:
            out.append(f"{'#' if kind == 'title' else '##'} {told}")
    return ("\n\n".join(out) + "\n").encode()


def _wrapped(text: str) -> str:
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) > 80:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def as_pdf(blocks: list[Block]) -> bytes:
    styles = getSampleStyleSheet()
    foot = ParagraphStyle("lines", parent=styles["BodyText"], spaceBefore=0, spaceAfter=0)
    story: list[Flowable] = []
    for kind, told in blocks:
        if kind == "items":
            items = [ListItem(Paragraph(_bold(escape(str(item)), "<b>", "</b>"), styles["BodyText"])) for item in told]
            story.append(ListFlowable(items, bulletType="bullet"))
        elif kind == "table":
            story.append(Table(told))
        elif kind == "lines":
            story += [Spacer(1, 8), *(Paragraph(escape(str(line)), foot) for line in told)]
        else:
            style = {"title": "Title", "heading": "Heading2", "text": "BodyText"}[kind]
            story.append(Paragraph(_bold(escape(str(told)), "<b>", "</b>"), styles[style]))
    out = io.BytesIO()

    def margins(canvas: object, document: object) -> None:
        canvas.drawString(72, 560, "Ferrant Therapeutics: a breakthrough cure")  # type: ignore[attr-defined]
        canvas.drawString(200, 30, f"Page {document.page}")  # type: ignore[attr-defined]

    SimpleDocTemplate(out, pagesize=A5, invariant=1).build(story, onFirstPage=margins, onLaterPages=margins)
    return out.getvalue()


def as_rtf(blocks: list[Block]) -> bytes:
    out = []
    for kind, told in blocks:
        if kind == "items":
            out += [rf"{{\listtext\bullet\tab}}{_rtf(str(item))}\par" for item in told]
        elif kind == "table":
            out += [r"\trowd" + "".join(rf"\intbl {_rtf(cell)}\cell" for cell in row) + r"\row" for row in told]
        elif kind == "lines":
            out.append(r"\line ".join(_rtf(str(line)) for line in told) + r"\par")
        else:
            out.append(rf"\pard {_rtf(str(told))}\par")
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times New Roman;}}{\info{\title A breakthrough cure}}{\header A breakthrough cure\par}"
    return (head + "\n" + "\n".join(out) + "}").encode("ascii")


def _rtf(text: str) -> str:
    told = "".join(char if char.isascii() else rf"\u{ord(char)}?" for char in text.replace("\\", "\\\\"))
    return _bold(told, r"{\b ", "}")


def as_mail(blocks: list[Block]) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "ana@ferrant.example", "press@ferrant.example", "A breakthrough cure"
    message.set_content("See the page.")
    message.add_alternative(as_html(blocks).decode(), subtype="html", charset="windows-1252", cte="quoted-printable")
    message.add_attachment(b"...", maintype="application", subtype="pdf", filename="release.pdf")
    return message.as_bytes()


def as_word(blocks: list[Block]) -> bytes:
    document = docx.Document()
    for kind, told in blocks:
        if kind == "table":
            table = document.add_table(rows=0, cols=len(told[0]))
            for row in told:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
            continue
        style = {"title": "Title", "heading": "Heading 2", "items": "List Bullet"}.get(kind)
        for text in told if kind == "items" else [told if isinstance(told, str) else "\n".join(map(str, told))]:
            paragraph = document.add_paragraph(style=style)
            for index, part in enumerate(str(text).split("*")):
                paragraph.add_run(part).bold = index % 2 == 1
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def from_text(text: str) -> list[Block]:
    """Blocks of a text whose every line is a paragraph."""
    return list(chain.from_iterable([("text", line)] if line.strip() else [] for line in text.split("\n")))
