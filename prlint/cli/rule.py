"""`prlint rule`: one rule as a page of reference; and the tests of a folder of rules."""

from pathlib import Path

import click

from prlint.cli.output import CLEAN, FOUND, colored, complain, say, width
from prlint.cli.session import Session
from prlint.report import Style
from prlint.report.closing import counted


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("code", metavar="[CODE]", required=False)
@click.option("--test", "folder", type=click.Path(), metavar="FOLDER", help="Run the examples of every rule file of a folder.")
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this configuration, not the nearest prlint.toml upward.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="Colour.  [default: auto, on a terminal]")
def command(code: str | None, folder: str | None, config: str | None, color: str) -> int:
    """Explain the rule CODE (a name does too): what it checks, why, on what authority, and what to do.

    With --test, run the examples of the rule files of a folder: exit status 1 if one fails.
    """
    if (code is None) == (folder is None):
        raise click.UsageError("name a rule, or give a folder with --test")
    if code is not None:
        from prlint.report.reference import rule_page

        rules = Session(config).for_folder().rules
        say(rule_page(rules.rule(code), Style(colored(color), width()), rules.vocabulary))
        return CLEAN
    return _tested(Path(folder or "."))


def _tested(place: Path) -> int:
    from prlint.engine.examples import failures
    from prlint.engine.ruleset import load_rules, rules_of

    if not place.is_dir():
        reason = "is a file; name its folder" if place.is_file() else "no such folder"
        raise FileNotFoundError(f"{place}: {reason}")
    # Rules that are installed may be written in Python; those of any other folder are data, and nothing of it is run.
    installed = load_rules()
    rules = tuple(rule for rule in installed.rules if Path(rule.source).is_relative_to(place.resolve()))
    rules, vocabulary = (rules, installed.vocabulary) if rules else rules_of(place)
    if not rules:
        raise FileNotFoundError(f"{place}: holds no rules (looked for *.toml)")
    failed = [failure for rule in rules for failure in failures(rule, vocabulary)]
    for failure in failed:
        kind = "bad" if failure.example.bad else "good"
        complain(f"{failure.rule.source}: {failure.rule.code}: a {kind} example {failure.problem}: {_first_line(failure.example.text)}")
    examples = sum(len(rule.examples) for rule in rules)
    say(f"{counted(len(rules), 'rule')}, {counted(examples, 'example')}, {len(failed)} failed\n")
    return FOUND if failed else CLEAN


def _first_line(text: str) -> str:
    return f"`{text.strip().splitlines()[0][:80]}`"
