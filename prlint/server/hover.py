"""What an editor shows where the pointer rests: the finding, what to do about it, and on what authority."""

import re
from collections.abc import Iterable

from lsprotocol import types

from prlint.engine.model import Finding
from prlint.report.entries import http, shown

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def hover(findings: Iterable[Finding], place: types.Range, *, markdown: bool) -> types.Hover | None:
    """A page of some findings, as Markdown or as plain text; None if there are none."""
    pages = [(_markdown if markdown else _plain)(finding) for finding in findings]
    if not pages:
        return None
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, ("\n\n---\n\n" if markdown else "\n\n").join(pages)), place)


def _markdown(finding: Finding) -> str:
    """Whatever a release or a rule says is shown and is no markup: CommonMark takes a backslash before any punctuation."""
    lines = [f"**{_escaped(finding.code)}** {_escaped(finding.name)} ({finding.severity})", "", _escaped(finding.message)]
    if finding.fix:
        lines += ["", f"*What to do:* {_escaped(finding.fix)}"]
    if finding.authority:
        lines += ["", "*Authority*", ""]
    for authority in finding.authority:
        url = http(authority.url)
        cite = _escaped(authority.cite)
        named = f"[{cite}](<{url}>)" if url else cite
        lines.append(f"- {named}: {_escaped(authority.says)}")
    return "\n".join(lines)


def _plain(finding: Finding) -> str:
    lines = [f"{finding.code} {finding.name} ({finding.severity})", shown(finding.message)]
    if finding.fix:
        lines.append(f"What to do: {shown(finding.fix)}")
    lines += [f"Authority: {shown(authority.cite)}: {shown(authority.says)}" for authority in finding.authority]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return _PUNCTUATION.sub(r"\\\1", shown(text))
