// The wire: one socket that comes back by itself, and what is asked until it is answered.

import { _ } from "./words.js";

const FIRST = 500, LONGEST = 8000, ANSWER = 1500, OPENING = 4000, AGAIN = 1500, SILENCE = 20000;

export class Wire {
  // greet: what to say first, or null; hear: what to do with a message; state: open, lost or shut.
  constructor(path, { greet, hear, state }) {
    this.url = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`;
    this.greet = greet;
    this.hear = hear;
    this.state = state;
    this.asked = new Map();
    this.latest = 0;
    this.tries = 0;
    this.heard = 0;
    this.on = false;
    this.isShared = true; // a seat can be taken along to another device
    this.lineGoes = _("It goes to the facilitator, onto the wall and into the report, without your name.");
    for (const event of ["pageshow", "online"]) addEventListener(event, () => this.wake());
    document.addEventListener("visibilitychange", () => document.hidden || this.wake());
    setInterval(() => (performance.now() - this.heard > SILENCE ? this.wake() : this.repeat()), AGAIN);
  }

  start() {
    this.on = true;
    this.connect();
  }

  stop() {
    this.on = false;
    clearTimeout(this.later);
    clearTimeout(this.deaf);
    this.socket?.close();
  }

  connect() {
    clearTimeout(this.later);
    if (this.socket) {
      this.socket.onclose = this.socket.onmessage = this.socket.onopen = null;
      this.socket.close();
    }
    const socket = new WebSocket(this.url);
    this.socket = socket;
    this.heard = performance.now();
    clearTimeout(this.deaf);
    this.deaf = setTimeout(() => this.lost(0), OPENING);
    socket.onopen = () => {
      const greeting = this.greet();
      if (greeting) this.send(greeting);
      this.repeat();
    };
    socket.onmessage = (event) => {
      clearTimeout(this.deaf);
      this.heard = performance.now();
      this.tries = 0;
      this.state("open");
      const message = JSON.parse(event.data);
      if ("id" in message) this.forget(message.id);
      this.hear(message);
    };
    socket.onclose = (event) => this.lost(event.code);
  }

  // The socket is gone. Codes from 4000 are the server's own: it will not answer otherwise now.
  lost(code) {
    clearTimeout(this.deaf);
    if (!this.on) return;
    if ([4401, 4409, 4410, 4503].includes(code)) {
      this.on = false;
      this.state("shut", code);
      return;
    }
    this.state("lost");
    const wait = Math.min(LONGEST, FIRST * 2 ** this.tries);
    this.tries += 1;
    this.later = setTimeout(() => this.connect(), Math.max(FIRST, wait * (0.5 + Math.random() / 2)));
  }

  // Somebody looks at the page again, or the network is back: is anyone still there?
  wake() {
    if (!this.on || this.socket?.readyState === WebSocket.CONNECTING) return;
    if (this.socket?.readyState !== WebSocket.OPEN) {
      this.tries = 0;
      this.connect();
      return;
    }
    this.send({ check: {} });
    clearTimeout(this.deaf);
    this.deaf = setTimeout(() => this.connect(), ANSWER);
  }

  // Ask until it is answered, which names the same id: a repeat is answered again, and counted once.
  ask(message) {
    this.latest += 1;
    const asked = { ...message, id: this.latest };
    this.asked.set(asked.id, asked);
    this.send(asked);
    return asked.id;
  }

  forget(id) {
    this.asked.delete(id);
  }

  repeat() {
    for (const message of this.asked.values()) this.send(message);
  }

  send(message) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }
}
