"""Tells by content what kind of file some bytes are.

The name of a file is not asked: a Word document that was saved as `release.txt` is still a Word document. Only where the
content leaves it open whether a text is Markdown does a name that ends in `.md` decide.
"""

_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
)
_ZIPPED = ((b"word/", "docx"), (b"ppt/", "pptx"), (b"xl/", "xlsx"), (b"content.xml", "odt"))
# What the streams of an OLE file are called, in its directory.
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_STREAMS = (("EncryptedPackage", "encrypted"), ("WordDocument", "doc"), ("__properties_version", "msg"))
_LOOKED_AT = 65_536
# What a text must hold somewhere to be looked at more closely. Most texts hold none of it, and pay for no pattern.
_POSTED = (b"mime-version:", b"message-id:", b"received:", b"return-path:", b"content-type:")
_MARKED = (b"# ", b"#\t", b"```", b"~~~", b"]: ", b"](", b"\n---", b"<!--")
_END_MARKS = (b"# # #", b"###")

NAMES = {
    "ole": "an old Word document (.doc) or an encrypted Office file",
    "doc": "an old Word document (.doc)",
    "encrypted": "an encrypted Office file",
    "msg": "an Outlook message (.msg)",
    "pdf": "a PDF",
    "rtf": "a rich text (RTF) document",
    "gzip": "a compressed file",
    "docx": "a Word document",
    "pptx": "a PowerPoint presentation",
    "xlsx": "an Excel workbook",
    "odt": "an OpenDocument text",
    "zip": "a zip archive",
    "html": "an HTML page",
    "edgar": "an EDGAR submission",
    "mail": "an e-mail",
    "markdown": "Markdown",
    "report": "a report that prlint wrote",
}
READ = "prlint reads text, Markdown, HTML, Word (.docx), PDF, RTF and e-mail (.eml)"
ADVICE = {
    "ole": "save it as .docx, without a password",
    "doc": "save it as .docx",
    "encrypted": "save it without a password",
    "msg": "save it as .eml",
    "odt": "save it as .docx",
    "gzip": "unpack it first",
    "zip": "unpack it first",
    "report": "check the release that it is about",
}


def format_of(data: bytes, name: str = "") -> str:
    """The kind of file: a key of NAMES, or `text` for whatever is none of them."""
    head = data[:_LOOKED_AT]
    if head.startswith(b"PK\x03\x04"):
        return next((kind for inside, kind in _ZIPPED if inside in data), "zip")
    bare = head.removeprefix(b"\xef\xbb\xbf")  # what an editor puts before whatever it takes for text
    for signature, kind in _SIGNATURES:
        if bare.startswith(signature):
            return _stream(data) if kind == "ole" else kind
    if b"%PDF-" in head[:1024] and b"\0" not in head[:4]:  # a few bytes may stand before it
        return "pdf"
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return _kind_of_text(plain, name)


def _kind_of_text(plain: bytes, name: str) -> str:
    """The kind of a text, by its marks."""
    top = plain[:8192].lower()
    bare = plain
    for mark in _END_MARKS:
        bare = bare.replace(mark, b"")
    named = name.lower().endswith(_MARKDOWN_NAMES)
    if not (
        named
        or b"</" in plain
        or top.lstrip().startswith((b"<", b"-----"))
        or any(sign in bare for sign in _MARKED)
        or any(field in top for field in _POSTED)
    ):
        return "text"
    from prlint.document.signs import kind_by_signs

    return kind_by_signs(plain, named=named)


def _stream(data: bytes) -> str:
    return next((kind for stream, kind in _STREAMS if stream.encode("utf-16-le") in data), "ole")
