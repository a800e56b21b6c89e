"""The signs by which a text with marks shows what it is: HTML, an EDGAR submission, a mail, Markdown, a report of prlint's own."""

import re

from prlint.language.kept import compiled

_MARKUP = compiled(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAGS = compiled(rb"</(?:p|div|span|table|td|li|h[1-6])>|<br ?/?>", re.IGNORECASE)
_SEVERAL_TAGS = 4
_SUBMISSION = compiled(rb"\s*(?:<SEC-DOCUMENT>|-----BEGIN PRIVACY-ENHANCED MESSAGE-----|<(?:IMS-DOCUMENT|SUBMISSION)>|<DOCUMENT>\s*<TYPE>)")
_FIELD = compiled(rb"([A-Za-z][A-Za-z0-9-]{0,60}): ?[^\n]*\n(?:[ \t][^\n]*\n)*")
_POSTED = frozenset((b"mime-version", b"message-id", b"received", b"return-path", b"content-type"))
_WRITTEN = frozenset((b"from", b"to", b"subject", b"date", b"sender", b"reply-to", b"delivered-to"))

# What only an author of Markdown writes, the sure signs first. A line of nothing but `#` is the end mark of a release.
_FRONT_MATTER = compiled(rb"---[ \t]*\n(?:#[^\n]*\n)*[A-Za-z_][\w -]{0,40}:[^\n]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|$)")
_SURE = compiled(rb"^(?:#{1,6}[ \t]+[^#\s][^\n]*\n[\s\S]*^#{1,6}[ \t]+[^#\s]|```|~~~|\[[^\]\n]{1,80}\]: +https?://)", re.MULTILINE)
_LINK = compiled(rb"!?\[[^\[\]\n]{1,200}\]\((?:https?://|mailto:|/|#|\./)[^()\s]{0,500}\)")
_HINT = compiled(
    rb"^ {0,3}#{1,6}[ \t]+[^#\s]|^(?:=+|-+)[ \t]*$|\*\*[^*\s][^*\n]{0,200}\*\*"
    rb"|\b__[^_\n]{1,200}__\b|(?:^|[\s(])[*_][^*_\s][^*_\n]{0,200}[*_](?:[\s.,;:)]|$)"
    rb"|`[^`\n]{1,200}`|<!--|^\|?[ \t]*:?-{3,}:?[ \t]*\||^> |</?[a-z]{1,10}>|^[*+-] |&#?\w{2,8};|\\[*_\[\]#<>]|\[[^\[\]\n]{1,200}\]\(",
    re.MULTILINE,
)
_SEVERAL_LINKS = 3
# The reports that prlint writes in formats that it reads.
_REPORT = re.compile(
    rb"<!-- prlint report -->"
    rb'|<!doctype html>\s*<html [^>]{0,40}>\s*<head>\s*<meta [^>]{0,40}>\s*<meta name="generator" content="prlint report '
)
_REPORT_HEAD = 400


def is_report(path: str) -> bool:
    """Whether a file is a report that prlint wrote, in one of its formats that could be taken for a release."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - of every page of a searched folder
            return bool(_REPORT.match(file.read(_REPORT_HEAD)))
    except OSError:
        return False


def kind_by_signs(plain: bytes, *, named: bool) -> str:
    """The kind of a text with `\\n` line ends; `named` if its file has a name of Markdown."""
    if _REPORT.match(plain):
        return "report"
    if _SUBMISSION.match(plain):
        return "edgar"
    if _MARKUP.match(plain):
        return "html"
    if _is_mail(plain):
        return "mail"
    if _is_markdown(plain, named=named):
        return "markdown"
    return "html" if len(_TAGS.findall(plain)) >= _SEVERAL_TAGS else "text"


def _is_mail(plain: bytes) -> bool:
    """Whether a text begins with the fields of a mail: what a program adds, and what its writer knows."""
    fields = set()
    at = 0
    while match := _FIELD.match(plain, at):
        fields.add(match[1].lower())
        at = match.end()
    return bool(fields & _POSTED) and len(fields & _WRITTEN) >= 2


def _is_markdown(plain: bytes, *, named: bool) -> bool:
    """Whether a text has what only Markdown has; under a name of Markdown any mark of it will do."""
    sure = _FRONT_MATTER.match(plain) or _SURE.search(plain) or len(_LINK.findall(plain)) >= _SEVERAL_LINKS
    return bool(sure or (named and _HINT.search(plain)))
