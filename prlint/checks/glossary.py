"""What abbreviations stand for, and which need no expansion, from `rules/data/abbreviations.toml`."""

from functools import lru_cache

from prlint.language.cache import cached, state
from prlint.language.resources import folder
from prlint.records import Any


@lru_cache(maxsize=1)
def _told() -> tuple[list[str], dict[str, str], dict[str, str]]:
    file = folder("rules") / "data" / "abbreviations.toml"

    def compute() -> Any:
        import tomllib

        told = tomllib.loads(file.read_text(encoding="utf-8"))
        return [short for shorts in told["allowed"].values() for short in shorts], told["expansions"], told["fixed"]

    allowed, expansions, only = cached("abbreviations", [state(file)], compute)
    return allowed, expansions, only


@lru_cache(maxsize=1)
def glossary() -> tuple[frozenset[str], dict[str, str]]:
    """Abbreviations that need no expansion, and expansions to offer for others."""
    allowed, expansions, _ = _told()
    return frozenset(allowed), expansions


def fixed() -> dict[str, str]:
    """Abbreviations that stand for one thing only, by law or by long use."""
    return _told()[2]
