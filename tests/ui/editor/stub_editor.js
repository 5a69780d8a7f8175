// As much of Visual Studio Code as the extension asks for; its language client starts the server.
"use strict";
const Module = require("module");
const { spawn } = require("child_process");
const [, , extension, python, main] = process.argv;
const commands = {};
const terminals = [];
const document = { uri: { fsPath: "fog.yaml" }, lineAt: (n) => ({ text: ["watches:", "  dawn:", "    weather: fog"][n] }) };
const vscode = {
  workspace: { getConfiguration: () => ({ get: () => python }) },
  window: {
    activeTextEditor: { document, selection: { active: { line: 2 } } },
    createTerminal: (options) => (terminals.push(options.shellArgs.join(" ")), { show: () => undefined }),
  },
  commands: { registerCommand: (name, act) => ((commands[name] = act), {}) },
};
class LanguageClient {
  constructor(id, name, run) {
    this.run = run;
  }
  start() {
    const server = spawn(this.run.command, [main, ...this.run.args]);
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { capabilities: {}, processId: null } });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    return new Promise((done) => {
      let heard = "";
      server.stdout.on("data", (data) => {
        heard += data;
        if (heard.includes("renameProvider")) {
          server.kill();
          done();
        }
      });
    });
  }
}
const load = Module._load;
Module._load = (name, ...rest) =>
  name === "vscode" ? vscode : name === "vscode-languageclient/node" ? { LanguageClient } : load(name, ...rest);
require(extension)
  .activate({ subscriptions: [] })
  .then(() => {
    commands["even-keel.watch"]();
    commands["even-keel.playtest"]();
    process.stdout.write(JSON.stringify({ commands: Object.keys(commands).sort(), terminals }));
  });
