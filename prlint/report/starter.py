"""A commented `prlint.toml` to start from, filled with what a release says of its company."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from prlint.config import Company, Mark, Product
from prlint.release.model import Fact, Release

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


class Starter(NamedTuple):
    """The text of a configuration, and what was inferred for it, a line each."""

    text: str
    inferred: tuple[str, ...]


def starter(release: Release | None) -> Starter:
    """A configuration for the company of a release; without one, every key is a comment."""
    company = company_of(release) if release else Company()
    lines = ["", "[company]"]
    for key, value, example in (
        ("name", company.name, "Ferrant Therapeutics, Inc."),
        ("ticker", company.ticker, "NASDAQ: FRRT"),
        ("issuer", company.issuer, "us-reporting"),
        ("fiscal-year-end", company.fiscal_year_end, "12-31"),
    ):
        note = "   # us-reporting | foreign-private | not-reporting | private" if key == "issuer" else ""
        lines.append(f"{key} = {_quoted(value)}{note}" if value else f"# {key} = {_quoted(example)}{note}")
    lines += _products(company) or [
        "",
        "# [[company.products]]",
        '# brand = "Velmira"',
        '# generic = "ferrantinib"',
        _STATUS,
        "# boxed-warning = false",
    ]
    lines += _marks(company) or ["", "# [[company.marks]]", '# name = "Velmira"', '# owner = "Ferrant Therapeutics, Inc."', _MARK_STATUS]
    return Starter(_HEAD + "\n".join(lines) + "\n" + _TAIL, tuple(_inferred(company)))


_STATUS = '# status = "approved"                  # investigational | approved | device'
_MARK_STATUS = '# status = "registered"                # registered | pending | unregistered'


def company_of(release: Release) -> Company:
    """What a release says of its company, its products and marks; what it does not say is empty."""
    tickers = release.facts_of("ticker")
    annual = [
        fact.value["period_end"]
        for fact in release.facts_of("filing")
        if fact.value.get("period_end") and fact.value.get("family") == "annual"
    ]
    marks = tuple(_marks_of(release))
    return Company(
        name=release.profile.company,
        ticker=f"{tickers[0].value['exchange']}: {tickers[0].value['symbol']}" if tickers else "",
        issuer=release.profile.issuer,
        fiscal_year_end="{:02}-{:02}".format(*annual[0][1:]) if annual else "",
        products=tuple(_products_of(release, marks)),
        marks=marks,
    )


def _products_of(release: Release, marks: tuple[Mark, ...]) -> Iterator[Product]:
    owners = {mark.name: mark.owner for mark in marks}
    seen: set[str] = set()
    for fact in release.facts_of("product"):
        told = fact.value
        brand, generic = told.get("brand", ""), told.get("generic", "")
        if (brand or generic) and (brand or generic) not in seen:
            seen.add(brand or generic)
            yield Product(brand=brand, generic=generic, status=told.get("status", ""), owner=owners.get(brand, ""))


def _marks_of(release: Release) -> Iterator[Mark]:
    seen: set[str] = set()
    for fact in release.facts_of("attribution"):
        for name in _names(fact):
            if name not in seen:
                seen.add(name)
                yield Mark(
                    name=name, owner=fact.value.get("owner", ""), status="registered" if fact.value.get("status") == "registered" else ""
                )


def _names(fact: Fact) -> Iterator[str]:
    return (name for name in fact.value.get("marks", ()) if name)


def _products(company: Company) -> list[str]:
    lines = []
    for product in company.products:
        lines += ["", "[[company.products]]"]
        lines += _filled(("brand", product.brand), ("generic", product.generic), ("owner", product.owner))
        lines.append(f"status = {_quoted(product.status)}" if product.status else _STATUS)
    return lines


def _marks(company: Company) -> list[str]:
    lines = []
    for mark in company.marks:
        lines += ["", "[[company.marks]]"]
        lines += _filled(("name", mark.name), ("owner", mark.owner))
        lines.append(f"status = {_quoted(mark.status)}" if mark.status else _MARK_STATUS)
    return lines


def _filled(*pairs: tuple[str, str]) -> list[str]:
    return [f"{key} = {_quoted(value)}" for key, value in pairs if value]


def _inferred(company: Company) -> Iterator[str]:
    for name, value in (
        ("name", company.name),
        ("ticker", company.ticker),
        ("issuer", company.issuer),
        ("fiscal-year-end", company.fiscal_year_end),
    ):
        if value:
            yield f"{name}: {value}"
    for product in company.products:
        yield f"product: {' / '.join(filter(None, (product.brand, product.generic, product.status)))}"
    for mark in company.marks:
        yield f"mark: {mark.name}" + (f", of {mark.owner}" if mark.owner else "")


def _quoted(text: str) -> str:
    """A TOML basic string."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False).replace("\x7f", "\\u007F")
