// The wire of a voyage without a server: it speaks to a worker in which the game's own Python runs.
// What is to be kept is in the browser's store before the page hears that it counts.

import { byId, keep, recall } from "./draw.js";
import { python } from "./python.js";
import { Shore } from "./shore.js";
import { _ } from "./words.js";

const OPEN_ELSEWHERE = 4409;

export class Wire {
  constructor(_path, { greet, hear, state }) {
    Object.assign(this, { greet, hear, state });
    this.latest = 0;
    this.isShared = false;
    this.lineGoes = _("It stays in this browser, and in the logbook that you save.");
    this.code = location.hash.slice(1);
    this.key = `voyage-${this.code}`;
    this.shore = new Shore(this);
  }

  start() {
    this.on = true;
    this.claim();
    this.worker = python();
    this.worker.onmessage = ({ data }) => this.on && this.answered(data);
    this.worker.onerror = (wrong) => this.hear({ shut: _("The voyage could not go on: {reason}. Load this page again.", { reason: wrong.message }) });
    const { language } = byId("briefing").dataset;
    this.worker.postMessage({ begin: { language, kept: recall(this.key) || this.begin(), code: this.code } });
    this.send(this.greet());
  }

  // A new voyage, in one of the seas that this folder was exported with.
  begin() {
    const { seas } = document.querySelector(`[data-code="${this.code}"]`).dataset;
    const seed = 1 + crypto.getRandomValues(new Uint32Array(1))[0] % Number(seas);
    return JSON.stringify({ seed, started: new Date().toISOString() });
  }

  again() {
    for (const name of ["read", "unguessed"]) keep(`${name}-${this.code}-1-1`, "");
    keep(this.key, this.begin());
    location.reload();
  }

  // The newest window has the voyage; the one before it stops, and says so.
  claim() {
    const leave = () => { this.stop(); this.state("shut", OPEN_ELSEWHERE); };
    navigator.locks?.request(this.key, { steal: true }, () => new Promise(() => {})).catch(leave);
    addEventListener("storage", ({ key, newValue }) => key === this.key && newValue && this.on && leave());
  }

  stop() {
    this.on = false;
    this.worker?.terminate();
  }

  answered({ answers, kept }) {
    if (kept) keep(this.key, kept);
    for (const message of answers.map((text) => JSON.parse(text))) {
      if (message.logbook) this.shore.save(message);
      else this.hear(message);
      if (message.deck) this.shore.show(message.deck);
    }
  }

  ask(message) {
    this.latest += 1;
    this.send({ ...message, id: this.latest });
    return this.latest;
  }

  send(message) {
    this.worker?.postMessage({ say: JSON.stringify(message) });
  }
}
