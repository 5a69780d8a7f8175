// The first page of a voyage without a server: its briefing stands there already; fetch the rest
// with a bar, and cast off.

import { begun, byId, keep, recall, say } from "./draw.js";
import { python } from "./python.js";
import { fetchAll } from "./stores.js";
import { _ } from "./words.js";

const voyages = new Map([...document.querySelectorAll("[data-code]")].map((one) => [one.dataset.code, one]));
const TOKEN = "0".repeat(32); // there is one seat, and nobody else to keep out

function sail(code) {
  byId("briefing").hidden = true;
  keep(`seat-${code}`, TOKEN);
  import("./phone.js");
}

function castOff(code) {
  history.replaceState(history.state, "", `#${code}`);
  sail(code);
}

function isStoring() {
  try {
    localStorage.setItem("even-keel", "");
    return true;
  } catch {
    return false;
  }
}

async function start() {
  for (const [code, article] of voyages) {
    const button = article.querySelector("button");
    button.addEventListener("click", () => castOff(code));
    if (recall(`voyage-${code}`)) button.textContent = _("Go on with your voyage");
  }
  byId("unkept").hidden = isStoring();
  begun();
  try {
    await fetchAll((share) => { byId("bar").value = share; });
  } catch (wrong) {
    say("status", _("Not everything could be loaded: {reason}. Load this page again.", { reason: wrong.message }));
    return;
  }
  byId("loading").hidden = true;
  python();
  for (const article of voyages.values()) article.querySelector("button").disabled = false;
  const code = location.hash.slice(1);
  if (voyages.has(code) && recall(`voyage-${code}`)) sail(code);
}

start();
