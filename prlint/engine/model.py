"""Rules, what a check hands over, and findings."""

import marshal
from collections.abc import Callable, Iterable, Mapping

from prlint.config import NOTHING
from prlint.document.model import Location
from prlint.language.patterns import Span
from prlint.records import Any, Record
from prlint.release.model import Release

SEVERITIES = ("error", "warning", "info")


class Edit(Record):
    """An exact replacement of a stretch of the text. A safe one cannot change what the release says."""

    start: int
    end: int
    text: str
    safe: bool


class Hit(Record):
    """What a Python check yields: where, and what the message needs.

    `values` fill the placeholders of the rule's message; `{match}` is the text of the span unless it is given.
    `variant` names an entry of the rule's `[messages]` to use instead of `message`. `severity` overrides the rule's.
    `related` are other places, each with a short label. A hit on something absent has `start == end`.
    """

    start: int
    end: int
    values: Mapping[str, object] = NOTHING
    variant: str = ""
    severity: str = ""
    related: tuple[tuple[Span, str], ...] = ()
    edits: tuple[Edit, ...] = ()


CheckFunction = Callable[[Release], Iterable[Hit]]


class Authority(Record):
    """A source for a rule: what is cited, what it says in our words, and where it can be read."""

    cite: str
    says: str
    url: str = ""


class Example(Record):
    """A text that the rule must report (`bad`) or stay silent on; `release` and `company` are settings as in prlint.toml.

    A bad example may say more: the exact words to be found, words of the message, the severity.
    """

    text: str
    bad: bool
    finds: str = ""
    says: str = ""
    severity: str = ""
    release: Mapping[str, Any] = NOTHING
    company: Mapping[str, Any] = NOTHING


Profiles = Mapping[str, frozenset[str]]


class Rule(Record):
    """One rule, as its file tells it.

    `told_examples` are its examples as its file has them, marshalled. `tree` is what its check sentence says (see
    prlint/engine/sentence.py); without one, the function of the rule's name in `module` is called. `applies` are tables of
    profiles, all of which must fit.
    """

    code: str
    name: str
    family: str
    severity: str
    message: str
    check: str
    why: str
    fix: str
    default: bool = True
    exempt: str = ""
    configure: str = ""
    messages: Mapping[str, str] = NOTHING
    applies: tuple[Profiles, ...] = ()
    exempts: Profiles = NOTHING
    report: str = "each"
    yields_to: tuple[str, ...] = ()
    silenced_by: tuple[str, ...] = ()
    authority: tuple[Authority, ...] = ()
    told_examples: bytes = b""
    module: str = ""
    source: str = ""
    tree: Any = None
    info_tree: Any = None

    @property
    def examples(self) -> tuple[Example, ...]:
        """The texts that it must report and those that it must pass over."""
        return tuple(map(_example, marshal.loads(self.told_examples))) if self.told_examples else ()  # noqa: S302 - our own folder


def _example(told: Mapping[str, Any]) -> Example:
    return Example(
        text=told.get("bad") or told["good"],
        bad="bad" in told,
        finds=told.get("finds", ""),
        says=told.get("says", ""),
        severity=told.get("severity", ""),
        release=told.get("release", {}),
        company=told.get("company", {}),
    )


class Related(Record):
    """Another place that a finding speaks of."""

    start: int
    end: int
    location: Location
    label: str


class Finding(Record):
    """One thing to look at. Offsets count code points of the normalised text; an absent thing has `start == end`."""

    code: str
    name: str
    severity: str
    message: str
    start: int
    end: int
    location: Location
    quote: str
    section: str
    authority: tuple[Authority, ...]
    fix: str = ""
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()
    waived: str = ""
