"""prlint as it is installed: from the wheel, from the sdist, and by pre-commit. These tests need the package registry."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from prlint.cli.main import run

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "immunogen-marianne.txt"
GOOD = ROOT / "tests" / "cases" / "good-personnel.txt"

pytestmark = pytest.mark.slow


def done(*command: str | Path, folder: Path, status: int = 0, **environment: str) -> str:
    """What a command says; it must end with the status."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GIT_", "PYTEST", "COV"))}
    ran = subprocess.run(list(map(str, command)), cwd=folder, env=inherited | environment, capture_output=True, text=True, check=False)
    assert ran.returncode == status, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    done(sys.executable, "-m", "build", "--outdir", folder, ROOT, folder=folder)
    return folder


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"])
def test_an_empty_environment_lints_the_seed_like_the_checkout(
    built: Path, pattern: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    programs = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    (package,) = built.glob(pattern)
    done(programs / "python", "-m", "pip", "install", "--quiet", package, folder=tmp_path)
    shutil.copy(SEED, tmp_path / "seed.txt")
    told = done(
        programs / "prlint", "--output-format", "json", "seed.txt", folder=tmp_path, status=1, PRLINT_CACHE_DIR=str(tmp_path / "cache")
    )
    monkeypatch.chdir(tmp_path)
    assert run(["--output-format", "json", "seed.txt"]) == 1
    assert json.loads(told) == json.loads(capsys.readouterr().out)


def test_rules_grammars_and_schemas_are_in_the_wheel_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("rules", "grammars"):
        wanted = {f"prlint/{file.relative_to(ROOT).as_posix()}" for file in (ROOT / folder).rglob("*") if file.is_file()}
        assert wanted <= set(names)
    assert {"prlint/py.typed", "prlint/report/schemas/check.json", "prlint/report/schemas/facts.json"} <= set(names)
    assert {"prlint/report/html/style.css", "prlint/report/html/script.js"} <= set(names)
    assert not [name for name in names if not name.startswith(("prlint/", "prlint-"))]


def test_the_sdist_holds_what_its_tests_need(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        tops = {name.split("/")[1] for name in archive.getnames() if "/" in name}
    assert {"prlint", "rules", "grammars", "seeds", "tests", "docs", "README.md", "LICENSE", "pyproject.toml"} <= tops
    assert not tops & {".git", ".ci", "build", "dist", ".venv"}


def commit(folder: Path, message: str, *, status: int = 0) -> str:
    who = ("-c", "user.name=Ana Ruiz", "-c", "user.email=ana@ferrant.example")
    done("git", "add", "--all", folder=folder)
    return done("git", *who, "commit", "--quiet", "--message", message, folder=folder, status=status, **hooks(folder))


def hooks(folder: Path) -> dict[str, str]:
    return {"PRE_COMMIT_HOME": str(folder.parent / "pre-commit"), "PRLINT_CACHE_DIR": str(folder.parent / "cache")}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A repository of prlint as it is in the checkout, and its revision."""
    place = tmp_path_factory.mktemp("hooks") / "published"
    place.mkdir()
    for name in ("prlint", "rules", "grammars"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", ".pre-commit-hooks.yaml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, place)
    done("git", "init", "--quiet", place, folder=place)
    commit(place, "as in the checkout")
    return place, done("git", "rev-parse", "HEAD", folder=place).strip()


def desk_with(hook: str, published: tuple[Path, str], rules: str) -> Path:
    """A repository of releases in which a hook runs before every commit; it selects some rules."""
    place, revision = published
    desk = place.parent / hook
    done("git", "init", "--quiet", desk, folder=place.parent)
    configuration = f"repos:\n  - repo: {place}\n    rev: {revision}\n    hooks:\n      - id: {hook}\n"
    (desk / ".pre-commit-config.yaml").write_text(configuration, encoding="utf-8")
    (desk / "prlint.toml").write_text(f"select = {rules}\n", encoding="utf-8")
    done(sys.executable, "-m", "pre_commit", "install", folder=desk, **hooks(desk))
    (desk / "releases").mkdir()
    return desk


def test_pre_commit_lets_a_good_release_pass_and_stops_a_bad_one(published: tuple[Path, str]) -> None:
    desk = desk_with("prlint", published, '["STR001"]')
    shutil.copy(GOOD, desk / "releases" / "good.txt")
    assert "Passed" in commit(desk, "a release with a headline")
    shutil.copy(SEED, desk / "releases" / "bad.txt")
    stopped = commit(desk, "a release without one", status=1)
    assert "releases/bad.txt:1:1: error STR001 headline-missing" in stopped
    (desk / "notes.txt").write_text("no release at all\n", encoding="utf-8")
    (desk / "releases" / "bad.txt").unlink()
    assert "no files to check" in commit(desk, "notes are no release").replace("(", "").replace(")", "")


def test_pre_commit_fixes_a_release_which_can_then_be_committed(published: tuple[Path, str]) -> None:
    desk = desk_with("prlint-fix", published, '["SEC003"]')
    release = desk / "releases" / "results.md"
    release.write_text("See our Form 10K.\n", encoding="utf-8")
    assert "files were modified by this hook" in commit(desk, "a form without its hyphen", status=1)
    assert release.read_text(encoding="utf-8") == "See our Form 10-K.\n"
    assert "Passed" in commit(desk, "the same, fixed")
    assert done("git", "show", "HEAD:releases/results.md", folder=desk) == "See our Form 10-K.\n"
