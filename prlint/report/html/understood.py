"""What prlint understood of a release: the profile, an outline of the sections, the facts."""

from collections.abc import Iterator
from itertools import groupby

from prlint.document.model import Document
from prlint.release.model import Fact, Profile
from prlint.report.facts import clipped, told
from prlint.report.html.words import line
from prlint.report.model import FileReport

_BEGINNING = 70  # cells of a section's first words
_WIDEST = 90
_NOT = ("", "none")


def in_short(profile: Profile) -> str:
    """The profile in one line."""
    words = [profile.company, _day(profile), profile.kind.replace("-", " ")]
    words += [f"{profile.product} product" if profile.product not in _NOT else ""]
    words += [f"{profile.outcome} outcome" if profile.outcome not in _NOT else ""]
    return " · ".join(line(word) for word in words if word)


def understood(file: FileReport, number: int) -> str:
    """What a reader opens to see why a finding surprises."""
    if file.document is None or file.profile is None:
        return ""
    parts = [f"<dl>{''.join(_rows(file.profile, file.document))}</dl>"]
    if file.sections:
        parts.append(f'<h3>Sections</h3><ol class="outline">{"".join(_outline(file, file.document, number))}</ol>')
    if file.facts:
        parts.append(f"<h3>Facts</h3>{''.join(_facts(file.facts, file.document))}")
    return f'<details class="understood"><summary>What prlint understood of it</summary>{"".join(parts)}</details>'


def _rows(profile: Profile, document: Document) -> Iterator[str]:
    others = sorted(profile.kinds - {profile.kind})
    rows = {
        "kind": profile.kind + (f" (also {', '.join(others)})" if others else ""),
        "company": profile.company or "not recognised",
        "date": _day(profile) or "not stated",
        "issuer": profile.issuer,
        "product": profile.product,
        "outcome": profile.outcome,
        "traits": ", ".join(sorted(profile.traits)) or "none",
        "read as": ", ".join((document.encoding, *document.notes)),
    }
    return (f"<div><dt>{name}</dt><dd>{line(value)}</dd></div>" for name, value in rows.items())


def _day(profile: Profile) -> str:
    return "{:04}-{:02}-{:02}".format(*profile.date) if profile.date else ""


def _outline(file: FileReport, document: Document, number: int) -> Iterator[str]:
    for index, section in enumerate(file.sections, 1):
        words = clipped(document.text[section.start : section.end], _BEGINNING)
        yield f'<li><a href="#s{number}-{index}">{section.kind.replace("-", " ")}</a> <span class="faint">{line(words)}</span></li>'


def _facts(facts: tuple[Fact, ...], document: Document) -> Iterator[str]:
    ordered = sorted(facts, key=lambda fact: (fact.kind, fact.start))
    for kind, members in groupby(ordered, key=lambda fact: fact.kind):
        rows = [_fact(fact, document) for fact in members]
        yield (
            f'<details class="facts"><summary>{kind.replace("-", " ")} <span class="count">{len(rows)}</span></summary>'
            f'<table><thead><tr><th scope="col">place</th><th scope="col">text</th><th scope="col">read as</th></tr></thead>'
            f"<tbody>{''.join(rows)}</tbody></table></details>"
        )


def _fact(fact: Fact, document: Document) -> str:
    words = document.text[fact.start : fact.end]
    value = ", ".join(f"{key} {told(item)}" for key, item in fact.value.items() if item != words)
    quoted = line(clipped(words, _WIDEST))
    return f"<tr><td>{line(document.locate(fact.start).name)}</td><td>{quoted}</td><td>{line(value)}</td></tr>"
