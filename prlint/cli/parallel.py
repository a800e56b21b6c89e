"""Many files on several cores.

Workers are forked, so they have the rules and what was compiled of them without loading anything; where a process cannot be
forked safely the files are checked one after another. Few files are not worth a worker.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence

from prlint.language.texts import begin
from prlint.records import TypeVar, cast

Job = TypeVar("Job")
Result = TypeVar("Result")

_FEWEST = 24  # files a worker: less take about as long as a worker takes to start
_CHUNK = 4


def workers(jobs: int, wanted: int) -> int:
    """How many processes to use for a number of jobs; 0 wanted means one a core."""
    if sys.platform != "linux":
        return 1
    return max(1, min(wanted or len(os.sched_getaffinity(0)), jobs // _FEWEST))


def in_parallel(function: Callable[[Job], Result], jobs: Sequence[Job], wanted: int = 0, *, quiet: bool = False) -> list[Result]:
    """What a function gives for each job, in order. The function's results must survive pickling; its jobs need not.

    On a terminal, and unless `quiet`, a bar is shown while it takes long.
    """
    if len(jobs) == 1:
        return [function(jobs[0])]
    from prlint.cli.progress import watched

    begin(len(jobs) - 1)
    with watched(len(jobs), sys.stderr, quiet=quiet) as step:
        return list(_results(function, jobs, workers(len(jobs), wanted), step))


def _results(function: Callable[[Job], Result], jobs: Sequence[Job], number: int, step: Callable[[], None]) -> Iterator[Result]:
    if number == 1:
        for job in jobs:
            yield function(job)
            step()
        return
    from multiprocessing import get_context

    yield function(jobs[0])  # what it compiles, every worker has
    step()
    with get_context("fork").Pool(number, _take, (function, jobs)) as pool:
        for result in pool.imap(_do, range(1, len(jobs)), _CHUNK):
            yield cast("Result", result)
            step()


_taken: tuple[Callable[..., object], Sequence[object]]


def _take(function: Callable[..., object], jobs: Sequence[object]) -> None:  # pragma: no cover - runs in a worker
    import signal

    global _taken  # noqa: PLW0603 - how a forked worker keeps what it inherits
    _taken = function, jobs
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's to handle


def _do(index: int) -> object:  # pragma: no cover - runs in a worker
    function, jobs = _taken
    return function(jobs[index])
