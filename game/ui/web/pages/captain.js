// The captain's page: one seat of a regatta plays its whole voyage here, watch after watch.

import { drawEnd, drawGauges, drawResult, drawWatch, drawWords } from "./deck.js";
import { byId, el, keep, kindOf, put, recall, say } from "./draw.js";
import { seaPicture } from "./sea.js";
import { _, capital } from "./words.js";

const SHAPES = {
  circle: ["\u25cf", _("circle")], square: ["\u25a0", _("square")], triangle: ["\u25b2", _("triangle")],
  diamond: ["\u25c6", _("diamond")], cross: ["\u271a", _("cross")], star: ["\u2605", _("star")],
};

export function emblemText({ shape, number }) {
  const [sign, word] = SHAPES[shape];
  return `${sign} ${word} ${number}`;
}

export class Captain {
  // wire: to the room; draw: draws the page anew; monday: draws the form for the line for Monday.
  constructor(wire, draw, monday) {
    Object.assign(this, { wire, draw, monday });
    this.deck = null;
    this.picked = ""; // the order that was chosen and not confirmed
    this.giving = null; // what is on its way
    this.refused = "";
    this.pages = null; // of the own debrief
    this.at = ""; // what this page showed last
  }

  // A deck has come. code: the room's, under which this browser keeps which result was read.
  learn(deck, code) {
    this.deck = deck;
    this.code = code;
    if (this.giving && deck.result && deck.result.number >= this.giving.watch) this.giving = null;
    if (!deck.watch?.orders.some((order) => order.id === this.picked && !order.locked)) this.picked = "";
    if (!deck.looks_back) this.pages = null;
    else if (!this.pages) this.wire.send({ debrief: {} });
  }

  // The room's answer to an order; whether it was one.
  answered(message) {
    if (this.giving?.id !== message.id) return false;
    this.refused = message.refused;
    if (message.refused) this.giving = null;
    return true;
  }

  get read() {
    return Number(recall(`read-${this.code}-${this.deck.emblem.number}`)) || 0;
  }

  goOn() {
    keep(`read-${this.code}-${this.deck.emblem.number}`, String(this.deck.result.number));
    this.draw();
  }

  pick(order) {
    this.picked = order;
    this.refused = "";
    this.draw();
  }

  give() {
    if (!this.picked || this.giving) return;
    const order = { watch: this.deck.watch.number, order: this.picked };
    this.giving = { ...order, id: this.wire.ask({ order }) };
    this.refused = "";
    this.draw();
  }

  // What is to be seen now: one thing after the other, however fast the others are.
  get stage() {
    const { deck } = this;
    if (deck.phase === "lobby") return "lobby";
    if (deck.looks_back && deck.phase === "debrief") return "debrief";
    if (deck.result && deck.result.number > this.read) return "result";
    if (deck.end) return deck.looks_back ? "debrief" : "end";
    return deck.watch ? "watch" : "waiting";
  }

  get heading() {
    const { deck, stage } = this;
    return {
      lobby: _("You are aboard"), result: _("What came of it"), waiting: _("Well done. Wait for the others"),
      end: deck.end?.title, debrief: _("Debrief"),
      watch: deck.watch ? _("Watch {number} of {of}", { number: deck.watch.number, of: deck.watch.of }) : "",
    }[stage];
  }

  status() {
    const { deck, stage } = this;
    if (this.refused) return _("Not counted: {reason}.", { reason: this.refused });
    if (deck.paused) return _("Paused. Everything waits.");
    if (this.giving) return _("Giving your order\u2026");
    return {
      lobby: _("This is your ship. It begins soon."),
      watch: deck.by_captain ? _("The mate sails her for now. Give an order, and she is yours again.") : _("Choose one order, then confirm it."),
      result: deck.by_mate ? _("The mate gave the order: {order}.", { order: deck.result.order }) : _("Your order: {order}.", { order: deck.result?.order }),
      waiting: _("The next watch opens when all have given their order."),
      end: _("Your voyage is over. Watch the wall until the debrief."),
      debrief: "",
    }[stage];
  }

  show(you) {
    const { deck, stage } = this;
    const is = (...stages) => stages.includes(stage);
    say("where", [emblemText(deck.emblem), you.name].filter(Boolean).join(" \u00b7 "));
    const sea = is("watch") ? deck.watch.sea : is("result", "waiting") ? deck.result?.sea : is("end", "debrief") ? deck.end?.sea : null;
    put("sea", sea ? [sea, is("watch") ? "" : deck.end?.outcome ?? ""] : null, ([now, outcome]) => [seaPicture(now, outcome)]);
    put("result", is("result") ? deck.result : null, drawResult);
    put("go", is("result") ? [Boolean(deck.watch), Boolean(deck.end), deck.result.number] : null, (now) => this.drawGo(now));
    put("end", is("end", "debrief") ? deck.end : null, drawEnd);
    put("watch", is("watch") ? deck.watch : null, drawWatch);
    put("orders", is("watch") ? [deck.watch.orders, this.picked, Boolean(this.giving), deck.paused] : null, (now) => this.drawOrders(now));
    put("own", is("debrief") && this.pages?.length ? this.pages : null, drawPages);
    put("monday", is("debrief") ? [deck.questions, you.line] : null, this.monday);
    put("gauges", is("lobby") ? null : deck.gauges.map((gauge) => [gauge.label, [gauge.figure, gauge.note].filter(Boolean).join(", ")]), drawGauges);
    put("words", is("watch") && Object.keys(deck.watch.words).length ? deck.watch.words : null, drawWords);
    const at = `${stage} ${is("result") ? deck.result.number : deck.watch?.number ?? ""}`;
    if (this.at && at !== this.at) {
      this.refused = "";
      turn();
    }
    this.at = at;
  }

  drawGo([isOpen, isOver, number]) {
    if (!isOpen && !isOver) return [el("p", {}, _("The next watch opens when all have given their order."))];
    const text = isOver ? _("How it ended") : _("On to watch {number}", { number: number + 1 });
    return [el("button", { id: "go-on", type: "button", class: "main", onclick: () => this.goOn() }, text)];
  }

  drawOrders([orders, picked, isGiving, paused]) {
    const label = orders.find((order) => order.id === picked)?.label;
    return [el("h2", { id: "choose" }, _("Your order")),
      el("div", { role: "group", "aria-labelledby": "choose" }, orders.map((order) => el("button", {
        id: `order-${order.id}`, type: "button", class: `order ${order.kind}${order.id === picked ? " mine" : ""}`,
        "aria-pressed": String(order.id === picked), disabled: isGiving || paused || Boolean(order.locked), onclick: () => this.pick(order.id),
      },
      el("span", { class: "label" }, order.label), el("span", { class: "row" }, kindOf(order.kind, order.half)),
      order.locked ? el("span", { class: "small" }, order.locked) : ""))),
      el("button", { id: "give", type: "button", class: "main", disabled: !label || isGiving || paused, onclick: () => this.give() },
        isGiving ? _("Giving your order\u2026") : label ? _("Give this order: {order}", { order: label }) : _("Choose an order first"))];
  }
}

// A new stage begins at its heading, for eyes and for screen readers.
function turn() {
  scrollTo(0, 0);
  byId("title").focus({ preventScroll: true });
}

const drawPages = (pages) => pages.map((page) => el("article", {},
  el("h2", {}, page.title),
  page.lead ? el("p", { class: "why" }, page.lead) : "",
  page.notes.length ? el("ul", {}, page.notes.map((note) => el("li", {}, capital(note)))) : "",
  page.charts.map((chart) => el("details", {}, el("summary", {}, _("{chart}: all figures", { chart: chart.title })), el("p", {}, chart.alt)))));
