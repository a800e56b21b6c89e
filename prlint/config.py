"""The configuration as a frozen value: read once, at the door, and passed on. Reading it is `prlint/cli/configuration.py`."""

from collections.abc import Mapping
from types import MappingProxyType

from prlint.records import Any, Record

NOTHING: Mapping[str, Any] = MappingProxyType({})
"""An empty table that nobody can fill: what a record has where nothing was told."""


class ConfigurationError(ValueError):
    """A configuration that cannot be used; `str()` names the file, the key and what was expected."""


class Product(Record):
    """A product of the company, as the configuration tells it."""

    brand: str = ""
    generic: str = ""
    status: str = ""  # investigational | approved | device
    owner: str = ""
    indication: str = ""
    boxed_warning: bool = False


class Mark(Record):
    """A trademark, as the configuration tells it."""

    name: str = ""
    owner: str = ""
    status: str = ""  # registered | pending | unregistered


class Company(Record):
    """The issuer. An empty field is not known, and a rule that needs it is silent."""

    name: str = ""
    ticker: str = ""
    issuer: str = ""  # us-reporting | foreign-private | not-reporting | private
    fiscal_year_end: str = ""  # MM-DD
    products: tuple[Product, ...] = ()
    marks: tuple[Mark, ...] = ()


class ReleaseFacts(Record):
    """What the configuration says of a release; it wins over what is inferred."""

    fragment: bool = False
    date: tuple[int, int, int] | None = None
    kind: str = ""
    product: str = ""
    outcome: str = ""


class Settings(Record):
    """Everything that a configuration can say about a file."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "warning"
    rules: tuple[str, ...] = ()
    severity: Mapping[str, str] = NOTHING
    cache: bool = True  # whether results are kept for the next time that the same text is checked
    baseline: str = ""  # the file with the findings that are not to be reported
    release: ReleaseFacts = ReleaseFacts()
    company: Company = Company()


def settings_from(told: Mapping[str, Any]) -> Settings:
    """Settings from a table in the shape of `prlint.toml` that was found correct before (keys, types, values)."""
    release, company = dict(told.get("release", {})), dict(told.get("company", {}))
    date = release.pop("date", None)
    products = tuple(Product(**_underscored(product)) for product in company.pop("products", ()))
    marks = tuple(Mark(**_underscored(mark)) for mark in company.pop("marks", ()))
    plain = {key: value for key, value in told.items() if key not in ("release", "company", "per-file", "extend")}
    lists: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in _underscored(plain).items()}
    return Settings()._replace(
        **lists,
        release=ReleaseFacts(**_underscored(release), date=(date.year, date.month, date.day) if date else None),
        company=Company(**_underscored(company), products=products, marks=marks),
    )


def _underscored(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key.replace("-", "_"): value for key, value in table.items()}
