// The worker in which the game's own Python runs: it starts while the briefing is read.

import { byId } from "./draw.js";

let worker = null;

export function python() {
  if (worker) return worker;
  worker = new Worker(new URL("../worker.js", import.meta.url), { type: "module" });
  worker.postMessage({ boot: { runtime: byId("briefing").dataset.runtime } });
  return worker;
}
