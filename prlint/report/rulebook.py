"""The rule reference as Markdown pages: an index, a page a family, a page a rule.

It says what `prlint rule` says. Every text of a rule is shown and does nothing, whatever it holds: each sign that means
something to Markdown or HTML is a numbered entity, which no reader of Markdown takes for structure.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path, PurePosixPath
from tomllib import loads

from prlint.engine.model import Authority, Rule
from prlint.engine.notices import NOTICES
from prlint.language.vocabulary import Vocabulary
from prlint.records import Record
from prlint.report.closing import counted
from prlint.report.entries import http
from prlint.report.explain import Explanation, Shown, edits_told, explained
from prlint.report.terminal import visible

_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
_PLAIN = frozenset(" ,'")  # signs that are never markup and stay readable in the source
_QUOTED = re.compile(r"`([^`]+)`")
_INTRODUCTION = """# Rules

Every rule names what it stands on. A page of a rule says what `prlint rule CODE` says: what is checked, why, on what authority,
what is exempt, texts that are reported and texts that are not, what to do, and how to configure it. The examples are run by
prlint's tests, and what is said below them is what prlint says.

An **error** is a slip that leaves no two readings, or something that a release must have; a **warning** wants to be changed or
defended; an **info** wants to be looked at. Severity speaks of the drafting, not of the law."""


class Family(Record):
    """The rules of a folder. `place` is the folder's name, which is that of its pages too."""

    code: str
    title: str
    about: str
    place: str
    rules: tuple[Rule, ...]


def families(rules: Iterable[Rule]) -> list[Family]:
    """Rules by family, in the order of their titles; what is said of waivers is a family too, and the last."""
    ordered = sorted(rules, key=lambda rule: (rule.family, rule.code))
    told = [_family(code, tuple(members)) for code, members in groupby(ordered, key=lambda rule: rule.family)]
    waivers = Family("WVR", "Waivers", "What is said of waivers that have expired, fit nothing, or fit too much.", "waivers", NOTICES)
    return [*sorted(told, key=lambda family: family.title), waivers]


def rulebook(told: Iterable[Family], vocabulary: Vocabulary) -> dict[str, str]:
    """The pages, by their path: `index.md`, `FAMILY/index.md`, `FAMILY/CODE.md`. Examples are run with these terms."""
    known = list(told)
    pages = {"index.md": _index(known)}
    for family in known:
        pages[str(PurePosixPath(family.place, "index.md"))] = _family_page(family)
        pages |= {
            str(PurePosixPath(family.place, f"{rule.code}.md")): rule_markdown(explained(rule, vocabulary), family.title)
            for rule in family.rules
        }
    return pages


def rule_markdown(told: Explanation, family: str) -> str:
    """A rule as a page, beside the page of its family (with this title)."""
    on = "on by default" if told.default else "off by default"
    parts = [f"# {text(f'{told.code} {told.name}')}", f"{_severity(told.severity)} {on} · [{text(family)}](index.md)"]

    def section(title: str, body: str) -> None:
        if body:
            parts.extend((f"## {title}", body))

    section("What it checks", _checks(told))
    section("Message", "\n".join(f"- {line(message)}" for message in told.messages))
    section("Why", prose(told.why))
    section("Authority", "\n".join(map(_authority, told.authority)))
    section("Applies to", "\n".join(f"- {line(clause)}" for clause in told.applies))
    section("Exempt", prose(told.exempt))
    section("Reported", "\n\n".join(_example(shown, "reported") for shown in told.reported))
    section("Not reported", "\n\n".join(_example(shown, "silent") for shown in told.not_reported))
    section("What to do", prose(told.fix))
    section("Configuration", "\n\n".join(filter(None, (prose(told.configure), _toml(told.settings)))))
    return "\n\n".join(parts) + "\n"


def text(words: str) -> str:
    """Text on one line in which nothing is markup, an entity or a link, and nothing is hidden."""
    return _escaped(" ".join(words.split()))


def line(words: str) -> str:
    """Text on one line; what stands between backticks is code."""
    pieces, at = [], 0
    words = " ".join(words.split())
    for quoted in _QUOTED.finditer(words):
        pieces += [_escaped(words[at : quoted.start()]), f"<code>{_escaped(quoted[1])}</code>"]
        at = quoted.end()
    return "".join([*pieces, _escaped(words[at:])])


def prose(words: str) -> str:
    """Paragraphs with blank lines between them; what stands between backticks is code."""
    return "\n\n".join(map(line, words.strip().split("\n\n"))) if words.strip() else ""


def _escaped(words: str) -> str:
    """Text between tags. GitHub makes addresses of mail out of the rendered text, so a comment stands behind every `@`."""
    return _entities(words).replace("&#64;", "&#64;<!-- -->")


def _entities(words: str) -> str:
    return _SIGN.sub(lambda sign: sign[0] if sign[0] in _PLAIN else f"&#{ord(sign[0])};", "".join(map(visible, words)))


def _family(code: str, rules: tuple[Rule, ...]) -> Family:
    folder = Path(rules[0].source).parent
    file = folder / "family.toml"
    told: Mapping[str, str] = loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return Family(code, told.get("title", code), told.get("about", ""), folder.name, rules)


def _index(known: Iterable[Family]) -> str:
    rows = [
        f"| [{text(family.title)}]({family.place}/index.md) | {text(family.code)} | {len(family.rules)} | {line(family.about)} |"
        for family in known
    ]
    return "\n\n".join([_INTRODUCTION, "\n".join(["| family | codes | rules | about |", "|---|---|---|---|", *rows])]) + "\n"


def _family_page(family: Family) -> str:
    rows = [
        f"| [{text(rule.code)}]({rule.code}.md) | {_severity(rule.severity)}{'' if rule.default else ' off'} "
        f"| {text(rule.name)} | {line(rule.message)} |"
        for rule in family.rules
    ]
    table = "\n".join(["| code | severity | name | message |", "|---|---|---|---|", *rows])
    off = sum(not rule.default for rule in family.rules)
    asked = f" {counted(off, 'rule')} marked “off” must be asked for: `extend-select` in the configuration." if off else ""
    return "\n\n".join([f"# {text(family.title)}", f"{line(family.about)}{asked}", table]) + "\n"


def _severity(severity: str) -> str:
    return f'<span class="severity {severity}">{severity}</span>'


def _checks(told: Explanation) -> str:
    """What a check does; a check sentence is set apart, with what its words stand for below it."""
    if not told.sentence:
        return prose(told.checks)
    words = "\n".join(f"- <code>{text(name)}</code>: {line(about)}" for name, about in told.words)
    return f"<blockquote><p><code>{text(told.checks)}</code></p></blockquote>" + (f"\n\n{words}" if words else "")


def _authority(authority: Authority) -> str:
    url = http(authority.url)
    cited = f'<a href="{_entities(url)}">{text(authority.cite)}</a>' if url else f"<strong>{text(authority.cite)}</strong>"
    return f"- {cited}: {line(authority.says)}"


def _example(shown: Shown, kind: str) -> str:
    """An example as one block of HTML without a blank line, the words that are reported marked."""
    lines = [f'<div class="example {kind}">', *_paragraphs(shown)]
    told = [f"<li>with <code>{text(settings)}</code></li>" for settings in shown.settings]
    for finding in shown.findings:
        told += [
            f"<li>{_severity(finding.severity)} {line(finding.message)}</li>",
            *(f"<li>{line(edit)}</li>" for edit in edits_told(finding)),
        ]
    return "\n".join([*lines, *(["<ul>", *told, "</ul>"] if told else []), "</div>"])


def _paragraphs(shown: Shown) -> Iterator[str]:
    marked = "".join(_marked(shown)).strip()
    for paragraph in re.split(r"\n\s*\n", marked):
        yield f"<p>{'<br>'.join(each.strip() for each in paragraph.splitlines())}</p>"


def _marked(shown: Shown) -> Iterator[str]:
    """The text, escaped, with what is reported between tags; those never reach over the end of a line."""
    at = 0
    for start, end in sorted({(finding.start, finding.end) for finding in shown.findings if finding.end > finding.start}):
        start = max(start, at)  # noqa: PLW2901 - findings may overlap: what is marked stays marked
        if start >= end:
            continue
        yield _lines(shown.text[at:start])
        yield "\n".join(f"<mark>{piece}</mark>" if piece.strip() else "" for piece in _lines(shown.text[start:end]).split("\n"))
        at = end
    yield _lines(shown.text[at:])


def _lines(words: str) -> str:
    return "\n".join(map(_escaped, words.split("\n")))


def _toml(settings: Iterable[str]) -> str:
    return "\n".join(["```toml", *settings, "```"])
