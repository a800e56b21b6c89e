"use strict";
// Starts `prlint server` and lets VS Code speak with it. Everything else is the server's.
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function selector(settings) {
  const files = settings.get("files").map((pattern) => ({ scheme: "file", pattern }));
  const untitled = ["plaintext", "markdown"].map((language) => ({ scheme: "untitled", language }));
  return settings.get("untitled") ? [...files, ...untitled] : files;
}

async function start() {
  const settings = vscode.workspace.getConfiguration("prlint");
  const [command, ...args] = settings.get("command");
  client = new LanguageClient(
    "prlint",
    "prlint",
    { command, args },
    { documentSelector: selector(settings), initializationOptions: { debounce: settings.get("debounce") } },
  );
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(`prlint did not start (${error.message}). Install it with: pip install "prlint[lsp]"`);
  }
}

async function stop() {
  const old = client;
  client = undefined;
  if (old && old.needsStop()) {
    await old.stop();
  }
}

exports.activate = async function activate(context) {
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("prlint")) {
        await stop();
        await start();
      }
    }),
  );
  await start();
};

exports.deactivate = stop;
