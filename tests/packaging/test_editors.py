"""The extension for VS Code: its manifest fits its code, and its code starts the server as its settings say."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import prlint

FOLDER = Path(__file__).parents[2] / "editors" / "vscode"
MANIFEST: dict[str, Any] = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
SETTINGS: dict[str, Any] = MANIFEST["contributes"]["configuration"]["properties"]

# Stands in for VS Code and its client library: tells what it was asked to start.
STAGE = """
const Module = require("module");
const settings = JSON.parse(process.argv[2]);
const told = [];
const vscode = {
  workspace: {
    getConfiguration: () => ({ get: (name) => settings["prlint." + name] }),
    onDidChangeConfiguration: (listener) => { vscode.changed = listener; return { dispose() {} }; },
  },
  window: { showErrorMessage: (message) => told.push({ message }) },
};
class LanguageClient {
  constructor(id, name, server, options) { this.told = { server, options }; }
  async start() {
    if (this.told.server.command === "nowhere") throw new Error("ENOENT");
    told.push(this.told);
    this.running = true;
  }
  needsStop() { return Boolean(this.running); }
  async stop() { told.push("stopped"); }
}
const load = Module._load;
Module._load = (name, ...rest) =>
  name === "vscode" ? vscode : name === "vscode-languageclient/node" ? { LanguageClient } : load(name, ...rest);
const extension = require(process.argv[1]);
(async () => {
  await extension.activate({ subscriptions: [] });
  await vscode.changed({ affectsConfiguration: (name) => name === "prlint" });
  await vscode.changed({ affectsConfiguration: () => false });
  await extension.deactivate();
  console.log(JSON.stringify(told));
})();
"""


def play(**settings: object) -> list[Any]:
    """What the extension does with its settings when it starts, when they change and when it ends."""
    told = {name: value["default"] for name, value in SETTINGS.items()} | {f"prlint.{name}": value for name, value in settings.items()}
    command = ["node", "-e", STAGE, str(FOLDER / "extension.js"), json.dumps(told)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    played: list[Any] = json.loads(done.stdout)
    return played


needs_node = pytest.mark.skipif(not shutil.which("node"), reason="needs node")


def test_its_version_is_that_of_prlint() -> None:
    assert MANIFEST["version"] == prlint.__version__


def test_a_workspace_cannot_choose_the_program_that_runs() -> None:
    assert SETTINGS["prlint.command"]["scope"] == "machine"


def test_there_is_nothing_built_in_the_folder() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--others", "--cached", "--exclude-standard", "."], cwd=FOLDER, capture_output=True, text=True, check=True
    )
    assert set(listed.stdout.split()) == {"README.md", "extension.js", "package.json"}


@needs_node
def test_it_starts_the_server_for_releases_and_again_when_a_setting_changes() -> None:
    first, stopped, again, end = play()
    assert first == again
    assert (stopped, end) == ("stopped", "stopped")
    assert first["server"] == {"command": "prlint", "args": ["server"]}
    assert first["options"]["initializationOptions"] == {"debounce": 250}
    assert {told["scheme"] for told in first["options"]["documentSelector"]} == {"file"}


@needs_node
def test_new_documents_are_checked_if_that_is_wanted() -> None:
    selector = play(untitled=True, files=["*.txt"])[0]["options"]["documentSelector"]
    assert selector[0] == {"scheme": "file", "pattern": "*.txt"}
    assert {told["scheme"] for told in selector[1:]} == {"untitled"}


@needs_node
def test_a_server_that_is_not_there_is_told_with_what_to_install() -> None:
    told = play(command=["nowhere"])
    assert told[0]["message"] == 'prlint did not start (ENOENT). Install it with: pip install "prlint[lsp]"'
    assert "stopped" not in told
