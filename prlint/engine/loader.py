"""Reads folders of rules: TOML checked against the published schemas, check sentences parsed, terms compiled.

A folder holds rule files (`*.toml`, at any depth), `family.toml` beside the rules of a family, and `terms/` with terms of
its own. `terms/` and `data/` hold no rules. What is read is data: nothing in a folder is ever run. The result is plain
(dicts, tuples, strings), so that it can be cached; `prlint/engine/ruleset.py` makes rules of it.
"""

import json
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path

from prlint.engine.errors import Place, RuleError, nearest, place_of
from prlint.engine.sentence import BadSentenceError, parse
from prlint.language.vocabulary import BadTermError, compile_terms
from prlint.records import Any

FACT_KINDS = (
    "ticker", "date", "dateline", "trial-id", "filing", "trademark", "attribution", "statistic", "designation", "approval",
    "abbreviation", "quotation", "product", "candidate", "money", "non-gaap-measure", "forward-looking",
)  # fmt: skip
_LARGEST = 256 * 1024  # bytes; a rule is a page or two


def rule_files(folder: Path) -> list[Path]:
    """The rule files of a folder, sorted."""
    return [file for file in _toml(folder) if file.name != "family.toml" and not _apart(file, folder)]


def all_files(folder: Path) -> list[Path]:
    """Every file that what is loaded from a folder depends on."""
    return _toml(folder)


def _toml(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*.toml") if not any(part.startswith(".") for part in file.relative_to(folder).parts))


def _apart(file: Path, folder: Path) -> bool:
    return file.relative_to(folder).parts[0] in ("terms", "data")


def load(folder: Path, *, known_terms: Mapping[str, Mapping[str, Any]], python: bool) -> dict[str, Any]:
    """What a folder of rules says. `known_terms` are the tables of terms that it may use beside its own.

    Gives {"rules": [...], "terms": {name: patterns}}. `python` tells whether a rule may say `check = "python"`.
    Raises RuleError.
    """
    terms: dict[str, Any] = {}
    compiled: dict[str, tuple[bytes, bytes]] = {}
    for file in sorted((folder / "terms").glob("*.toml")):
        source, told = _read(file)
        _validate("terms", told, file, source)
        try:
            compiled |= compile_terms(told, {**known_terms, **terms})
        except BadTermError as error:
            raise RuleError(place_of(str(file), source, (error.term,)), error.reason, "see CONTRIBUTING.md on terms") from error
        terms |= told
    names = {*known_terms, *terms, *FACT_KINDS}
    rules = [_rule(file, folder, names, python) for file in rule_files(folder)]
    _no_two_alike(rules, folder)
    return {"rules": rules, "terms": compiled}


def _read(file: Path) -> tuple[str, dict[str, Any]]:
    try:
        if not file.is_file():
            raise RuleError(Place(str(file), "", 1, 1), "is no regular file")
        if file.stat().st_size > _LARGEST:
            raise RuleError(Place(str(file), "", 1, 1), f"is larger than {_LARGEST // 1024} KB")
        source = file.read_text(encoding="utf-8")
        return source, tomllib.loads(source)
    except UnicodeDecodeError as error:
        raise RuleError(Place(str(file), "", 1, 1), "is not UTF-8 text", "save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        line, column = _toml_place(str(error), source)
        problem = str(error).partition(" (at ")[0]
        raise RuleError(Place(str(file), source, line, column), problem[:1].lower() + problem[1:], "a TOML file") from error


def _toml_place(message: str, source: str) -> tuple[int, int]:
    numbers = [int(word.strip(",)")) for word in message.partition(" (at ")[2].split() if word.strip(",)").isdigit()]
    if len(numbers) == 2:
        return numbers[0], numbers[1]
    lines = source.splitlines() or [""]
    return len(lines), len(lines[-1]) or 1


def _rule(file: Path, folder: Path, names: Collection[str], python: bool) -> dict[str, Any]:
    source, told = _read(file)
    _validate("rule", told, file, source)
    family_file = file.with_name("family.toml")
    family: dict[str, Any] = {}
    if family_file.exists():
        family_source, family = _read(family_file)
        _validate("family", family, family_file, family_source)
        if not told["code"].startswith(family["code"]) or told["code"][len(family["code"]) :].strip("0123456789"):
            expected = f"`{family['code']}` and three digits, as {family_file.name} says"
            raise RuleError(place_of(str(file), source, ("code",)), f"`{told['code']}` is not of this family", expected)
    for need in ("bad", "good"):
        if not any(need in example for example in told["example"]):
            raise RuleError(place_of(str(file), source, ("example",)), f"has no {need} example", "at least one bad and one good example")
    if told["check"] == "python":
        if not python:
            problem = "a folder of rules is data and cannot run Python"
            expected = "a check sentence; a rule in Python comes in an installed package (see CONTRIBUTING.md)"
            raise RuleError(place_of(str(file), source, ("check",)), problem, expected)
        tree = None
    else:
        tree = _tree(told["check"], "check", file, source, names)
    info = _info_tree(told.get("info-when"), file, source, names)
    place = file.parent.relative_to(folder).as_posix()
    return {**told, "family": family, "folder": place, "source": str(file), "tree": tree, "info_tree": info}


def _tree(sentence: str, key: str, file: Path, source: str, names: Collection[str], lead: str = "") -> Any:
    try:
        return parse(lead + sentence, names)
    except BadSentenceError as error:
        place = place_of(str(file), source, (key,))
        line = source.splitlines()[place.line - 1]
        begin = line.find(sentence[:20]) if "\n" not in sentence else -1
        offset = max(0, error.offset - len(lead))
        if begin >= 0:
            place = Place(place.file, source, place.line, begin + offset + 1, error.length)
        raise RuleError(place, error.problem, error.expected) from error


def _info_tree(told: str | None, file: Path, source: str, names: Collection[str]) -> Any:
    """`TERMS within SCOPE` is what follows `unless` in a prohibition."""
    if told is None:
        return None
    return _tree(told, "info-when", file, source, names, lead="no date unless ")[3]


def _no_two_alike(rules: list[dict[str, Any]], folder: Path) -> None:
    for key in ("code", "name"):
        seen: dict[str, str] = {}
        for rule in rules:
            if rule[key] in seen:
                file = Path(rule["source"])
                earlier = Path(seen[rule[key]]).relative_to(folder)
                place = place_of(str(file), file.read_text(encoding="utf-8"), (key,))
                raise RuleError(place, f"the {key} `{rule[key]}` is taken by {earlier}", f"a {key} of its own")
            seen[rule[key]] = rule["source"]


def _validate(schema: str, told: dict[str, Any], file: Path, source: str) -> None:
    errors = sorted(_validator(schema).iter_errors(told), key=lambda error: (len(error.absolute_path) == 0, str(error.absolute_path)))
    for error in errors:
        keys = tuple(error.absolute_path)
        problem, expected, keys = _explain(error, keys)
        raise RuleError(place_of(str(file), source, keys), problem, expected)


def _explain(error: Any, keys: tuple[str | int, ...]) -> tuple[str, str, tuple[str | int, ...]]:
    """A schema error as a person would say it: the problem, what was expected, and the keys that lead to it."""
    described = error.schema.get("description", "") if isinstance(error.schema, dict) else ""
    name = next((str(key) for key in reversed(keys) if isinstance(key, str)), "the file")
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        allowed = list(error.schema.get("properties", {}))
        unknown = next(key for key in error.instance if key not in allowed)
        near = nearest(unknown, allowed)
        return f"unknown key `{unknown}`", f"did you mean `{near}`?" if near else f"one of {', '.join(allowed)}", (*keys, unknown)
    if error.validator == "required":
        missing = next(key for key in error.validator_value if key not in error.instance)
        return f"`{missing}` is missing", f"{name} needs {', '.join(error.validator_value)}", keys
    if error.validator == "enum":
        near = nearest(str(error.instance), [str(value) for value in error.validator_value])
        return (
            f"`{error.instance}` is no {name}",
            (f"did you mean `{near}`? It is " if near else "") + "one of " + ", ".join(str(value) for value in error.validator_value),
            keys,
        )
    if error.validator == "type":
        return f"`{name}` is not a{'n' if error.validator_value in ('array', 'object') else ''} {error.validator_value}", described, keys
    if error.validator == "pattern":
        return f"`{error.instance}` does not fit `{name}`", described or f"text like {error.validator_value}", keys
    return f"`{name}`: {error.message[:120]}", described, keys


def _validator(name: str) -> Any:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource

    schemas = {file.name: json.loads(file.read_text(encoding="utf-8")) for file in (Path(__file__).parent / "schemas").glob("*.json")}
    registry: Registry[Any] = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in schemas.values())
    return Draft202012Validator(schemas[f"{name}.schema.json"], registry=registry)
