"""The files that `--output` writes: which they are, whether they can be written, and writing them."""

import os
from collections.abc import Iterable
from pathlib import Path

from prlint.cli.options import Options
from prlint.cli.session import Job
from prlint.config import ConfigurationError
from prlint.document.writing import WriteError, put
from prlint.records import Record
from prlint.report import FORMATS, Report, Style, render

_SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".sarif": "sarif",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".rdjson": "rdjson",
    ".xml": "junit",
    ".md": "markdown",
}
_SETTINGS = ("prlint.toml", "pyproject.toml", "prlint-waivers.toml")


class Output(Record):
    """One report to write."""

    format: str
    path: Path


def outputs_of(told: Iterable[str]) -> tuple[Output, ...]:
    """What `--output` names, each `FORMAT=FILE` or a FILE whose suffix tells the format. Raises ConfigurationError."""
    outputs: dict[str, Output] = {}
    for text in told:
        output = _output(text)
        if outputs.setdefault(_identity(output.path), output) is not output:
            raise ConfigurationError(f"--output {text}: two reports cannot be written to the same file")
    return tuple(outputs.values())


def _output(text: str) -> Output:
    form, equals, name = text.partition("=")
    if not equals:
        name = text
        suffix = Path(name).suffix.lower()
        if suffix not in _SUFFIXES:
            raise ConfigurationError(f"--output {text}: which format? Say FORMAT=FILE; the formats are {', '.join(FORMATS)}")
        form = _SUFFIXES[suffix]
    if form not in FORMATS:
        raise ConfigurationError(f"--output {text}: no format `{form}`; the formats are {', '.join(FORMATS)}")
    if name in ("", "-"):
        raise ConfigurationError(f"--output {text}: names no file; --output-format is for standard output")
    _can_be_written(text, Path(name))
    return Output(form, Path(name))


def _can_be_written(text: str, path: Path) -> None:
    """Raises ConfigurationError where writing would fail: better before the work than after it."""
    folder = path.absolute().parent
    if path.name in _SETTINGS:
        raise ConfigurationError(f"--output {text}: is a file of settings, and is not written over")
    if path.is_dir():
        raise ConfigurationError(f"--output {text}: {path} is a folder")
    if not folder.is_dir():
        raise ConfigurationError(f"--output {text}: there is no folder {path.parent}")
    if path.exists() and not os.access(path, os.W_OK):
        raise ConfigurationError(f"--output {text}: {path} is read-only")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise ConfigurationError(f"--output {text}: {path.parent} is read-only")


def can_be_beside(options: Options, jobs: Iterable[Job]) -> None:
    """Raises ConfigurationError where a report cannot be written, or would be written over a release or another file of the run."""
    if options.diff:
        raise ConfigurationError("--output does not go with --diff, which shows changes and no findings")
    targets = {_identity(output.path): output for output in outputs_of(options.outputs)}
    for other in filter(None, (options.record, options.config, options.waivers, options.baseline, options.annotate, options.fixed_file)):
        if output := targets.get(_identity(Path(other))):
            raise ConfigurationError(f"--output {output.format}={output.path}: is another file of this run, and is not written over")
    for job in jobs:
        if output := targets.get(_identity(job.session.place(job.path))):
            raise ConfigurationError(f"--output {output.format}={output.path}: is a release to be checked, and is not written over")


def write(told: Iterable[str], report: Report) -> None:
    """Writes each report in one step. Raises ConfigurationError where the file system does not let it."""
    for output in outputs_of(told):
        data = render(report, output.format, Style()).encode("utf-8", "backslashreplace")
        try:
            put(output.path, data)
        except WriteError as error:
            raise ConfigurationError(f"--output {output.format}={output.path}: {error}") from error


def _identity(path: Path) -> str:
    return os.path.realpath(path)
