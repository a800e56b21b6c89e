"""A commented `prlint.toml` to start from, filled with what releases say of their company."""

import json
from collections.abc import Iterable, Iterator, Sequence

from prlint.records import Record
from prlint.release.model import Release
from prlint.report.company import CompanyAccount, Entry, Inferred, company_of
from prlint.report.terminal import harmless

_HEAD = """\
# What prlint cannot read from the text of a release. Every key may be left out; a rule that needs an absent fact is silent.

# Which rules run: codes, families or names. Without `select`, every rule that is on by default. `prlint rules` lists them.
# select        = ["SHR", "SEC", "TMK", "EFF", "SAF", "STA", "REG", "TRL", "STR", "TRM"]
# extend-select = []
# ignore        = []
# severity      = { TMK002 = "info" }   # error | warning | info
# fail-on       = "warning"             # the least severity that makes the exit status 1; or never
# rules         = ["house-rules/"]      # folders with rule files of your own
# extend        = "../prlint.toml"      # a configuration that this one builds on

[release]   # what holds for a release, where the text does not tell; usually under [per-file."..."]
# fragment = true                       # no headline, dateline or contacts expected
# date     = 2027-03-04
# kind     = "topline"
"""

_TAIL = """
# [per-file."drafts/**"]                # any of the keys above, for some files
# ignore = ["STR"]
"""


class Starter(Record):
    """The text of a configuration; what was inferred for it, and where releases differ, a line each."""

    text: str
    inferred: tuple[str, ...]
    conflicts: tuple[str, ...]


# What stands where nothing was inferred: an example, and the words that are allowed.
_COMPANY = {
    "name": ("Ferrant Therapeutics, Inc.", ""),
    "ticker": ("NASDAQ: FRRT", ""),
    "issuer": ("us-reporting", "us-reporting | foreign-private | not-reporting | private"),
    "fiscal-year-end": ("12-31", "the last day of the fiscal year, month and day"),
}
_PRODUCT = {
    "brand": ("Velmira", ""),
    "generic": ("ferrantinib", ""),
    "owner": ("", ""),
    "status": ("approved", "investigational | approved | device"),
}
_MARK = {
    "name": ("Velmira", ""),
    "owner": ("Ferrant Therapeutics, Inc.", ""),
    "status": ("registered", "registered | pending | unregistered"),
}


def starter(releases: Sequence[tuple[str, Release]] = (), schema: str = "") -> Starter:
    """A configuration for the company of some releases, each given with its name; without one, every key is a comment.

    `schema` is where an editor finds the JSON Schema of the file.
    """
    account = company_of(releases)
    several = len(releases) > 1
    lines = [f"#:schema {schema}", ""] if schema else []
    lines += [_HEAD.rstrip("\n"), ""]
    if releases:
        names = ", ".join(harmless(name) for name, _ in releases)
        lines += [f"# What follows was read from {names} by `prlint init`. It may be wrong: check it."]
    lines += ["[company]", *_entry(account.company, _COMPANY, several=several)]
    for name, entries, examples in (("products", account.products, _PRODUCT), ("marks", account.marks, _MARK)):
        for entry in entries:
            lines += [
                "",
                f"[[company.{name}]]",
                *_entry(entry, {key: told for key, told in examples.items() if key == "status" or key in entry}, several=several),
            ]
        if not entries:
            lines += ["", f"# [[company.{name}]]", *_entry({}, {key: told for key, told in examples.items() if told[0]}, several=False)]
    return Starter("\n".join(lines) + "\n" + _TAIL, tuple(_inferred(account)), tuple(_conflicts(account)))


def _entry(entry: Entry, examples: dict[str, tuple[str, str]], *, several: bool) -> Iterator[str]:
    """The keys of a table: what was inferred, else as a comment with an example."""
    for key, (example, words) in examples.items():
        told = entry.get(key)
        note = f"   # {words}" if words else ""
        if told is None:
            yield f"# {key} = {_quoted(example)}{note}"
            continue
        for other, names in told.others:
            yield f"# {_names(names)}: {key} = {_quoted(other)}"
        by = f"   # {_names(told.by)}" if several else note
        yield f"{key} = {_quoted(told.value)}{by}"


def _names(names: Iterable[str]) -> str:
    """The releases that say something. A name is untrusted too: a comment of TOML is one line without controls."""
    return ", ".join(map(harmless, names))


def _inferred(account: CompanyAccount) -> Iterator[str]:
    for key, told in account.company.items():
        yield f"{key}: {told.value}"
    for product in account.products:
        yield f"product: {' / '.join(product[key].value for key in ('brand', 'generic', 'status') if key in product)}"
    for mark in account.marks:
        yield f"mark: {mark['name'].value}" + (f", of {mark['owner'].value}" if "owner" in mark else "")


def _conflicts(account: CompanyAccount) -> Iterator[str]:
    """Where releases differ: what was taken, and what else is said."""
    yield from _differing("", account.company)
    for product in account.products:
        yield from _differing(f"product {product['brand' if 'brand' in product else 'generic'].value}: ", product)
    for mark in account.marks:
        yield from _differing(f"mark {mark['name'].value}: ", mark)


def _differing(lead: str, entry: Entry) -> Iterator[str]:
    for key, told in entry.items():
        if told.others:
            others = "; ".join(f"{value} ({', '.join(names)})" for value, names in told.others)
            yield f"{lead}{key}: took {_by(told)}; not {others}"


def _by(told: Inferred) -> str:
    return f"{told.value} ({', '.join(told.by)})"


def _quoted(text: str) -> str:
    """A TOML basic string."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False).replace("\x7f", "\\u007F")
