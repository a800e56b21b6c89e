"""What the editor server needs of files: configurations, rules and waivers as the command line finds them, read anew when they change."""

import os
from collections.abc import Iterator
from pathlib import Path

from prlint.cli.checking import known_of
from prlint.cli.configuration import load, nearest
from prlint.cli.known import informed, inside
from prlint.cli.options import Options
from prlint.cli.output import defect
from prlint.cli.session import Job, Session
from prlint.config import ConfigurationError
from prlint.document import ReadError, read
from prlint.engine.clock import today
from prlint.engine.errors import RuleError, UnknownRuleError
from prlint.engine.model import Finding
from prlint.engine.waiver_file import appended
from prlint.engine.waivers import NAME, Quoted, Waiver, fitted
from prlint.language.vocabulary import BadTermError
from prlint.release.model import Release
from prlint.report import FileReport
from prlint.report.gather import gather, understand
from prlint.server.desk import Addition

_KEPT = ("prlint.toml", "pyproject.toml", NAME)

_Stamp = tuple[tuple[str, int, int], ...]


class FileDesk:
    """Checks texts with what lies around their paths; `config` is a configuration that was named."""

    def __init__(self, config: str | None = None) -> None:
        self._config = config
        self._session: Session | None = None
        self._stamps: dict[Path, _Stamp] = {}

    def check(self, path: Path, data: bytes) -> FileReport:
        """The findings of a text that is, or would be, a file of this path."""
        try:
            job = self._job(path)
            document = read(data, str(path))
            return known_of(gather(document, job.prepared.settings, job.prepared.rules), job)
        except (ConfigurationError, RuleError, UnknownRuleError, BadTermError, ReadError, OSError) as error:
            return FileReport(str(path), failure=str(error))
        except Exception as error:  # noqa: BLE001 - a defect of prlint with one text must not end the server
            return FileReport(str(path), failure=defect(error))

    def understand(self, path: Path, data: bytes) -> Release | None:
        """What is understood of it; None if it cannot be read."""
        try:
            prepared = self._job(path).prepared
            return understand(read(data, str(path)), prepared.settings, prepared.rules)
        except Exception:  # noqa: BLE001 - as above; that a text cannot be read is told by its findings
            return None

    def waivers(self, path: Path) -> Path:
        """The file that a waiver for a file goes into: the nearest one upward, else one beside its configuration."""
        session = Session(self._config)
        above = session.waivers(str(path))
        try:
            return Path(above) if above else (session.home(str(path)) or path.parent) / NAME
        except ConfigurationError:
            return path.parent / NAME

    def waiver(self, path: Path, report: FileReport, finding: Finding, present: bytes | None) -> Addition:
        """What waives a finding. Its reason is left empty, which no check accepts, so that nobody waives without one."""
        place = self.waivers(path)
        assert report.document is not None, "it has a finding"
        document, text = report.document, Quoted(report.document.text)
        bare = Waiver(finding.code, inside(path, str(place.parent)), " ".join(finding.quote.split()), "", "", today())
        line = document.line_text(document.row(finding.start).line)
        # The words of the finding if they stand in this one alone, else its line, else all findings with these words.
        quotes = (bare.quote, " ".join(line.split()))
        single = next((quote for quote in quotes if len(fitted(text, report.findings, bare._replace(quote=quote))) == 1), None)
        several = max(1, len(fitted(text, report.findings, bare)))
        waiver = bare._replace(quote=single) if single is not None else bare._replace(times=several)
        before = present or b""
        added = appended(before, waiver)[len(before) :].decode()
        return Addition(place, added, added.index('reason = "') + len('reason = "'))

    def _job(self, path: Path) -> Job:
        """How a file is checked, with everything around it as it is now. Raises what a command line would tell."""
        if self._session is None or self._stamps.get(path) != _stamp(self._around(path)):
            nearest.cache_clear()
            self._stamps.clear()
            self._session = Session(self._config)
        job = Job(self._session, str(path), self._session.for_file(str(path)))
        if job.prepared.settings.baseline or self._session.waivers(str(path)):
            job = informed([job], Options())[0]
        self._stamps[path] = _stamp(self._around(path))
        return job

    def _around(self, path: Path) -> Iterator[str]:
        """The files that decide how a file is checked, those too that are not there yet."""
        for folder in path.parents:
            yield from (str(folder / name) for name in _KEPT)
        try:
            found = load(Path(self._config)) if self._config else nearest(path.parent)
            settings = found.settings(found.overrides(path))
        except ConfigurationError:
            return
        yield from (str(layer.path) for layer in found.layers)
        if settings.baseline:
            yield settings.baseline
        for folder_of_rules in settings.rules:
            for place, _, files in os.walk(folder_of_rules):
                yield place
                yield from (os.path.join(place, file) for file in files)


def _stamp(files: Iterator[str]) -> _Stamp:
    """What would be another if one of some files changed."""
    stamps = []
    for file in files:
        try:
            status = Path(file).stat()
        except OSError:
            stamps.append((file, 0, -1))
        else:
            stamps.append((file, status.st_mtime_ns, status.st_size))
    return tuple(stamps)
