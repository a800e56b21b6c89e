"""Tells by content what kind of file some bytes are.

The name of a file is not asked: a Word document that was saved as `release.txt` is still a Word document.
"""

import re

_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
)
_ZIPPED = ((b"word/", "docx"), (b"ppt/", "pptx"), (b"xl/", "xlsx"), (b"content.xml", "odt"))
_MARKUP = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAGS = re.compile(rb"</(?:p|div|span|table|td|li|h[1-6])>|<br ?/?>", re.IGNORECASE)
_SEVERAL_TAGS = 4
_LOOKED_AT = 65_536

NAMES = {
    "ole": "an old Word document (.doc) or an encrypted Office file",
    "pdf": "a PDF",
    "rtf": "a rich text (RTF) document",
    "gzip": "a compressed file",
    "docx": "a Word document",
    "pptx": "a PowerPoint presentation",
    "xlsx": "an Excel workbook",
    "odt": "an OpenDocument text",
    "zip": "a zip archive",
    "html": "an HTML page",
}


def format_of(data: bytes) -> str:
    """The kind of file: a key of NAMES, or `text` for whatever is none of them."""
    head = data[:_LOOKED_AT]
    if head.startswith(b"PK\x03\x04"):
        return next((kind for inside, kind in _ZIPPED if inside in data), "zip")
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _MARKUP.match(plain) or len(_TAGS.findall(plain)) >= _SEVERAL_TAGS:
        return "html"
    return "text"
