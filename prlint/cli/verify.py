"""`prlint verify`: whether a review record still holds."""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from prlint.cli.checking import checked
from prlint.cli.known import held, informed, shown
from prlint.cli.options import Options
from prlint.cli.output import CLEAN, FOUND, colored, say
from prlint.cli.recording import made
from prlint.cli.session import Job, Session
from prlint.config import ConfigurationError
from prlint.document import ReadError, bytes_of
from prlint.engine.clock import today
from prlint.engine.errors import KeptFileError, Place
from prlint.records import Any
from prlint.report import Report
from prlint.report.color import Paint
from prlint.report.record import VERSION, seal
from prlint.report.terminal import harmless
from prlint.report.verification import Point, points


class _InPlaceOf(Session):
    """A session in which a draft stands where the record found the file: its configuration and waivers are those of that place."""

    def __init__(self, options: Options, stands_at: Path) -> None:
        super().__init__(options.config, options.over, tracked=options.tracked)
        self._stands_at = stands_at

    def place(self, path: str) -> Path:  # noqa: ARG002 - of whatever is read
        return self._stands_at


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("record", metavar="RECORD", type=click.Path())
@click.argument("drafts", metavar="[FILE]...", nargs=-1, type=click.Path())
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="Colour.  [default: auto, on a terminal]")
@click.option("-q", "--quiet", is_flag=True, help="Only what no longer holds.")
def command(record: str, drafts: tuple[str, ...], color: str, quiet: bool) -> int:
    """Say whether the review record RECORD still holds for FILE, by default for every file that it names.

    It holds if the file, prlint, the rules, the configuration and the waivers are the same, a check finds the same, and no
    waiver has expired.

    Exit status: 0 it holds, 1 something differs, 2 it cannot be told.
    """
    told = _read(record)
    home = Path(os.path.abspath(record)).parent
    paint = Paint(colored(color))
    all_points = [("the record", [_unaltered(told)])]
    for entry, draft in _chosen(told, drafts, home):
        all_points.append((draft, _verified({**told, "files": [entry]}, draft, record, home)))
    differing = sum(not point.holds for _, found in all_points for point in found)
    lines = [line for name, found in all_points for line in _shown(name, found, paint, quiet=quiet)]
    end = (
        "the record holds"
        if not differing
        else f"the record no longer holds: {differing} of {sum(len(found) for _, found in all_points)} points differ"
    )
    say("\n".join([*lines, paint.strong(f"{shown(record)}: {end}")]) + "\n")
    return FOUND if differing else CLEAN


def _shown(name: str, found: Sequence[Point], paint: Paint, *, quiet: bool) -> list[str]:
    lines = [
        f"  {'holds  ' if point.holds else paint.severity('error', 'differs')}  {harmless(point.text)}"
        for point in found
        if not (quiet and point.holds)
    ]
    return [paint.strong(harmless(name)), *lines] if lines else []


def _unaltered(told: Mapping[str, Any]) -> Point:
    if told["seal"] == seal(told):
        return Point(holds=True, text=f"it is as it was written on {told['made']}")
    return Point(holds=False, text="it was altered after it was written")


def _read(record: str) -> dict[str, Any]:
    """A record. Raises KeptFileError if it is none."""
    from jsonschema import Draft202012Validator

    data = held(record)
    wanted = "a record that `prlint check --record` wrote"
    try:
        source = data.decode("utf-8-sig")
        told = json.loads(source)
    except UnicodeDecodeError as error:
        raise KeptFileError(Place(shown(record), "", 1, 1), "is not UTF-8 text", wanted) from error
    except json.JSONDecodeError as error:
        place = Place(shown(record), source, error.lineno, error.colno)
        raise KeptFileError(place, f"is no JSON: {error.msg[:1].lower()}{error.msg[1:]}", wanted) from error
    except RecursionError as error:
        raise KeptFileError(Place(shown(record), "", 1, 1), "is nested too deeply", wanted) from error
    if isinstance(told, dict) and "version" in told and told["version"] != VERSION:
        problem = f"is a record of version {str(told['version'])[:20]}; this prlint reads version {VERSION}"
        raise KeptFileError(Place(shown(record), source, 1, 1), problem, wanted)
    schema = json.loads((Path(__file__).parent.parent / "report" / "schemas" / "record.json").read_text(encoding="utf-8"))
    mistake = next(iter(Draft202012Validator(schema).iter_errors(told)), None)
    if mistake is not None:
        where = ".".join(map(str, mistake.absolute_path))
        raise KeptFileError(Place(shown(record), source, 1, 1), f"is no review record ({where or 'the whole'} has the wrong shape)", wanted)
    whole: dict[str, Any] = told
    return whole


def _chosen(told: Mapping[str, Any], drafts: Sequence[str], home: Path) -> list[tuple[Mapping[str, Any], str]]:
    """The files of a record with the drafts that stand for them: by path, else by content, else the only one."""
    entries: list[Mapping[str, Any]] = told["files"]
    if not drafts:
        from_stdin = next((entry for entry in entries if entry["path"] == "-"), None)
        if from_stdin is not None:
            raise ConfigurationError("the record is of standard input: name the file that stands for it")
        return [(entry, shown(str(home / entry["path"]))) for entry in entries]
    chosen = []
    for draft in drafts:
        entry = _entry_for(entries, draft, home)
        if entry is None:
            raise ConfigurationError(f"{draft}: is none of the {len(entries)} files of the record, by path or by content")
        chosen.append((entry, draft))
    return chosen


def _entry_for(entries: Sequence[Mapping[str, Any]], draft: str, home: Path) -> Mapping[str, Any] | None:
    from hashlib import sha256

    place = os.path.realpath(draft)
    by_path = next((entry for entry in entries if os.path.realpath(home / entry["path"]) == place), None)
    if by_path is not None or len(entries) == 1:
        return by_path or entries[0]
    try:
        digest = sha256(bytes_of(Path(draft))).hexdigest()
    except ReadError as error:
        raise ConfigurationError(f"{draft}: {error}") from error
    return next((entry for entry in entries if entry.get("sha256") == digest), None)


def _verified(then: Mapping[str, Any], draft: str, record: str, home: Path) -> list[Point]:
    """The points of one file. Raises ConfigurationError if the draft cannot be read."""
    entry = then["files"][0]
    try:
        bytes_of(Path(draft))
    except ReadError as error:
        raise ConfigurationError(f"{draft}: {error}") from error
    options = _options(then["options"], record, home)
    name = then["options"].get("stdin-filename", "stdin") if entry["path"] == "-" else entry["path"]
    session = _InPlaceOf(options, Path(os.path.normpath(home / name)))
    job = informed([Job(session, draft, session.for_file(draft), recorded=True)], options)[0]
    now = made(Report((checked(job),)), [job], options, 0)
    return points(then, now, today())


def _options(told: Mapping[str, Any], record: str, home: Path) -> Options:
    """The command line of a record, but for its comparison with another version: that bears on what is shown, not on what is found."""

    def path(key: str) -> str:
        return os.path.normpath(home / told[key]) if key in told else ""

    return Options(
        select=tuple(told.get("select", ())),
        extend_select=tuple(told.get("extend-select", ())),
        ignore=tuple(told.get("ignore", ())),
        fail_on=told.get("fail-on", ""),
        config=path("config"),
        waivers=path("waivers"),
        baseline=path("baseline"),
        record=record,
        tracked=told.get("tracked", "final"),
    )
