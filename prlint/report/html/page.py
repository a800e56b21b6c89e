"""The page of a report: its head with the policy, the bar with the filters, an article a file."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files

from prlint import __version__
from prlint.engine.model import Rule
from prlint.report.closing import counted
from prlint.report.html.cards import card
from prlint.report.html.items import KNOWN, OPEN, SEVERITIES, WAIVED, Item, families, family_names, items
from prlint.report.html.release import release
from prlint.report.html.understood import in_short, understood
from prlint.report.html.words import attributes, line
from prlint.report.model import FileReport, Report

_POLICY = "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def page(report: Report) -> str:
    """A whole run as one page."""
    style, script = _own("style.css"), _own("script.js")
    policy = _POLICY.format(style=_allowed(style), script=_allowed(script))
    shown = [items(file) for file in report.files]
    rules = {rule.code: rule for rule in report.rules}
    articles = "\n".join(
        _article(file, of_file, number, rules) for number, (file, of_file) in enumerate(zip(report.files, shown, strict=True), 1)
    )
    title = report.files[0].path if len(report.files) == 1 else counted(len(report.files), "file")
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="prlint report {__version__}">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{line(title)}: prlint report</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header class="bar">
<div class="title"><h1>prlint report</h1>{_sum(report)}</div>
{_filters(report, shown)}
</header>
<main id="main">
{_index(report, shown)}{articles}
</main>
<footer><p>prlint {__version__}. {_scope(report)} A reviewer’s aid, not legal advice.</p>
<p class="keys" hidden><kbd>j</kbd> next finding, <kbd>k</kbd> the one before, <kbd>Esc</kbd> none</p></footer>
<script>{script}</script>
</body>
</html>
"""


def _own(name: str) -> str:
    return files("prlint.report.html").joinpath(name).read_text(encoding="utf-8")


def _allowed(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _sum(report: Report) -> str:
    told = [
        f'<span class="pill {severity}">{counted(number, severity)}</span>' for severity in SEVERITIES if (number := report.tally(severity))
    ]
    told += [f'<span class="pill error">{counted(report.failed, "file")} not checked</span>'] if report.failed else []
    return f'<p class="sum">{" ".join(told) or "Nothing found"}</p>'


def _scope(report: Report) -> str:
    rules = f" with {counted(len(report.rules), 'rule')}" if report.rules else ""
    return f"{counted(report.checked, 'file')} checked{rules}, {report.skipped} skipped, {report.failed} failed."


def _filters(report: Report, shown: Sequence[Sequence[Item]]) -> str:
    """Boxes to tick; the script shows them, because they need it."""
    every = [item for of_file in shown for item in of_file]
    if not every:
        return ""
    states = {WAIVED: "waived", KNOWN: "known before"}
    loud = [item for item in every if item.state == OPEN]
    boxes = [_box("severity", s, s, n) for s in SEVERITIES if (n := sum(item.finding.severity == s for item in loud))]
    boxes += [_box("state", s, words, n) for s, words in states.items() if (n := sum(item.state == s for item in every))]
    names = family_names(report.rules)
    kinds = [_box("family", f, names.get(f, f) or f, n) for f, n in families(report, shown).items()]
    return (
        '<form class="filters" hidden aria-label="Which findings are shown">'
        f"<fieldset><legend>Show</legend>{''.join(boxes)}</fieldset>"
        f"<fieldset><legend>Families</legend>{''.join(kinds)}"
        '<button type="button" class="all">all</button><button type="button" class="none">none</button></fieldset>'
        '<p class="shown" role="status"></p></form>'
    )


def _box(kind: str, value: str, words: str, number: int) -> str:
    told = attributes(type="checkbox", name=kind, value=value, checked="", title=value if words != value else None)
    look = kind if kind == "family" else value
    return f'<label class="{look}"><input{told}> {line(words)} <span class="count">{number}</span></label>'


def _index(report: Report, shown: Sequence[Sequence[Item]]) -> str:
    """Where there are several files: a list of them."""
    if len(report.files) < 2:
        return ""
    rows = []
    for number, (file, of_file) in enumerate(zip(report.files, shown, strict=True), 1):
        counts = [f"{counted(n, s)}" for s in SEVERITIES if (n := sum(i.state == OPEN and i.finding.severity == s for i in of_file))]
        rows.append(f'<li><a href="#file-{number}">{line(file.path)}</a> <span class="faint">{_told(file, counts)}</span></li>')
    return f'<nav class="index" aria-label="Files"><ol>{"".join(rows)}</ol></nav>\n'


def _told(file: FileReport, counts: Sequence[str]) -> str:
    return "not checked" if file.failure else ", ".join(counts) or "nothing found"


def _article(file: FileReport, of_file: Sequence[Item], number: int, rules: Mapping[str, Rule]) -> str:
    head = f'<h2 id="file-{number}-name">{line(file.path)}</h2>'
    if file.document is None:
        body = f'<p class="failure" role="note">This file could not be checked: {line(file.failure)}.</p>'
        return f'<article id="file-{number}" aria-labelledby="file-{number}-name"><header>{head}</header>{body}</article>'
    profile = f'<p class="profile">{in_short(file.profile)}</p>' if file.profile else ""
    what = "release" if file.is_release else "file"
    return f"""<article id="file-{number}" aria-labelledby="file-{number}-name">
<header>{head}{profile}{understood(file, number)}</header>
<div class="columns">
<section class="release"{attributes(aria_label=f"{file.path}: the {what}")}>
<h3 class="unseen">The {what}</h3>
{release(file, of_file, number)}
</section>
<section class="findings"{attributes(aria_label=f"{file.path}: findings", tabindex=0)}>
{_lists(file, of_file, number, rules)}
</section>
</div>
</article>"""


def _lists(file: FileReport, of_file: Sequence[Item], number: int, rules: Mapping[str, Rule]) -> str:
    assert file.document is not None, "asked by the caller"
    lists = []
    for state, title in ((OPEN, "Findings"), (WAIVED, "Waived"), (KNOWN, "Known before")):
        members = [card(item, number, file.document, rules) for item in of_file if item.state == state]
        if members:
            joined = "\n".join(members)
            lists.append(f'<h3>{title} <span class="count">{len(members)}</span></h3>\n<ol role="list">{joined}</ol>')
    return "\n".join(lists) or "<h3>Nothing found</h3>"
