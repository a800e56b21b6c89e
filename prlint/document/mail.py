"""Reads an e-mail: the text that its reader sees, without the fields above it. What is attached is not read, and named."""

import codecs
import re
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart

from prlint.document.html import read_html
from prlint.document.model import Document, ReadError
from prlint.document.origin import line_starts, paragraphs
from prlint.document.plain import read_plain

_NAMED = 5
_MOST_PARTS = 1000  # the library takes 0.4 ms and 100 KB a part
_FLOWED = re.compile("(?<!^--) \r?\n(?!>)", re.MULTILINE)
_ENCRYPTED = frozenset(("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"))


def read_mail(data: bytes, path: str) -> Document:
    """The text of an e-mail, as a page if it has one. Raises ReadError: encrypted, damaged, or without text."""
    if data.count(b"\n--") > _MOST_PARTS:
        raise ReadError(f"is an e-mail of more than {_MOST_PARTS} parts")
    try:
        message = message_from_bytes(data.removeprefix(codecs.BOM_UTF8), _class=EmailMessage, policy=policy.default)
        bodies = [body for wanted in ("html", "plain") if (body := message.get_body((wanted,)))]
        attached = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()] if message.is_multipart() else []
        encrypted = any(part.get_content_type() in _ENCRYPTED for part in message.walk())
        texts = [(_text(body), body.get_content_subtype() == "html") for body in bodies]
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:  # the library's, on damaged fields
        raise ReadError(f"is an e-mail that cannot be read ({type(error).__name__})") from error
    if encrypted:
        raise ReadError("is an encrypted e-mail; save its text")
    names = ", ".join([*attached[:_NAMED], *(["…"] if len(attached) > _NAMED else [])])
    for text, is_page in texts:
        try:
            document = read_html(text, path) if is_page else read_plain(text, path)
        except ReadError:
            continue
        origin = paragraphs(document.text, line_starts(document.text))
        notes = (f"has attachments that are not read: {names}",) if names else ()
        return document._replace(encoding="utf-8", notes=notes, format="mail", origin=origin, suppressions=())
    raise ReadError(f"is an e-mail without text{f' (attached: {names})' if names else ''}")


def _text(body: MIMEPart) -> bytes:
    """The text of a part, in UTF-8 with its mark; as its bytes are where they are not what the part says of them."""
    payload = body.get_payload(decode=True)
    assert isinstance(payload, bytes), "a part that is a body holds text"
    try:
        text = payload.decode(body.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        return payload
    if str(body.get_param("format", "")).lower() == "flowed":
        text = _FLOWED.sub(" ", text)
    return codecs.BOM_UTF8 + text.encode("utf-8", "replace")
