// The captain's page: one seat of a regatta plays its whole voyage here, watch after watch.

import { drawGuess, drawPoll, drawPolled, drawPractice } from "./captain/ask.js";
import { emblemPicture, emblemText } from "./captain/emblem.js";
import { drawAdvised, drawEnd, drawGauges, drawResult, drawWatch, drawWords } from "./deck.js";
import { byId, el, keep, kindOf, put, recall, say, spoken } from "./draw.js";
import { seaPicture } from "./sea.js";
import { _ } from "./words.js";

const inWords = (emblems) => emblems.map(emblemText).join(", ");

export class Captain {
  // wire: to the room; draw: draws the page anew.
  constructor(wire, draw) {
    Object.assign(this, { wire, draw });
    this.deck = null;
    this.you = null; // what the room counts of this seat
    this.picked = ""; // the order that was chosen and not confirmed
    this.giving = null; // what is on its way
    this.asking = null; // a guess or an answer that is on its way
    this.refused = "";
    this.wrong = ""; // what is wrong with the number that was typed
    this.practice = { picked: "", done: false };
    this.at = ""; // what this page showed last
  }

  // A deck has come. code: the room's, under which this browser keeps which result was read.
  learn(deck, code) {
    this.deck = deck;
    this.code = code;
    if (this.giving?.order && deck.result && deck.result.number >= this.giving.order.watch) this.giving = null;
    if (!this.open?.orders.some((order) => order.id === this.picked && !order.locked)) this.picked = "";
  }

  // The room's answer to what was asked; whether it was one.
  answered(message) {
    const about = ["giving", "asking"].find((what) => this[what]?.id === message.id);
    if (!about) return false;
    this.refused = message.refused;
    if (message.refused || about === "asking" || this.giving.advise) this[about] = null;
    return true;
  }

  // What this browser keeps of this run, by name.
  kept(name) {
    return recall(`${name}-${this.code}-${this.deck.emblem.number}-${this.deck.run}`);
  }

  keep(name, value) {
    keep(`${name}-${this.code}-${this.deck.emblem.number}-${this.deck.run}`, String(value));
    this.draw();
  }

  pick(order) {
    this.picked = order;
    this.refused = "";
    this.draw();
    byId("give")?.scrollIntoView({ block: "nearest" });
  }

  // Give the order; aboard another ship, the advice.
  give() {
    if (!this.picked || this.giving) return;
    const what = { [this.stage === "guest" ? "advise" : "order"]: { watch: this.open.number, order: this.picked, run: this.deck.run } };
    this.giving = { ...what, id: this.wire.ask(what) };
    this.refused = "";
    this.draw();
  }

  // Send a number that was typed for a guess or the poll.
  send(what, typed, most) {
    const count = /^\d+$/.test(typed) ? Number(typed) : -1;
    this.wrong = count < 0 || count > most ? _("Type a whole number from 0 to {most}.", { most }) : "";
    if (!this.wrong && !this.asking) this.asking = { id: this.wire.ask({ [what]: what === "answer" ? { count, run: this.deck.run } : { count } }) };
    this.draw();
    if (this.wrong) byId(what === "answer" ? "poll-number" : "guess-number")?.focus();
  }

  // The watch that is to be decided here: the own one, or that of the ship this captain is aboard of.
  get open() {
    return this.deck?.watch ?? this.deck?.guest?.watch ?? null;
  }

  get mayGuess() {
    return this.deck.may_guess && this.you?.guess === null && !this.kept("unguessed") && this.deck.phase !== "debrief";
  }

  // What is to be seen now: one thing after the other, however fast the others are.
  get stage() {
    const { deck } = this;
    if (deck.looks_back && deck.phase === "debrief") return "debrief";
    if (this.mayGuess && (deck.phase === "lobby" || deck.watch)) return "guess";
    if (deck.phase === "lobby") return "lobby";
    if (deck.result && deck.result.number > (Number(this.kept("read")) || 0)) return "result";
    if (deck.end && deck.looks_back) return "debrief";
    if (deck.end) return deck.guest && this.kept("aboard") ? "guest" : "end";
    return deck.watch ? "watch" : "waiting";
  }

  get heading() {
    const { deck, stage, open } = this;
    return {
      lobby: _("You are aboard"), guess: _("Before you sail"), result: _("What came of it"), waiting: _("Well done. Wait for the others"),
      end: deck.end?.title, debrief: _("Debrief"), guest: _("Aboard another ship: watch {number}", { number: open?.number }),
      watch: open ? _("Watch {number} of {of}", { number: open.number, of: open.of }) : "",
    }[stage];
  }

  status() {
    const { deck, stage } = this;
    if (this.refused) return _("Not counted: {reason}.", { reason: this.refused });
    if (deck.paused) return _("Paused. Everything waits.");
    if (this.giving || this.asking) return _("Sending\u2026");
    const advised = deck.guest?.watch.orders.find((order) => order.id === deck.guest.mine)?.label;
    return {
      lobby: _("This is your ship. It begins soon."),
      guess: _("A guess first, if you like."),
      watch: deck.by_captain ? _("The mate sails her for now. Give an order, and she is yours again.") : _("Choose one order, then confirm it."),
      result: deck.by_mate ? _("The mate gave the order: {order}.", { order: deck.result.order }) : _("Your order: {order}.", { order: deck.result?.order }),
      waiting: _("The next watch opens when all have given their order."),
      end: deck.guest || deck.phase === "debrief" ? _("Your voyage is over.") : _("Your voyage is over. From the next watch on you are aboard another ship."),
      guest: advised ? _("Your advice is in: {order}. The captain hears it only after the order.", { order: advised }) : _("What would you order? The captain hears it only after the order."),
      debrief: "",
    }[stage];
  }

  show(you) {
    const { deck, stage, open } = this;
    const is = (...stages) => stages.includes(stage);
    say("where", [emblemText(deck.emblem), you.name].filter(Boolean).join(" \u00b7 "));
    const sea = is("watch", "guest") ? open.sea : is("result", "waiting") ? deck.result?.sea : is("end", "debrief") ? deck.end?.sea : null;
    const pair = is("watch") && deck.pair.length ? _("You talk with {others} before you order. Each of you keeps your own ship.", { others: inWords(deck.pair) }) : null;
    const guest = is("guest") ? [deck.host, deck.guest.before] : null;
    put("banner", pair ?? guest, (now) => (pair ? [el("p", { class: "banner" }, now)] : this.drawHost(now)));
    put("emblem", is("lobby", "guess") ? deck.emblem : null, (now) => [emblemPicture(now), el("p", { class: "small" }, _("Your sign on the wall. Nobody's name is ever there."))]);
    this.showAsked(you, is);
    put("sea", sea ? [sea, is("watch", "guest") ? "" : deck.end?.outcome ?? ""] : null, ([now, outcome]) => [seaPicture(now, outcome)]);
    put("result", is("result") ? deck.result : null, drawResult);
    put("advised", is("result") && deck.advised.length ? deck.advised.map((one) => [one.label, one.count, one.is_same]) : null, drawAdvised);
    const next = is("result") ? [Boolean(deck.watch), Boolean(deck.end), deck.result.number] : is("end") && deck.guest ? "aboard" : null;
    put("go", next, (now) => this.drawGo(now));
    put("end", is("end", "debrief") ? deck.end : null, drawEnd);
    put("watch", is("watch", "guest") ? open : null, drawWatch);
    const mine = is("guest") ? deck.guest.mine : "";
    put("orders", is("watch", "guest") ? [open.orders, mine || this.picked, Boolean(this.giving) || Boolean(mine), deck.paused, is("guest"), Boolean(mine)] : null, (now) => this.drawOrders(now));
    put("gauges", is("lobby", "guess", "guest") ? null : deck.gauges.map((gauge) => [gauge.label, [gauge.figure, gauge.note].filter(Boolean).join(", ")]), drawGauges);
    put("words", is("watch", "guest") && Object.keys(open.words).length ? open.words : null, drawWords);
    const at = [stage, deck.run, is("result") ? deck.result.number : open?.number ?? ""].join(" ");
    if (at !== this.at) {
      this.refused = this.wrong = "";
      turn();
    }
    this.at = at;
  }

  showAsked(you, is) {
    const { deck, wrong, practice } = this;
    const { poll } = deck;
    put("guess", is("guess") ? { most: deck.orders, wrong, summary: deck.summary } : is("lobby") ? deck.summary : null, (now) => (is("guess")
      ? drawGuess(now, (typed) => this.send("guess", typed, now.most), () => this.keep("unguessed", 1)) : [el("p", spoken(), now)]));
    put("practice", is("lobby") ? practice : null, (now) => drawPractice(now,
      (picked) => { this.practice = { picked, done: false }; this.draw(); }, () => { this.practice = { picked: "", done: true }; this.draw(); byId("title").focus(); }));
    const asks = poll?.is_open && you.answer === null && !is("guess", "debrief");
    const told = poll && !poll.is_open && !is("guess", "debrief") && this.kept("polled") !== String(poll.answers + 1);
    put("poll", asks ? { most: poll.ships, wrong } : told ? poll : null, (now) => (asks
      ? drawPoll(now, (typed) => this.send("answer", typed, now.most))
      : [...drawPolled(now), el("button", { id: "polled", type: "button", class: "quiet", onclick: () => this.keep("polled", now.answers + 1) }, _("Close this"))]));
  }

  drawHost([host, before]) {
    return [
      el("p", { class: "banner" }, _("You are aboard {ship}.", { ship: emblemText(host) })),
      before ? el("p", {}, _("In watch {watch} you advised \u201c{advised}\u201d. The captain ordered \u201c{ordered}\u201d.", before)) : null,
    ];
  }

  drawGo(now) {
    if (now === "aboard") return [el("button", { id: "go-on", type: "button", class: "main", onclick: () => this.keep("aboard", 1) }, _("Go aboard another ship"))];
    const [isOpen, isOver, number] = now;
    if (!isOpen && !isOver) return [el("p", {}, _("The next watch opens when all have given their order."))];
    const text = isOver ? _("How it ended") : _("On to watch {number}", { number: number + 1 });
    return [el("button", { id: "go-on", type: "button", class: "main", onclick: () => this.keep("read", number) }, text)];
  }

  drawOrders([orders, picked, isGiving, paused, isGuest, isIn]) {
    const label = orders.find((order) => order.id === picked)?.label;
    const confirm = isGuest ? _("Give this advice: {order}", { order: label }) : _("Give this order: {order}", { order: label });
    return [el("h2", { id: "choose" }, isGuest ? _("Your advice") : _("Your order")),
      el("div", { role: "group", "aria-labelledby": "choose" }, orders.map((order) => el("button", {
        id: `order-${order.id}`, type: "button", class: `order ${order.kind}${order.id === picked ? " mine" : ""}`,
        "aria-pressed": String(order.id === picked), disabled: isGiving || paused || Boolean(order.locked), onclick: () => this.pick(order.id),
      },
      el("span", { class: "label", ...spoken() }, order.label), el("span", { class: "row" }, kindOf(order.kind, order.half)),
      order.locked ? el("span", { class: "small" }, order.locked) : ""))),
      isIn ? null : el("button", { id: "give", type: "button", class: "main", disabled: !label || isGiving || paused, onclick: () => this.give() },
        isGiving ? _("Sending\u2026") : label ? confirm : _("Choose an order first"))];
  }
}

// A new stage begins at its heading, for eyes and for screen readers.
function turn() {
  scrollTo(0, 0);
  byId("title").focus({ preventScroll: true });
}
