"""What releases say of their company, its products and its marks; where they differ, the newest is believed and the others told."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from prlint.records import Record
from prlint.release.model import Release


class Inferred(Record):
    """One value: the releases that say it, and what else is said, each with its releases."""

    value: str
    by: tuple[str, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...] = ()


Entry = Mapping[str, Inferred]
# A name that ends a sentence shares its full stop with it, and a fact leaves that to the sentence.
_ABBREVIATED = re.compile(r"\b(?:Inc|Corp|Ltd|Co)$")


class CompanyAccount(Record):
    """The keys of `[company]`, of its products and of its marks, as far as the releases tell them."""

    company: Entry
    products: tuple[Entry, ...] = ()
    marks: tuple[Entry, ...] = ()


# What one release says of one thing: the name of the release, and the keys and values.
_Said = tuple[str, Mapping[str, str]]


def company_of(releases: Iterable[tuple[str, Release]]) -> CompanyAccount:
    """What releases say, each given with its name. The newest is the one of the latest dateline; without dates, the last one given."""
    ordered = sorted(releases, key=lambda named: named[1].profile.date or (0, 0, 0))
    companies = [(name, _company(release)) for name, release in ordered]
    marks = _grouped([(name, mark) for name, release in ordered for mark in _marks(release)], ("name",))
    products = _grouped([(name, product) for name, release in ordered for product in _products(release)], ("brand", "generic"))
    return CompanyAccount(_merged(companies), tuple(map(_merged, products)), tuple(map(_merged, marks)))


def _merged(said: Sequence[_Said]) -> Entry:
    """Every key that is told, with the newest value."""
    keys = dict.fromkeys(key for _, values in said for key in values)
    return {key: inferred for key in keys if (inferred := _newest([(name, values[key]) for name, values in said if values.get(key)]))}


def _newest(said: Sequence[tuple[str, str]]) -> Inferred | None:
    by: dict[str, list[str]] = {}
    for name, value in said:
        if name not in by.setdefault(value, []):
            by[value].append(name)
    if not by:
        return None
    value = said[-1][1]
    return Inferred(value, tuple(by.pop(value)), tuple((other, tuple(names)) for other, names in by.items()))


def _grouped(said: Iterable[_Said], names: tuple[str, ...]) -> list[list[_Said]]:
    """What is said of the same thing, together. Two are the same that share a name and contradict each other in none."""
    groups: list[tuple[dict[str, str], list[_Said]]] = []
    for release, values in said:
        told = {name: values[name].casefold() for name in names if values.get(name)}
        for known, group in groups:
            shared = told.keys() & known.keys()
            if shared and all(told[name] == known[name] for name in shared):
                known.update(told)
                group.append((release, values))
                break
        else:
            groups.append((told, [(release, values)]))
    return [group for _, group in groups]


def _company(release: Release) -> dict[str, str]:
    tickers = release.facts_of("ticker")
    annual = [
        fact.value["period_end"]
        for fact in release.facts_of("filing")
        if fact.value.get("period_end") and fact.value.get("family") == "annual"
    ]
    return {
        "name": release.profile.company,
        "ticker": f"{tickers[0].value['exchange']}: {tickers[0].value['symbol']}" if tickers else "",
        "issuer": release.profile.issuer,
        "fiscal-year-end": "{:02}-{:02}".format(*annual[0][1:]) if annual else "",
    }


def _products(release: Release) -> Iterator[dict[str, str]]:
    owners = {mark["name"]: mark["owner"] for mark in _marks(release)}
    for fact in release.facts_of("product"):
        brand, generic = fact.value.get("brand", ""), fact.value.get("generic", "")
        if brand or generic:
            yield {"brand": brand, "generic": generic, "owner": owners.get(brand, ""), "status": fact.value.get("status", "")}


def _marks(release: Release) -> Iterator[dict[str, str]]:
    for fact in release.facts_of("attribution"):
        status = "registered" if fact.value.get("status") == "registered" else ""
        for name in fact.value.get("marks", ()):
            if name:
                yield {"name": name, "owner": _ABBREVIATED.sub(r"\g<0>.", fact.value.get("owner", "")), "status": status}
