"""Finds what is known of the files of a run: waivers, a baseline, an earlier version."""

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from prlint.cli.configuration import fits
from prlint.cli.options import Options
from prlint.cli.session import STDIN, Job
from prlint.config import ConfigurationError
from prlint.document import Document, ReadError, bytes_of, read
from prlint.document.history import GitError, Revision, repository, revision, version
from prlint.document.writing import WriteError, put, save
from prlint.engine.baseline import Entry, read_baseline
from prlint.engine.clock import today
from prlint.engine.notices import NOTICES
from prlint.engine.waiver_file import check_codes, read_waivers
from prlint.engine.waivers import WaiverFile
from prlint.report.gather import gather, read_file
from prlint.report.judge import Judged, Known, judged
from prlint.report.judge import on_waivers as reports_on_waivers
from prlint.report.model import FileReport

__all__ = ["NOTICES", "hashed", "held", "informed", "inside", "laid_over", "on_waivers", "shown", "store"]


def informed(jobs: Sequence[Job], options: Options) -> list[Job]:
    """The jobs with what is known of their files. Raises KeptFileError, ConfigurationError, GitError."""
    sources = _Sources(options)
    for place in dict.fromkeys(filter(None, map(sources.waivers_for, jobs))):
        codes = {rule.code for job in jobs if sources.waivers_for(job) == place for rule in job.prepared.rules.rules}
        check_codes(sources.waivers(place), codes)
    return [job._replace(known=sources.known(job)) for job in jobs]


class _Sources:
    """Where a run learns what is known of its files; each is asked once."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self.waivers = cache(_waivers)
        self._baseline = cache(_baseline)
        self._top = cache(_top)
        self._revision = cache(revision)

    def known(self, job: Job) -> Known:
        """What is known of a file."""
        place = self.waivers_for(job)
        file = self.waivers(place) if place else None
        path = _inside(job, str(Path(place).parent)) if place else ""
        found, failure = self._compared(job)
        return Known(
            file=file,
            waivers=tuple(waiver for waiver in file.waivers if fits(waiver.file, path)) if file else (),
            baseline=self._baseline_for(job),
            revision=found,
            failure=failure,
            today=today(),
        )

    def waivers_for(self, job: Job) -> str:
        """The file of waivers that a file stands under; empty if there is none."""
        return os.path.abspath(self._options.waivers) if self._options.waivers else job.session.waivers(job.path)

    def _baseline_for(self, job: Job) -> tuple[Entry, ...] | None:
        named = job.prepared.settings.baseline
        if not named:
            return None
        place = os.path.abspath(named)
        return self._baseline(place).get(_inside(job, str(Path(place).parent)), ())

    def _compared(self, job: Job) -> tuple[Revision | None, str]:
        """The revision to compare a file with, or why there is none."""
        if not self._options.diff_base:
            return None, ""
        if job.path == STDIN and not self._options.stdin_filename:
            return None, "has no path (--stdin-filename gives it one), and --diff-base compares with what git has"
        top = self._top(str(Path(os.path.realpath(job.session.place(job.path))).parent))
        if not top:
            return None, "is in no git repository, and --diff-base compares with what git has"
        return self._revision(top, self._options.diff_base), ""


def _waivers(place: str) -> WaiverFile:
    return read_waivers(shown(place), held(place))


def _baseline(place: str) -> Mapping[str, tuple[Entry, ...]]:
    return read_baseline(shown(place), held(place))


def _top(folder: str) -> str:
    """The repository of a folder; none of a folder that is not there, whose files fail in words of their own."""
    return repository(folder) if os.path.isdir(folder) else ""


def held(place: str) -> bytes:
    """What a file that is kept beside releases holds. Raises ConfigurationError."""
    try:
        return bytes_of(Path(place))
    except ReadError as error:
        raise ConfigurationError(f"{shown(place)}: {error}") from error


def store(place: Path, data: bytes, before: bytes = b"") -> None:
    """Writes a file that is kept beside releases, in one step, if it still holds what it held `before`. Raises ConfigurationError."""
    try:
        if before:
            save(place, before, data)
        else:
            put(place, data)
    except WriteError as error:
        raise ConfigurationError(f"{shown(str(place))}: {error}") from error


def shown(place: str) -> str:
    """A path as a user in the current folder would write it."""
    relative = os.path.relpath(place)
    return place if relative.startswith("..") else relative


def _inside(job: Job, folder: str) -> str:
    """The path of a file from a folder, with slashes."""
    return inside(job.session.place(job.path), folder)


def inside(path: Path, folder: str) -> str:
    """A path from a folder, with slashes."""
    return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")


def laid_over(report: FileReport, job: Job) -> FileReport:
    """The report of a file with what is known of it."""
    known = job.known
    if known is None or report.failure:
        return report
    if known.failure:
        return FileReport(report.path, failure=known.failure)
    try:
        return judged(report, known, _earlier(job, known.revision, report.path) if known.revision else None)
    except GitError as error:
        return FileReport(report.path, failure=str(error))


def _earlier(job: Job, of: Revision, path: str) -> FileReport | None:
    """The report of a file as it was at a revision; None if it was not there, or was no text that can be read."""
    data = version(of, os.fspath(job.session.place(job.path)))
    if data is None:
        return None
    try:
        return gather(read(data, path), job.prepared.settings, job.prepared.rules)
    except ReadError:
        return None


def hashed(job: Job) -> tuple[Document | FileReport, str]:
    """A file, and the SHA-256 of the bytes that it was read from."""
    source, name = job.session.source(job.path)
    try:
        data = source if isinstance(source, bytes) else bytes_of(source)
    except ReadError as error:
        return FileReport(name, failure=str(error)), ""
    return read_file(data, name, job.session.tracked), sha256(data).hexdigest()


def on_waivers(reports: Iterable[FileReport], jobs: Sequence[Job]) -> list[FileReport]:
    """What there is to say of the waivers that a run used; `reports` are those of the jobs."""
    every = [
        Judged(report, job.known, frozenset(rule.code for rule in job.prepared.rules.selected))
        for report, job in zip(reports, jobs, strict=True)
        if job.known
    ]
    return reports_on_waivers(every, jobs[0].prepared.settings)
