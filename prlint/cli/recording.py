"""Makes the review record of a run and keeps it."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from prlint.cli.known import shown, store
from prlint.cli.options import Options
from prlint.cli.session import Job, Prepared
from prlint.config import ConfigurationError
from prlint.engine.clock import now
from prlint.records import Any
from prlint.report.judge import Judged, Known
from prlint.report.model import FileReport, Report
from prlint.report.record import SCHEMA, configuration_record, file_record, record, relative, rules_record, sealed

_HEAD = 256  # bytes at the beginning of a record that name its schema


def keep(whole: Report, jobs: Sequence[Job], options: Options, status: int) -> None:
    """Writes the record that a command line asks for, in one step. Raises ConfigurationError."""
    place = Path(options.record)
    if place.is_file() and place.stat().st_size and SCHEMA.encode() not in place.read_bytes()[:_HEAD]:
        raise ConfigurationError(f"{shown(str(place))}: is there already and is no review record, and was left as it is")
    store(place, sealed(made(whole, jobs, options, status)).encode("ascii"))


def made(whole: Report, jobs: Sequence[Job], options: Options, status: int) -> dict[str, Any]:
    """The record of a run, without its seal. Paths in it lead from its own folder."""
    home = Path(os.path.abspath(options.record)).parent
    hashes = Rules()
    files = [of_file(report, job, home, hashes) for report, job in zip(whole.files, jobs, strict=False)]
    failed = [{"path": relative(file.path, home), "failure": file.failure} for file in whole.files[len(jobs) :] if file.failure]
    revisions = {job.known.revision.commit for job in jobs if job.known and job.known.revision}
    told = {**_options(options, home), **({"diff-base-commit": ", ".join(sorted(revisions))} if revisions else {})}
    return record([*files, *failed], hashes.sets, told, now(), status)


class Rules:
    """The sets of rules of a record, each hashed once: files of one configuration share theirs."""

    def __init__(self) -> None:
        self.sets: list[dict[str, Any]] = []
        self._known: dict[int, str] = {}

    def hash_of(self, prepared: Prepared) -> str:
        """The hash of the rules of a file, which are put among the sets."""
        if id(prepared) not in self._known:
            told = rules_record(prepared.rules, prepared.settings.rules)
            self._known[id(prepared)] = told["sha256"]
            if told not in self.sets:
                self.sets.append(told)
        return self._known[id(prepared)]


def of_file(report: FileReport, job: Job, home: Path, hashes: Rules) -> dict[str, Any]:
    """One file of a record."""
    judged = Judged(report, job.known or Known(), frozenset(rule.code for rule in job.prepared.rules.selected))
    path = job.path if job.path == "-" else relative(job.path, home)
    return file_record(judged, path, configuration_record(job.prepared.settings, home), hashes.hash_of(job.prepared))


def _options(options: Options, home: Path) -> Mapping[str, Any]:
    """What the command line said that bears on the result: `prlint verify` says it again."""
    told: dict[str, Any] = {
        "select": options.select,
        "extend-select": options.extend_select,
        "ignore": options.ignore,
        "fail-on": options.fail_on,
        "stdin-filename": relative(options.stdin_filename, home) if options.stdin_filename else "",
        "diff-base": options.diff_base,
        "tracked": options.tracked if options.tracked != "final" else "",
    }
    for key, path in (("config", options.config), ("waivers", options.waivers), ("baseline", options.baseline)):
        told[key] = relative(path, home) if path else ""
    return {key: value for key, value in told.items() if value}
