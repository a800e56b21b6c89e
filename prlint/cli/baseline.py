"""`prlint baseline`: the findings that a house begins with, which only become fewer."""

import os
from pathlib import Path

import click

from prlint.cli.checking import checked
from prlint.cli.files import find
from prlint.cli.known import held, informed, inside, shown, store
from prlint.cli.options import Options
from prlint.cli.output import CLEAN, DONE_NOTHING, FOUND, say
from prlint.cli.parallel import in_parallel
from prlint.cli.plan import summed, tell_problems
from prlint.cli.session import STDIN, Job, Session
from prlint.engine.baseline import NAME, Baseline, Entry, entries, read_baseline, shrunk, written
from prlint.report.closing import counted
from prlint.report.judge import everything


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path())
@click.option("--baseline", "named", type=click.Path(), metavar="FILE", help=f"The file to write.  [default: as configured, else {NAME}]")
@click.option("--add", is_flag=True, help="Take findings in that the baseline does not know. Without it a baseline only shrinks.")
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this configuration, not the nearest prlint.toml upward.")
@click.option("--waivers", type=click.Path(), metavar="FILE", help="Use these waivers, not the nearest prlint-waivers.toml upward.")
@click.option("-j", "--jobs", "processes", type=click.IntRange(0), default=0, help="Processes for many files.  [default: one a core]")
@click.option("-q", "--quiet", is_flag=True, help="Errors only: no count of what was written, no bar.")
def command(
    paths: tuple[str, ...], named: str | None, add: bool, config: str | None, waivers: str | None, processes: int, quiet: bool
) -> int:
    """Write the findings of releases into a baseline, so that `prlint check --baseline FILE` reports only what is new.

    Run again, it takes out what is gone and adds nothing: a baseline only shrinks. Waived findings are never in it.

    Exit status: 0 done, 1 there are findings that were not added, 2 something could not be done.
    """
    if STDIN in paths:
        raise click.UsageError("a baseline is of files, and standard input is none")
    options = Options(config=config or "", waivers=waivers or "", jobs=processes, quiet=quiet)
    session, found = Session(options.config), find(paths)
    jobs = [Job(session, path, session.for_file(path)) for path in found.files]
    place = os.path.abspath(named or next((job.prepared.settings.baseline for job in jobs if job.prepared.settings.baseline), NAME))
    jobs = informed([_without_baseline(job) for job in jobs], options)
    whole = summed(in_parallel(checked, jobs, options.jobs, quiet=options.quiet), found)
    tell_problems(whole.files, quiet=True)
    if whole.failed:
        return DONE_NOTHING
    before = read_baseline(shown(place), held(place)) if os.path.exists(place) else None
    now = {
        inside(Path(job.path), str(Path(place).parent)): entries(everything(report)) for report, job in zip(whole.files, jobs, strict=True)
    }
    return _kept(place, before, now, add=add, quiet=quiet)


def _without_baseline(job: Job) -> Job:
    """A job that compares with no baseline, for it is about to be made."""
    prepared = job.prepared._replace(settings=job.prepared.settings._replace(baseline=""))
    return job._replace(prepared=prepared)


def _kept(place: str, before: Baseline | None, now: Baseline, *, add: bool, quiet: bool) -> int:
    """Writes the baseline, says what became of it, and gives the exit status."""
    kept: dict[str, tuple[Entry, ...]] = {}
    new = 0
    for path, found in now.items():
        still, fresh = shrunk((before or {}).get(path, ()), found)
        kept[path] = still + fresh if before is None or add else still
        new += len(fresh)
    folder = str(Path(place).parent)
    others = {path: old for path, old in (before or {}).items() if path not in now and os.path.exists(os.path.join(folder, path))}
    after = {**others, **kept}
    store(Path(place), written(after).encode("ascii"))
    fresh_left = before is not None and not add and new
    if not quiet:
        _say(place, before, after, new if add else 0)
        if fresh_left:
            left = f"{counted(new, 'finding')} not in the baseline, and not added"
            say(f"{left}: a baseline only shrinks (--add takes them in)\n", aside=True)
    return FOUND if fresh_left else CLEAN


def _say(place: str, before: Baseline | None, after: Baseline, added: int) -> None:
    """Tells what became of the baseline."""
    total = _total(after)
    said = [f"{counted(total, 'finding')} of {counted(sum(bool(found) for found in after.values()), 'file')}"]
    if before is not None:
        said += [f"{_total(before) + added - total} gone"] + ([f"{added} added"] if added else [])
    say(f"{shown(place)}: {', '.join(said)}\n")


def _total(baseline: Baseline) -> int:
    return sum(map(len, baseline.values()))
