// The worker: the game's own Python, and the messages between it and the page, one after the other.

const here = (path) => new URL(path, import.meta.url).href;
const bytes = async (path) => (await fetch(here(path))).arrayBuffer();

let python = null, voyage = null, turn = Promise.resolve();

async function boot({ runtime }) {
  const { loadPyodide } = await import(here(`../${runtime}/pyodide.mjs`));
  const wheels = (await fetch(here("wheels.json"))).json();
  const [started, core, ...packed] = await Promise.all([
    loadPyodide({ indexURL: here(`../${runtime}/`) }), bytes("core.zip"), ...(await wheels).map(bytes),
  ]);
  for (const wheel of packed) started.unpackArchive(wheel, "wheel");
  started.unpackArchive(core, "zip", { extractDir: "/even-keel" });
  started.runPython("import sys; sys.path.insert(0, '/even-keel'); import game.ui.web.offline.voyage");
  python = started;
}

async function begin({ language, kept, code }) {
  const scenario = await (await fetch(here(`voyages/${code}.json`))).text();
  voyage = python.pyimport("game.ui.web.offline.voyage").begin(language, scenario, kept);
}

async function answer({ boot: wanted, begin: sail, say }) {
  if (wanted) await boot(wanted);
  else if (sail) await begin(sail);
  else postMessage(JSON.parse(voyage.hear(say)));
}

onmessage = ({ data }) => {
  turn = turn.then(() => answer(data));
  turn.catch((wrong) => setTimeout(() => { throw wrong; }));
};
