#!/usr/bin/env python3
"""Times prlint side by side with its peers, in one run, and prints ratios.

    python -m pip install ".[bench]" && python bench/speed.py [--releases FOLDER] [--peers BIN] [--runs N] [--need]

Two jobs: the seed in a new process (what an editor or a commit hook waits for), and a folder of 200 releases. prlint is timed
twice: with texts that it has not seen (what it kept of them is deleted before each run), and with texts that it checked before,
whose results it keeps. Runs of all tools are interleaved, so that a busy moment of the machine meets all of them; the median
counts, and the least is printed beside it. `--need` exits 1 where prlint takes more than 0.9 of proselint's time on the seed or
0.3 on the folder, with new texts or known ones.
"""

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "immunogen-marianne.txt"
RELEASES = 200
PARAGRAPHS = 18  # about 7 KB, as releases are
MOST = {"seed": 0.9, "folder": 0.3}  # of proselint's time
NEW, KNOWN = "prlint, new texts", "prlint, known texts"
FILLING = 30  # runs in which prlint makes what it keeps: each spends a quarter of a second on it at most

# Words that a release is made of; the releases made of them are nonsense with the shape and the vocabulary of the real thing.
COMPANIES = ("Ferrant Therapeutics, Inc.", "Brannock Bio, Inc.", "Oxmere Pharma plc", "Calder Genetics, Inc.")
PRODUCTS = ("Velmira® (ferrantinib)", "OXM-114", "calderotide", "Brannova™ (brannocimab)")
OPENERS = (
    "The Company announced that",
    "In the Phase 3 LYRA trial,",
    "As of the data cut-off,",
    "Investigators reported that",
    "Management expects that",
)
FACTS = (
    "{product} reduced the rate of relapse by {n}% compared with placebo (HR 0.{n}; 95% CI 0.3{d} to 0.9{d}; p=0.0{d})",
    "{n} of 3{n} patients treated with {product} reached the primary endpoint",
    "the most common adverse events were headache ({n}%), nausea ({d}%) and fatigue ({d}%)",
    "{product} was generally well tolerated, and no new safety signal was seen",
    "the median progression-free survival was {d}.{d} months in the {product} arm",
    "a regulatory submission for {product} is planned for the {d}th quarter of 2027",
    "cash and cash equivalents of $1{n}.{d} million are expected to fund operations into 2028",
)
LEGEND = (
    "This press release contains forward-looking statements within the meaning of the Private Securities Litigation Reform Act "
    "of 1995. "
    "These statements involve risks and uncertainties that could cause actual results to differ materially, including risks of "
    "the LYRA trial, of regulatory review and of supply, described in the Annual Report on Form 10-K for the year ended December 31, 2026 "
    "filed with the Securities and Exchange Commission."
)


def release(number: int) -> str:
    """A release of about 7 KB, the same for the same number."""
    words = random.Random(number)  # noqa: S311 - no secret
    company, product = words.choice(COMPANIES), words.choice(PRODUCTS)

    def sentence() -> str:
        fact = words.choice(FACTS).format(product=product, n=words.randint(10, 89), d=words.randint(1, 9))
        return f"{words.choice(OPENERS)} {fact}."

    paragraphs = [" ".join(sentence() for _ in range(words.randint(2, 4))) for _ in range(PARAGRAPHS)]
    paragraphs[5] = f"“{sentence()}” said Ana Ruiz, Chief Medical Officer of {company}"
    short = company.split(",")[0]
    head = (
        f"{short} Reports Results of the LYRA Trial of {product}\n\n"
        f"BOSTON, March {number % 28 + 1}, 2027 (GLOBE NEWSWIRE) -- {company} (NASDAQ: ABCD) today announced results. "
    )
    tail = (
        f"\n\nAbout {short}\n\n{company} develops medicines.\n\nForward-Looking Statements\n\n{LEGEND}\n\n"
        "Contact\n\nAna Ruiz, +1 617 555 0100, ir@company.example\n"
    )
    return head + "\n\n".join(paragraphs) + tail


def seconds(command: list[str], cache: Path) -> float:
    """The time of one run; output is read and thrown away. A tool that cannot run is an error, findings are not."""
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment(cache), check=False)
    took = time.perf_counter() - start
    if b"Traceback" in done.stderr or (done.returncode > 1 and "prlint" in command):
        sys.exit(f"{' '.join(command)[:100]} failed ({done.returncode}):\n{done.stderr.decode()[-1000:]}")
    return took


def environment(cache: Path) -> dict[str, str]:
    """The user's, with a cache folder of the bench, and with compiled modules allowed: an installed tool has them."""
    told = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**told, "PRLINT_CACHE_DIR": str(cache)}


def tools(peers: Path | None) -> dict[str, list[str]]:
    """What is timed, each as the command that a user would type."""
    place = [str(peers)] if peers else [str(Path(sys.executable).parent), *os.get_exec_path()]
    found = {name: shutil.which(name, path=os.pathsep.join(place)) for name in ("proselint", "codespell")}
    missing = [name for name, command in found.items() if command is None]
    if missing:
        sys.exit(f"not installed: {', '.join(missing)}: python -m pip install '.[bench]', or --peers BIN")
    own = shutil.which("prlint", path=str(Path(sys.executable).parent))
    prlint = [own] if own else [sys.executable, "-m", "prlint"]
    return {
        NEW: prlint,
        KNOWN: prlint,
        "proselint": [str(found["proselint"]), "check"],
        "codespell": [str(found["codespell"])],
    }


def on(commands: dict[str, list[str]], files: list[str]) -> dict[str, list[str]]:
    """The commands on files; bare Python gets none."""
    return {name: command if command[1:2] == ["-c"] else [*command, *files] for name, command in commands.items()}


def forget(cache: Path) -> None:
    """Deletes the results that prlint keeps."""
    for result in cache.glob("result-*"):
        result.unlink()


def timed(commands: dict[str, list[str]], runs: int, cache: Path) -> dict[str, list[float]]:
    """Seconds by tool, the runs of the tools interleaved, after one of each that warms caches."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            if name == NEW:
                forget(cache)
            took = seconds(command, cache)
            if run:
                times[name].append(took)
    return times


def table(title: str, times: dict[str, list[float]]) -> dict[str, float]:
    """Prints one job's table and gives prlint's shares of proselint's time."""
    middle = {name: statistics.median(taken) for name, taken in times.items()}
    print(f"\n{title}\n{'':24} {'median':>9} {'least':>9} {'x proselint':>12} {'x bare python':>14}")
    for name, taken in times.items():
        ratios = f"{middle[name] / middle['proselint']:11.2f} {middle[name] / middle['python -c pass']:13.2f}"
        print(f"  {name:<22} {middle[name] * 1000:7.1f}ms {min(taken) * 1000:7.1f}ms {ratios}")
    return {name: middle[name] / middle["proselint"] for name in (NEW, KNOWN)}


def main() -> None:
    """Times both jobs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=Path, help="a folder of releases (*.txt) instead of those made here")
    parser.add_argument("--peers", type=Path, help="the bin folder with proselint and codespell")
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--need", action="store_true", help="exit 1 where prlint is too slow")
    given = parser.parse_args()
    commands = {"python -c pass": [sys.executable, "-c", "pass"], **tools(given.peers)}
    with tempfile.TemporaryDirectory() as scratch:
        cache, made = Path(scratch) / "cache", Path(scratch) / "releases"
        for place in (cache, made):
            place.mkdir(mode=0o700)
        for number in range(RELEASES):
            (made / f"{number:03}.txt").write_text(release(number), encoding="utf-8")
        files = sorted(map(str, (given.releases or made).glob("*.txt")))
        for file in (str(SEED), *files[:FILLING]):
            seconds([*commands[NEW], file], cache)
        shares = {"seed": table(f"the seed, cold, {given.runs} runs", timed(on(commands, [str(SEED)]), given.runs, cache))}
        size = sum(Path(file).stat().st_size for file in files) / 1000
        shares["folder"] = table(f"{len(files)} releases, {size:.0f} KB, 3 runs", timed(on(commands, files), 3, cache))
    late = [
        f"{job}, {name}: {share:.2f} of proselint's time, at most {MOST[job]} wanted"
        for job, told in shares.items()
        for name, share in told.items()
        if share > MOST[job]
    ]
    if given.need and late:
        sys.exit("\n".join(late))


if __name__ == "__main__":
    main()
