"""The rules of a run: built in, from Python packages, from folders, by one loader; and which of them are selected."""

import marshal
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from prlint.config import Settings
from prlint.engine.errors import RuleError, UnknownRuleError, nearest
from prlint.engine.model import Authority, Rule
from prlint.language.bundle import language, read_terms
from prlint.language.cache import cached, name_for, state, states_in
from prlint.language.resources import folder
from prlint.language.vocabulary import Vocabulary
from prlint.records import Any, Record


class RuleSet(Record):
    """All rules that are known, those of them that run, the severities that the configuration sets, and the vocabulary.

    `folders` are those with rules beside the built-in ones; `packages` says whether any of the rules come from a Python package.
    """

    rules: tuple[Rule, ...]
    selected: tuple[Rule, ...]
    severity: Mapping[str, str]
    vocabulary: Vocabulary
    folders: tuple[Path, ...] = ()
    packages: bool = False

    def rule(self, wanted: str) -> Rule:
        """The rule of a code or a name. Raises UnknownRuleError."""
        for rule in self.rules:
            if wanted.upper() == rule.code or wanted.lower() == rule.name:
                return rule
        for notice in _notices():
            if wanted.upper() == notice.code or wanted.lower() == notice.name:
                return notice
        raise UnknownRuleError(wanted, nearest(wanted, [word for rule in self.rules for word in (rule.code, rule.name)]))


def load_rules(settings: Settings | None = None, base: Path | None = None) -> RuleSet:
    """The rules that a configuration asks for; folders that it names are relative to `base`.

    Raises RuleError (a mistake in a rule file), UnknownRuleError (a selector that selects nothing), OSError.
    """
    settings = settings or Settings()
    rules, vocabulary = list(_builtin()), language().vocabulary
    packages, folders = _packages(), []
    for module, place in packages:
        more, terms = _loaded(place, f"package-{module}", module)
        rules += more
        vocabulary = vocabulary.extended(terms)
    for name in settings.rules:
        place = (base or Path.cwd()) / name
        if not place.is_dir():
            raise FileNotFoundError(f"{name}: no such folder of rules")
        more, terms = _loaded(place.resolve(), "folder")
        folders.append(place.resolve())
        rules += more
        vocabulary = vocabulary.extended(terms)
    _no_code_twice(rules)
    selected = tuple(_selected(rules, settings))
    return RuleSet(tuple(rules), selected, _severities(rules, settings), vocabulary, tuple(folders), bool(packages))


def rules_of(place: Path) -> tuple[tuple[Rule, ...], Vocabulary]:
    """The rules of a folder, and the vocabulary that they are checked with. Raises RuleError."""
    rules, terms = _loaded(place.resolve(), "folder")
    return tuple(rules), language().vocabulary.extended(terms)


@lru_cache(maxsize=1)
def _builtin() -> tuple[Rule, ...]:
    return tuple(_loaded(folder("rules"), "rules", "prlint.checks")[0])


def _loaded(place: Path, name: str, module: str = "") -> tuple[list[Rule], dict[str, tuple[bytes, bytes]]]:
    """The rules and terms of a folder, checked. Without a module for their functions all of them are data. Raises RuleError."""
    own = folder("rules")
    engine = Path(__file__).parent
    grammar = folder("grammars") / "check.lark"
    depends = {*states_in(place, ".toml"), *states_in(own / "terms", ".toml"), *states_in(engine, ".json", ".py"), state(grammar)}

    def compute() -> tuple[list[list[Any]], dict[str, tuple[bytes, bytes]]]:
        from prlint.engine.loader import load

        known = {} if place == own else read_terms(own / "terms")
        loaded = load(place, known_terms=known, python=bool(module))
        return [_fields(told, module) for told in loaded["rules"]], loaded["terms"]

    rules, terms = cached(name_for(name, place), depends, compute)
    return [_rule(fields) for fields in rules], terms


def _packages() -> list[tuple[str, Path]]:
    """Installed packages with rules (entry-point group `prlint.rules`): module and folder.

    Asking for entry points costs 40 ms, so the answer is cached for as long as no folder of `sys.path` changes.
    """
    import sys

    places = [Path(entry) for entry in sys.path if entry and Path(entry).is_dir()]

    def compute() -> list[tuple[str, str]]:
        from importlib.metadata import entry_points

        return [(point.name, point.value) for point in entry_points(group="prlint.rules")]

    found = []
    for name, value in cached("packages", map(state, places), compute):
        from importlib.util import find_spec

        spec = find_spec(value)
        if spec is None or not spec.submodule_search_locations:
            raise ModuleNotFoundError(f"the entry point `{name}` of prlint.rules names `{value}`, which is no package")
        found.append((value, Path(next(iter(spec.submodule_search_locations)))))
    return found


_AUTHORITY = list(Rule.__annotations__).index("authority")


def _rule(fields: list[Any]) -> Rule:
    fields[_AUTHORITY] = tuple(Authority(*source) for source in fields[_AUTHORITY])
    return Rule(*fields)


def _fields(told: Mapping[str, Any], module: str) -> list[Any]:
    """What a rule's file tells as plain data, in the order of a rule's fields."""
    family = told["family"]
    home = module
    if module == "prlint.checks":
        home = f"{module}.{told['folder'].replace('-', '_')}"
    rule = Rule(
        code=told["code"],
        name=told["name"],
        family=family.get("code") or told["code"].rstrip("0123456789"),
        severity=told["severity"],
        message=told["message"],
        check=told["check"],
        why=told["why"].strip(),
        fix=told["fix"].strip(),
        default=told.get("default", "on") == "on",
        exempt=told.get("exempt", "").strip(),
        configure=told.get("configure", "").strip(),
        messages=told.get("messages", {}),
        applies=tuple(_profiles(table) for table in (family.get("applies", {}), told.get("applies", {})) if table),
        exempts=_profiles(told.get("exempts", {})),
        report=told.get("report", "each"),
        yields_to=tuple(told.get("yields-to", ())),
        silenced_by=tuple(told.get("silenced-by", ())),
        told_examples=marshal.dumps(told["example"]),  # a check needs none of them: they are read when they are asked for
        module=home if told["check"] == "python" else "",
        source=told["source"],
        tree=told["tree"],
        info_tree=told["info_tree"],
    )
    fields = list(rule)
    fields[_AUTHORITY] = [(source["cite"], source["says"], source.get("url", "")) for source in told["authority"]]
    return fields


def _profiles(table: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in table.items()}


def _no_code_twice(rules: Iterable[Rule]) -> None:
    from_code: dict[str, Rule] = {}
    for rule in rules:
        earlier = from_code.setdefault(rule.code, rule)
        if earlier is not rule:
            from prlint.engine.errors import place_of

            source = Path(rule.source).read_text(encoding="utf-8")
            problem = f"the code `{rule.code}` is taken by {earlier.source}"
            raise RuleError(place_of(rule.source, source, ("code",)), problem, "a code of its own")


# How exactly a selector names a rule: the more exact one wins, and of two alike `ignore` does.
_EVERYTHING, _FAMILY, _PREFIX, _RULE = 1, 2, 3, 4


def _exactness(selector: str, rule: Rule) -> int:
    word = selector.strip()
    if word.upper() == rule.code or word.lower() == rule.name:
        return _RULE
    if word.upper() == rule.family:
        return _FAMILY
    if word.upper() == "ALL":
        return _EVERYTHING
    return _PREFIX if len(word) > len(rule.family) and rule.code.startswith(word.upper()) else 0


def _notices() -> tuple[Rule, ...]:
    """What is said of waivers, which can be explained, ignored and given a severity as rules can."""
    from prlint.engine.notices import NOTICES

    return NOTICES


def _selected(rules: Iterable[Rule], settings: Settings) -> list[Rule]:
    every = list(rules)
    for selector in (*settings.select, *settings.extend_select, *settings.ignore):
        if not any(_exactness(selector, rule) for rule in every):
            if selector in settings.ignore and any(_exactness(selector, notice) for notice in _notices()):
                continue
            known = sorted({word for rule in every for word in (rule.code, rule.name, rule.family)})
            raise UnknownRuleError(selector, nearest(selector.upper(), known) or nearest(selector, known))
    return [rule for rule in every if _runs(rule, settings)]


def _runs(rule: Rule, settings: Settings) -> bool:
    """An opt-in rule runs only if it is named, or with ALL: its family alone does not bring it."""
    chosen = 0 if settings.select else _EVERYTHING if rule.default else 0
    for selector in (*settings.select, *settings.extend_select):
        exact = _exactness(selector, rule)
        if rule.default or exact == _RULE or selector.upper() == "ALL":
            chosen = max(chosen, exact)
    return chosen > max((_exactness(selector, rule) for selector in settings.ignore), default=0)


def _severities(rules: Iterable[Rule], settings: Settings) -> dict[str, str]:
    severities: dict[str, str] = {}
    every = list(rules)
    for selector in sorted(settings.severity, key=lambda selector: max((_exactness(selector, rule) for rule in every), default=0)):
        named = [rule for rule in every if _exactness(selector, rule)]
        if not named and not any(_exactness(selector, notice) for notice in _notices()):
            known = sorted({word for rule in every for word in (rule.code, rule.name, rule.family)})
            raise UnknownRuleError(selector, nearest(selector.upper(), known) or nearest(selector, known))
        severities.update(dict.fromkeys((rule.code for rule in named), settings.severity[selector]))
    return severities
