"""What was understood of a release, for a person."""

from collections.abc import Iterator, Mapping

from prlint.records import Any
from prlint.release.model import Fact, Release, Section
from prlint.report.color import Paint
from prlint.report.style import Style
from prlint.report.terminal import cell, cells, harmless

_KIND_WIDTH = 20


def facts_text(release: Release, style: Style) -> str:
    """Profile, sections with their lines, and facts by kind."""
    paint = Paint(style.color)
    lines = [
        paint.strong(harmless(release.document.path)),
        *_profile(release),
        "",
        paint.strong("Sections"),
        *_sections(release, style.width),
    ]
    lines += ["", paint.strong("Facts")]
    kinds = sorted({fact.kind for fact in release.facts})
    for kind in kinds:
        facts = release.facts_of(kind)
        lines.append(f"  {paint.strong(kind)} {paint.faint(f'({len(facts)})')}")
        lines += [_fact(fact, release, style.width) for fact in facts]
    if not kinds:
        lines.append("  none")
    return "\n".join(lines) + "\n"


def _profile(release: Release) -> Iterator[str]:
    profile = release.profile
    others = sorted(profile.kinds - {profile.kind})
    yield _row("kind", profile.kind + (f" (also {', '.join(others)})" if others else ""))
    yield _row("issuer", profile.issuer)
    yield _row("product", profile.product)
    yield _row("outcome", profile.outcome)
    yield _row("traits", ", ".join(sorted(profile.traits)) or "none")
    yield _row("date", "{:04}-{:02}-{:02}".format(*profile.date) if profile.date else "not stated")
    yield _row("company", harmless(profile.company) or "not recognised")
    yield _row("read as", ", ".join((release.document.encoding, *release.document.notes)))


def _row(name: str, value: str) -> str:
    return f"  {name:<9} {value}"


def _sections(release: Release, width: int) -> Iterator[str]:
    for section in release.sections:
        head = f"  {_lines(section, release):>9}  {section.kind:<{_KIND_WIDTH}} "
        yield head + clipped(release.text[section.start : section.end], width - len(head))


def _lines(section: Section, release: Release) -> str:
    first = release.document.locate(section.start).line
    last = release.document.locate(max(section.start, section.end - 1)).line
    return str(first) if first == last else f"{first}-{last}"


def _fact(fact: Fact, release: Release, width: int) -> str:
    place = release.document.locate(fact.start)
    head = f"    {f'{place.line}:{place.column}':>9}  "
    value = ", ".join(f"{key} {told(item)}" for key, item in fact.value.items())
    quoted = clipped(release.text[fact.start : fact.end], max(20, (width - len(head)) // 2))
    return f"{head}{quoted}" + (f"  [{clipped(value, max(20, width - len(head) - cells(quoted) - 4))}]" if value else "")


def told(value: Any) -> str:
    """A value of a fact in a few words."""
    if isinstance(value, Mapping):
        return "(" + ", ".join(f"{key} {told(item)}" for key, item in value.items()) + ")"
    if isinstance(value, (list, tuple)):
        return "/".join(told(item) for item in value)
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def clipped(text: str, width: int) -> str:
    """Text on one line, harmless, at most `width` cells wide."""
    shown = harmless(" ".join(text[: 4 * max(width, 1)].split()))
    if cells(shown) <= width:
        return shown
    kept, used = [], 0
    for char in shown:
        used += cell(char)
        if used > width - 1:
            break
        kept.append(char)
    return "".join(kept).rstrip() + "…"
