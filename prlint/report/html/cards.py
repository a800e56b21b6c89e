"""A finding as a card beside the release."""

from collections.abc import Iterator, Mapping

from prlint.document.model import Document
from prlint.engine.model import Authority, Edit, Rule
from prlint.report.entries import http, where
from prlint.report.html.items import KNOWN, OPEN, WAIVED, Item, family_of
from prlint.report.html.words import attributes, line, message

_WHY_NOT_OPEN = {KNOWN: "Known before"}


def card(item: Item, number: int, document: Document, rules: Mapping[str, Rule]) -> str:
    """A finding with its place, its message, what stands behind it and what to do; `number` is that of the file on the page."""
    finding = item.finding
    told = attributes(
        class_=f"card {item.look}",
        id=f"f{number}-{item.number}",
        tabindex=-1,
        data_severity=finding.severity,
        data_family=family_of(finding),
        data_state=item.state,
        data_no=item.number,
    )
    place = where(finding.location)
    head = (
        f'<p class="head"><span class="no">{item.number}</span> <span class="badge">{finding.severity}</span> '
        f'<a class="place" href="#t{number}-{item.number}">{line(place)}<span class="unseen">: show it in the text</span></a> '
        f'<span class="rule">{finding.code} {finding.name}</span></p>'
    )
    body = "\n".join(_body(item, number, document, rules.get(finding.code)))
    return f'<li{told}>{head}\n<h4 class="message">{message(finding.message)}</h4>\n{body}</li>'


def _body(item: Item, number: int, document: Document, rule: Rule | None) -> Iterator[str]:
    finding = item.finding
    if item.state == WAIVED:
        yield f'<p class="waiver"><strong>Waived:</strong> {line(finding.waived)}</p>'
    elif item.state != OPEN:
        yield f'<p class="waiver">{_WHY_NOT_OPEN[item.state]}</p>'
    if finding.related:
        places = (
            f'<li><a href="#r{number}-{item.number}-{index}">{line(where(related.location))}</a>: {message(related.label)}</li>'
            for index, related in enumerate(finding.related)
        )
        yield f'<ul class="see" aria-label="Related places">{"".join(places)}</ul>'
    if finding.fix:
        yield f'<p class="advice"><strong>What to do.</strong> {message(finding.fix)}</p>'
    if finding.edits:
        yield _offer(finding.edits, document)
    if finding.authority:
        yield f'<ul class="authority" aria-label="Authority">{"".join(map(_authority, finding.authority))}</ul>'
    if rule and rule.why:
        yield f"<details><summary>Why it matters</summary><p>{message(rule.why)}</p></details>"


def _authority(authority: Authority) -> str:
    url = http(authority.url)
    cite = line(authority.cite)
    cited = f"<a{attributes(href=url, rel='noopener noreferrer', target='_blank')}>{cite}</a>" if url else cite
    return f'<li><cite>{cited}</cite> <span class="says">{message(authority.says)}</span></li>'


def _offer(edits: tuple[Edit, ...], document: Document) -> str:
    """The exact replacements: what goes, what comes."""
    changes = []
    for edit in sorted(edits):
        old, new = line(document.text[edit.start : edit.end]), line(edit.text)
        changes.append(
            "<li>" + " → ".join(filter(None, (f"<del>{old}</del>" if old else "", f"<ins>{new}</ins>" if new else ""))) + "</li>"
        )
    how = "prlint fix" if all(edit.safe for edit in edits) else "prlint fix --unsafe-fixes"
    made = f" that <code>{how}</code> makes" if document.takes_fixes else ""
    return f'<div class="offer"><p><strong>A fix</strong>{made}:</p><ul>{"".join(changes)}</ul></div>'
