"""The built-in language of prlint, ready to run: parse tables of `grammars/`, terms of `rules/terms/`.

Both are compiled once into the cache folder. A grammar names its start rules in a comment on its first line:
`// starts: dateline filing`.
"""

from functools import lru_cache
from pathlib import Path

from prlint.language.cache import cached, name_for, states_in
from prlint.language.lalr import Table
from prlint.language.resources import folder
from prlint.language.vocabulary import BadTermError, Vocabulary, compile_terms
from prlint.records import Any, Record


class Language(Record):
    """Parse tables by grammar name, and the vocabulary."""

    tables: dict[str, Table]
    vocabulary: Vocabulary


def read_terms(place: Path) -> dict[str, dict[str, Any]]:
    """The term tables of every TOML file of a folder. Raises BadTermError with the file's name, OSError."""
    import tomllib

    terms: dict[str, dict[str, Any]] = {}
    for file in sorted(place.glob("*.toml")):
        try:
            told = tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise BadTermError(file.name, str(error)) from error
        for name, term in told.items():
            if name in terms:
                raise BadTermError(name, f"is defined twice, the second time in {file.name}")
            terms[name] = term
    return terms


def _compute() -> tuple[dict[str, tuple[Any, ...]], dict[str, tuple[bytes, bytes]]]:
    from prlint.language.grammars import build

    tables = {}
    for file in sorted(folder("grammars").glob("*.lark")):
        source = file.read_text(encoding="utf-8")
        first = source.partition("\n")[0]
        if first.startswith("// starts:"):
            tables[file.stem] = tuple(build(source, tuple(first.removeprefix("// starts:").split()), file.name))
    return tables, compile_terms(read_terms(folder("rules") / "terms"))


@lru_cache(maxsize=1)
def language() -> Language:
    """The built-in language. Raises BadTermError or GrammarError where the installation's own files are broken."""
    sources = [
        *states_in(folder("grammars"), ".lark"),
        *states_in(folder("rules") / "terms", ".toml"),
        *states_in(Path(__file__).parent, ".py"),
    ]
    tables, terms = cached(name_for("language", folder("rules")), sources, _compute)
    return Language({name: Table(*data) for name, data in tables.items()}, Vocabulary(terms))
