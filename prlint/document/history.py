"""An earlier version of a file, from the git repository that it is in.

What comes from the command line reaches git as a revision behind `--end-of-options`, never as an option. Nothing in the
repository is written, and no program that its configuration or attributes name for showing differences is run.
"""

import os
import subprocess
from collections.abc import Mapping

from prlint.records import Record

# A hook has them, relative to a folder that git is not started in here; the repository of a file is where the file is.
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


class GitError(OSError):
    """Something that git could not do. The message is one clause."""


class Revision(Record):
    """A commit of a repository. `renamed` gives the old paths of files that have another name since."""

    top: str
    commit: str
    renamed: Mapping[str, str]


def repository(folder: str) -> str:
    """The top folder of the work tree that a folder is in; empty if it is in none. Raises GitError."""
    done = _git(folder, "rev-parse", "--show-toplevel")
    if done.returncode and b"not a git repository" not in done.stderr:
        raise GitError(f"git refuses: {_reason(done)}")
    return os.fsdecode(done.stdout.rstrip(b"\n"))


def revision(top: str, wanted: str) -> Revision:
    """The commit that a revision names, in the repository of a top folder. Raises GitError."""
    told = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{wanted}^{{commit}}")
    if told.returncode:
        shallow = _git(top, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        hint = " (it is a shallow clone: `git fetch --unshallow` gets the rest)" if shallow else ""
        raise GitError(f"the repository has no revision `{wanted}`{hint}")
    commit = told.stdout.strip().decode("ascii")
    changes = _git(top, "diff", "--no-ext-diff", "--no-textconv", "--name-status", "--find-renames", "--diff-filter=R", "-z", commit, "--")
    if changes.returncode:
        raise GitError(f"git cannot compare with `{wanted}`: {_reason(changes)}")
    fields = changes.stdout.split(b"\0")
    renamed = {os.fsdecode(new): os.fsdecode(old) for old, new in zip(fields[1::3], fields[2::3], strict=False)}
    return Revision(top, commit, renamed)


def version(of: Revision, path: str) -> bytes | None:
    """What a file held at a revision, under the name that it had then; None if it was not there. Raises GitError."""
    inside = os.path.relpath(os.path.realpath(path), os.path.realpath(of.top)).replace(os.sep, "/")
    name = f"{of.commit}:{of.renamed.get(inside, inside)}"
    kind = _git(of.top, "cat-file", "-t", name)
    if kind.returncode or kind.stdout.strip() != b"blob":
        return None
    blob = _git(of.top, "cat-file", "blob", name)
    if blob.returncode:
        raise GitError(f"git cannot show an earlier version: {_reason(blob)}")
    return blob.stdout


def _git(folder: str, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    environment = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    command = ["git", "-c", "core.fsmonitor=false", "-C", folder or ".", *arguments]
    try:
        return subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, env=environment, check=False)  # noqa: S603
    except FileNotFoundError as error:
        raise GitError("git is not installed") from error


def _reason(done: "subprocess.CompletedProcess[bytes]") -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else f"status {done.returncode}"
