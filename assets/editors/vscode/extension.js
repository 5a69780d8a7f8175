// A thin client: what is known of a scenario is known by `even-keel lsp`, which this starts.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function command() {
  return vscode.workspace.getConfiguration("even-keel").get("command") || "even-keel";
}

// The scenario in the editor and its cursor's watch, which is the nearest key two spaces in.
function here() {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return undefined;
  }
  let watch = "";
  for (let line = editor.selection.active.line; line >= 0 && !watch; line -= 1) {
    const found = /^ {2}([a-z][a-z0-9_]*):/.exec(editor.document.lineAt(line).text);
    watch = found ? found[1] : "";
  }
  return { file: editor.document.uri.fsPath, watch };
}

function inTerminal(...words) {
  const terminal = vscode.window.createTerminal({ name: "Even Keel", shellPath: command(), shellArgs: words });
  terminal.show(true);
}

async function showGraph(file) {
  const { execFile } = require("child_process");
  const words = ["graph", file, "--format", "svg"];
  execFile(command(), words, { maxBuffer: 16 * 1024 * 1024 }, (wrong, drawn, said) => {
    if (wrong) {
      vscode.window.showErrorMessage(said || String(wrong));
      return;
    }
    const options = { enableScripts: false };
    const panel = vscode.window.createWebviewPanel("even-keel.graph", "Graph", vscode.ViewColumn.Beside, options);
    panel.webview.html = `<body style="background:#fff">${drawn}</body>`;
  });
}

function onScenario(act) {
  return () => {
    const found = here();
    if (found) {
      act(found);
    } else {
      vscode.window.showInformationMessage("Open a scenario first.");
    }
  };
}

function activate(context) {
  const register = (name, act) =>
    context.subscriptions.push(vscode.commands.registerCommand(`even-keel.${name}`, onScenario(act)));
  register("watch", ({ file, watch }) => inTerminal("watch", file, ...(watch ? ["--at", watch] : [])));
  register("graph", ({ file }) => showGraph(file));
  register("playtest", ({ file }) => inTerminal("playtest", file));
  register("pack", ({ file }) => inTerminal("pack", file));
  const run = { command: command(), args: ["lsp"] };
  const documentSelector = [{ scheme: "file", language: "yaml" }];
  client = new LanguageClient("even-keel", "Even Keel", run, { documentSelector });
  return client.start();
}

function deactivate() {
  return client ? client.stop() : undefined;
}

module.exports = { activate, deactivate };
