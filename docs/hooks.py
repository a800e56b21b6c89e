"""What mkdocs asks while it builds the site: the pages that nobody writes by hand.

The rule reference is made of rules/, by the code of `prlint rule CODE`; CONTRIBUTING.md is a page of the site too.
"""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from prlint.engine import load_rules
from prlint.report.rulebook import families, rulebook

ROOT = Path(__file__).parents[1]
RULES = load_rules()
FAMILIES = families(RULES.rules)
FOUND_FIRST = "---\nsearch:\n  boost: 2\n---\n"  # who searches for words of a rule wants the rule


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Puts the families and their rules where the navigation has `rules/index.md`."""
    config.nav = [{"Rules": _navigation()} if entry == {"Rules": "rules/index.md"} else entry for entry in config.nav or []]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages that are made."""
    pages = {f"rules/{path}": FOUND_FIRST + page for path, page in rulebook(FAMILIES, RULES.vocabulary).items()}
    # The links of CONTRIBUTING.md lead from the top of the repository.
    pages["contributing.md"] = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").replace("](docs/", "](")
    for path, page in pages.items():
        files.append(File.generated(config, path, content=page))
    return files


def _navigation() -> list[Any]:
    sections: list[Any] = ["rules/index.md"]
    for family in FAMILIES:
        pages = [{f"{rule.code} {rule.name}": f"rules/{family.place}/{rule.code}.md"} for rule in family.rules]
        sections.append({family.title: [f"rules/{family.place}/index.md", *pages]})
    return sections
