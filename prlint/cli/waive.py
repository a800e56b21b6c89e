"""`prlint waive`: lets a finding stand, with the reason and the name of who approved it."""

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from prlint.cli.configuration import fits
from prlint.cli.known import held, inside, shown, store
from prlint.cli.output import CLEAN, DONE_NOTHING, complain, say
from prlint.cli.session import STDIN, Prepared, Session
from prlint.document import Document
from prlint.engine.clock import today
from prlint.engine.model import Finding
from prlint.engine.waiver_file import appended, check_codes, read_waivers
from prlint.engine.waivers import NAME, Quoted, Waiver, fitted, waived
from prlint.report import FileReport
from prlint.report.closing import counted
from prlint.report.gather import gather
from prlint.report.terminal import harmless

_MOST_SHOWN = 5


class _Day(click.ParamType[date]):
    """A day: 2027-06-30."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"`{value}` is no day of the calendar; a day is written 2027-06-30", param, ctx)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file", metavar="FILE", type=click.Path())
@click.argument("code", metavar="CODE")
@click.option("--quote", metavar="TEXT", help="The words of the finding, or more of the text around them. Needed where there are several.")
@click.option("--reason", metavar="TEXT", help="Why it may stand. Asked for on a terminal.")
@click.option("--approved-by", metavar="NAME", help="Who answers for it.")
@click.option("--expires", type=_Day(), metavar="DATE", help="The last day on which it holds, such as 2027-06-30.")
@click.option("--times", type=click.IntRange(1), default=1, help="How many findings of the file it stands for.  [default: 1]")
@click.option("--waivers", type=click.Path(), metavar="FILE", help=f"The file to write into.  [default: the nearest {NAME} upward]")
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this configuration, not the nearest prlint.toml upward.")
def command(
    file: str,
    code: str,
    quote: str | None,
    reason: str | None,
    approved_by: str | None,
    expires: date | None,
    times: int,
    waivers: str | None,
    config: str | None,
) -> int:
    """Waive a finding: let the words that the rule CODE (a name does too) reports in FILE stand.

    The waiver goes to the end of prlint-waivers.toml, beside prlint.toml if there is none yet. It holds for the quoted
    words wherever they move in the file, and no longer once they change.
    """
    if file == STDIN:
        raise click.UsageError("a waiver is for a file, and standard input is none")
    session = Session(config)
    prepared, document = session.for_file(file), session.read(file)
    if isinstance(document, FileReport):
        complain(f"{document.path}: {document.failure}")
        return DONE_NOTHING
    place = Path(os.path.abspath(waivers or session.waivers(file) or _beside(session, file)))
    data = held(str(place)) if place.exists() else b""
    present = read_waivers(shown(str(place)), data)
    check_codes(present, {rule.code for rule in prepared.rules.rules})
    day = today()
    if expires is not None and expires.isoformat() < day:
        raise click.UsageError(f"a waiver until {expires} has expired before it begins")
    wanted = Waiver(
        prepared.rules.rule(code).code, inside(Path(file), str(place.parent)), "", "", (approved_by or "").strip(), day, "", times
    )
    findings = _found(document, prepared, [waiver for waiver in present.waivers if fits(waiver.file, wanted.file)], day)
    fitting = _quoted(document, prepared, findings, wanted, quote)
    if isinstance(fitting, str):
        complain(f"{file}: {fitting}")
        return DONE_NOTHING
    whole = fitting._replace(reason=_reason(reason), expires=expires.isoformat() if expires else "")
    after = appended(data, whole)
    read_waivers(shown(str(place)), after)
    store(place, after, data)
    say(f"{shown(str(place))}: {whole.code} in {harmless(whole.file)} is waived\n")
    return CLEAN


def _beside(session: Session, file: str) -> Path:
    """Where a new file of waivers belongs: beside the configuration of a file, else beside the file."""
    home = session.home(file)
    return (home or Path(os.path.abspath(file)).parent) / NAME


def _found(document: Document, prepared: Prepared, waivers: Sequence[Waiver], day: str) -> list[Finding]:
    """The findings of a document, each with what waives it already. Raises OSError if it cannot be checked."""
    report = gather(document, prepared.settings, prepared.rules)
    if report.failure:
        raise OSError(f"{document.path}: {report.failure}")
    return waived(document.text, report.findings, waivers, day)


def _quoted(document: Document, prepared: Prepared, findings: Sequence[Finding], wanted: Waiver, quote: str | None) -> Waiver | str:
    """The waiver with the words that it stands for; or what is wrong, in one clause."""
    if all(rule.code != wanted.code for rule in prepared.rules.selected):
        return f"{wanted.code} does not run with this configuration"
    every = [finding for finding in findings if finding.code == wanted.code]
    own = [finding for finding in every if not finding.waived]
    if not own:
        return f"{wanted.code} reports nothing there that is not waived already"
    text = Quoted(document.text)
    if quote is not None:
        own = [finding for finding in own if _speaks_of(text, finding, quote)]
        if not own:
            if any(_speaks_of(text, finding, quote) for finding in every):
                return f"the finding of {wanted.code} with these words is waived already"
            return f"no finding of {wanted.code} has these words"
    if len(own) != wanted.times:
        return _miscounted(own, wanted)
    words = {" ".join(finding.quote.split()) for finding in own}
    if quote is not None and len(fitted(text, findings, wanted._replace(quote=quote))) == len(own):
        words = {quote}  # it holds all of the words, and perhaps more around them
    if len(words) > 1:
        return f"{counted(len(own), 'finding')} of {wanted.code} with different words ({_places(own)}): a waiver each, with --quote"
    waiver = wanted._replace(quote=words.pop())
    found = fitted(text, findings, waiver)
    if len(found) > wanted.times:
        several = [findings[index] for index in found]
        return f"the words stand in {counted(len(found), 'finding')} ({_places(several)}): quote more of the text around them with --quote"
    return waiver


def _miscounted(own: Sequence[Finding], wanted: Waiver) -> str:
    """What is wrong where a waiver is for more findings or fewer. What is not there yet, nobody has read and approved."""
    told = f"{counted(len(own), 'finding')} of {wanted.code} ({_places(own)})"
    if len(own) < wanted.times:
        return f"{told}, not {wanted.times}: --times {len(own)}"
    return f"{told}: name one by its words with --quote, or all with --times {len(own)}"


def _speaks_of(text: Quoted, finding: Finding, quote: str) -> bool:
    """Whether a quotation holds the words of a finding, or is a part of them."""
    if finding.start == finding.end:
        return not quote.split()
    return any(
        (start <= finding.start and finding.end <= end) or (finding.start <= start and end <= finding.end)
        for start, end in text.spans(quote)
    )


def _places(findings: Sequence[Finding]) -> str:
    shown_places = [harmless(finding.location.name) for finding in findings[:_MOST_SHOWN]]
    return ", ".join(shown_places) + (" …" if len(findings) > _MOST_SHOWN else "")


def _reason(told: str | None) -> str:
    """The reason, asked for on a terminal. Raises UsageError elsewhere, or if it is empty."""
    if told is None:
        if not sys.stdin.isatty():
            raise click.UsageError("a waiver needs a reason: --reason TEXT")
        told = click.prompt("Why may it stand", err=True)
    if not told.strip():
        raise click.UsageError("a waiver needs a reason, and this one is empty")
    return told
