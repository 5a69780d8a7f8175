// What the room sends of one's own voyage once it may be looked at: asked for, shown, kept.

import { byId, put } from "../draw.js";
import { drawMore, drawPages, reportFile, save } from "./debrief.js";
import { emblemText } from "./emblem.js";

const SHEETS = ["charts.css", "light.css"];
const PAPER = "body { margin: 1.5rem auto; max-width: 44rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; background: var(--paper); color: var(--text); } article { break-inside: avoid; } .figures { white-space: pre-line; font-size: .9rem; } .why { padding-left: .8rem; border-left: .3rem solid var(--edge); }";

export class OwnDebrief {
  constructor(wire, draw) {
    Object.assign(this, { wire, draw });
    this.forget();
  }

  forget() {
    this.pages = null; // as the room sent them
    this.decisions = null; // the one page that takes longer
    this.isAsked = false;
    this.of = ""; // the run and the phase in which they were asked for
  }

  // A deck has come: in the room's debrief there is more to look at than before it.
  learn(deck) {
    this.deck = deck;
    const isOpen = deck.pace ? deck.looks_back : deck.phase === "debrief";
    const of = isOpen ? `${deck.run ?? 1} ${deck.phase}` : "";
    if (of !== this.of) this.forget();
    this.of = of;
    // what was asked for on a line that was lost meanwhile is asked for once more
    if (of && !this.pages) this.wire.send({ debrief: {} });
    if (of && this.isAsked && !this.decisions) this.wire.send({ decisions: {} });
  }

  hear({ debrief, decisions }) {
    if (debrief) this.pages = debrief;
    if (decisions) this.decisions = decisions;
  }

  get all() {
    return [...(this.pages ?? []), ...(this.decisions ?? [])];
  }

  show(isDebrief, you) {
    this.you = you;
    const isHere = isDebrief && this.all.length > 0;
    put("own", isHere ? this.all : null, drawPages);
    put("more", isHere ? [this.isAsked, Boolean(this.decisions)] : null, (now) => drawMore(now, () => this.ask(), () => this.keep()));
  }

  ask() {
    this.isAsked = true;
    this.wire.send({ decisions: {} });
    this.draw();
  }

  keep() {
    const { deck, you } = this;
    const sheets = [...document.styleSheets].filter(({ href }) => SHEETS.some((name) => href?.endsWith(name)));
    const styles = [...sheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)), PAPER].join("\n");
    const emblem = deck.emblem ? emblemText(deck.emblem) : deck.crew;
    const file = reportFile({ title: deck.title, emblem, ending: deck.end?.title ?? "", pages: this.all, line: you.line, styles });
    save(file, `even-keel-${deck.emblem?.number ?? deck.crew.toLowerCase()}.html`);
    byId("keep").focus();
  }
}
