// The phone page: join, choose, see what came of it, say what you will do on Monday.

import { bars, byId, clock, el, keep, kindOf, paragraphs, put, recall, say, themes } from "./draw.js";
import { Wire } from "./wire.js";
import { _, capital } from "./words.js";

const SHUT = {
  4409: _("Your seat is open in another window. Go on there, or load this page again."),
  4410: _("This session is over, and the room is closed."),
  4503: _("The room is full: watch the screen."),
};
const MOVED = { better: _("better"), worse: _("worse"), more: _("more"), less: _("less") };
let code = location.hash.slice(1).toUpperCase();
let token = code ? recall(`seat-${code}`) : "";
let joining = null; // what was typed, while it is on its way
let lobby = null;
let shut = "";
let last = null; // the newest message with a view
let pending = null; // the vote that is on its way
let refused = "";
let line = null; // the line for Monday, while it is on its way
let ends = null;

const wire = new Wire("/phone", { greet, hear, state });

function greet() {
  if (token) return { join: { code, token, name: joining?.name ?? "", crew: joining?.crew ?? 0 } };
  return code ? { look: { code } } : null;
}

function hear(message) {
  if (message.deck) {
    if (last && message.revision < last.revision) return;
    if (last && asksAnew(last.deck, message.deck)) refused = "";
    last = message;
    joining = null;
    shut = "";
    ends = message.left === null ? null : performance.now() + 1000 * message.left;
    keep(`seat-${code}`, token);
  } else if (message.lobby) {
    lobby = message.lobby;
    shut = "";
    wire.stop();
  } else if (message.shut) {
    shut = message.shut;
    token = last ? token : "";
    joining = null;
    if (!last) wire.stop();
  } else if ("client" in message || "ack" in message) {
    answered(message);
  }
  draw();
}

// Whether there is a vote that was not open before: what was said of another is over.
const asksAnew = (before, now) => before.decision !== now.decision
  || (now.phase === "voting" && before.phase !== "voting");

function answered(message) {
  const client = message.ack ?? message.client;
  wire.answered(client);
  if (pending?.client === client) {
    if (message.ack && last.deck.decision === pending.decision) last.you.vote = pending.order;
    refused = message.refused ?? "";
    pending = null;
  }
  if (line?.client === client) {
    if (message.ack) last.you.line = line.text;
    refused = message.refused ?? "";
    line = null;
  }
}

function state(now, closed) {
  if (now === "shut") shut = SHUT[closed];
  say("line", { open: _("Connected"), lost: _("The line is lost. Coming back\u2026"), shut: "" }[now]);
  document.body.classList.toggle("lost", now === "lost");
  draw();
}

let latest = 0;
function nextClient() {
  latest = Math.max(Date.now(), latest + 1);
  return latest;
}

function vote(order) {
  const { decision } = last.deck;
  if (pending) wire.answered(pending.client);
  pending = { client: nextClient(), decision, order };
  refused = "";
  wire.ask(pending.client, { vote: { decision, order, client: pending.client } });
  draw();
}

function promise(event) {
  event.preventDefault();
  if (line) wire.answered(line.client);
  line = { client: nextClient(), text: byId("promise").value.trim().slice(0, 200) };
  refused = "";
  wire.ask(line.client, { say: { line: line.text, client: line.client } });
  draw();
}

function newToken() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function join(event) {
  event.preventDefault();
  const form = new FormData(event.target);
  code = String(form.get("code") ?? code).trim().toUpperCase();
  token = recall(`seat-${code}`) || newToken();
  const crew = Number(event.submitter?.value || 0);
  joining = { name: String(form.get("name")).trim().slice(0, 100), crew };
  shut = "";
  if (location.hash.slice(1) !== code) history.replaceState(null, "", `#${code}`);
  wire.start();
  draw();
}

// ------------------------------------------------------------------ what is drawn

function draw() {
  const deck = last?.deck ?? null;
  const inside = deck !== null;
  document.body.dataset.phase = deck?.phase ?? "outside";
  say("title", heading(deck));
  say("where", inside ? [deck.convoy ? deck.crew : deck.title, last.you.name].filter(Boolean).join(" \u00b7 ") : "");
  document.title = inside ? `${heading(deck)} \u00b7 Even Keel` : "Even Keel";
  put("join", inside ? null : [code, lobby, shut, Boolean(joining || (token && !shut))], drawJoin);
  put("banner", inside ? banner(deck) : null, (text) => [el("p", { class: "banner" }, text)]);
  put("end", inside ? deck.end : null, drawEnd);
  put("result", inside ? deck.result : null, drawResult);
  arrange(deck?.phase === "discussing" ? ["watch", "orders"] : ["orders", "watch"]);
  const asking = inside && ["discussing", "voting", "locked"].includes(deck.phase);
  put("watch", asking ? deck.watch : null, drawWatch);
  put("orders", asking && deck.watch ? ordersOf(deck) : null, drawOrders);
  put("votes", inside && deck.votes.length ? [deck.votes, deck.given, last.you.vote] : null, drawVotes);
  put("monday", inside && deck.phase === "debrief" ? [deck.questions, last.you.line] : null, drawMonday);
  put("gauges", inside && deck.phase !== "lobby" ? deck.gauges : null, drawGauges);
  put("words", asking && deck.watch && Object.keys(deck.watch.words).length ? deck.watch.words : null, drawWords);
  drawStatus(deck);
}

// First what to talk about, then what to choose; once the vote is open the other way round.
function arrange([first, second]) {
  if (byId(first).nextElementSibling !== byId(second)) byId(second).before(byId(first));
}

function heading(deck) {
  if (!deck) return lobby?.title ?? "Even Keel";
  const watch = deck.watch ? _("Watch {number} of {of}", { number: deck.watch.number, of: deck.watch.of }) : "";
  return {
    lobby: _("You are aboard"), discussing: watch, voting: watch, locked: watch,
    revealed: _("How you voted"), sailing: _("Under sail"), result: _("What came of it"), debrief: _("Debrief"),
  }[deck.phase] || _("Watch the screen");
}

function banner(deck) {
  if (deck.paused) return _("Paused. Everything waits, your vote too.");
  if (deck.by_captain) return _("The adaptive captain sails your ship for now.");
  if (deck.end && deck.phase !== "debrief" && deck.phase !== "result") return _("Your voyage is over. Watch the others.");
  return null;
}

function drawStatus(deck) {
  let text = "";
  if (deck) {
    const orders = deck.watch?.orders ?? [];
    const chosen = orders.find((order) => order.id === (pending?.order ?? last.you.vote))?.label;
    const open = deck.phase === "voting" && !deck.paused && !deck.by_captain && deck.watch;
    if (shut) text = shut;
    else if (refused) text = _("Not counted: {reason}.", { reason: refused });
    else if (open && pending) text = _("Sending your vote\u2026");
    else if (open && chosen) text = _("Your vote is in: {order}. You may change it until it is locked.", { order: chosen });
    else if (open) text = _("The vote is open. Choose one order.");
    else if (deck.phase === "locked") text = chosen ? _("Locked. Your vote: {order}.", { order: chosen }) : _("Locked.");
    else if (deck.phase === "discussing") text = _("Talk it over. The vote opens soon.");
    else if (deck.phase === "lobby") text = _("Watch the screen. It begins soon.");
    else if (deck.phase === "revealed") text = _("See how your crew voted.");
    else if (deck.phase === "sailing") text = _("Watch the screen.");
    else if (deck.phase === "result" && deck.result) text = _("Read what your order did.");
    else if (line) text = _("Sending\u2026");
    else if (deck.phase === "debrief") text = last.you.line ? _("Your line is in. You may change it.") : "";
  } else if (joining || (token && !shut)) text = _("Coming aboard\u2026");
  say("status", text);
}

function drawJoin([room, seen, wrong, busy]) {
  if (busy) return [];
  const known = Boolean(seen);
  return [
    known ? el("p", {}, seen.summary) : null,
    wrong ? el("p", { class: "wrong", role: "alert" }, capital(wrong)) : null,
    el("form", { onsubmit: join, autocomplete: "off" },
      known ? "" : el("label", { for: "code" }, _("The room's code, from the screen")),
      known ? "" : el("input", { id: "code", name: "code", value: room, maxlength: "5", required: true, autocapitalize: "characters", spellcheck: "false", class: "code" }),
      el("label", { for: "name" }, _("Your name, if you like")),
      el("input", { id: "name", name: "name", maxlength: "24", autocomplete: "nickname" }),
      known && seen.crews.length > 1
        ? el("fieldset", {}, el("legend", {}, _("Which ship?")),
          seen.crews.map((crew, at) => el("button", { value: String(at + 1) }, crew)),
          el("button", { value: "0" }, _("Wherever there is room")))
        : el("button", { value: "0", class: "main" }, _("Join"))),
  ];
}

function drawEnd(end) {
  return [el("h2", {}, end.title), ...paragraphs(end.text), end.ask ? el("p", { class: "ask" }, end.ask) : null];
}

function drawResult(result) {
  return [
    ...paragraphs(result.text),
    el("p", { class: "why" }, result.why),
    result.fix ? el("p", {}, result.fix) : null,
    ...result.returned.map((text) => el("p", {}, text)),
    el("ul", { class: "changes" }, result.changes.map((change) =>
      el("li", { class: change.word },
        el("span", {}, change.label),
        el("span", {}, `${change.before} \u2192 ${change.after}`),
        el("strong", {}, MOVED[change.word])))),
  ];
}

function drawWatch(watch) {
  return [
    ...paragraphs(watch.situation),
    el("p", { class: "small" }, `${watch.forecast}. ${watch.barometer}.`),
    ...watch.lines.map((voice) => el("figure", { class: voice.speaks_for },
      el("blockquote", {}, voice.text), el("figcaption", {}, voice.name, " ", kindOf(voice.speaks_for)))),
  ];
}

function ordersOf(deck) {
  const open = deck.phase === "voting" && !deck.paused && !deck.by_captain;
  return { orders: deck.watch.orders, open, chosen: pending?.order ?? last.you.vote, sent: !pending };
}

function drawOrders({ orders, open, chosen, sent }) {
  return [el("h2", { id: "choose" }, open ? _("Your order") : _("The orders")),
    el("div", { role: "group", "aria-labelledby": "choose" }, orders.map((order) => {
      const mine = order.id === chosen;
      return el("button", {
        id: `order-${order.id}`, type: "button", class: `order ${order.kind}${mine ? " mine" : ""}`,
        "aria-pressed": String(mine), disabled: !open || Boolean(order.locked), onclick: () => vote(order.id),
      },
      el("span", { class: "label" }, order.label), kindOf(order.kind, order.half),
      order.locked ? el("span", { class: "small" }, order.locked) : "",
      mine ? el("span", { class: "small" }, sent ? _("\u2713 your vote") : _("sending\u2026")) : "");
    }))];
}

function drawVotes([votes, given, mine]) {
  return [bars(votes, mine), given ? el("p", {}, _("The order:"), " ", el("strong", {}, given)) : null];
}

function drawMonday([questions, said]) {
  return [
    el("form", { onsubmit: promise },
      el("label", { for: "promise" }, _("On Monday I will\u2026")),
      el("textarea", { id: "promise", maxlength: "200", rows: "3", required: true }, said),
      el("button", { class: "main" }, said ? _("Change it") : _("Send"))),
    el("p", { class: "small" }, _("It goes to the facilitator and into the report, without your name.")),
    questions.length ? el("ul", {}, questions.map((question) => el("li", {}, question))) : null,
  ];
}

const drawGauges = (gauges) => [el("h2", {}, _("The ship")),
  el("dl", {}, gauges.map(([label, figure]) => el("div", {}, el("dt", {}, label), el("dd", {}, figure))))];

const drawWords = (words) => [el("h2", {}, _("Words")),
  el("dl", { class: "words" }, Object.entries(words).map(([word, meaning]) => el("div", {}, el("dt", {}, word), el("dd", {}, meaning))))];

setInterval(() => {
  const left = ends === null || last?.deck.paused ? "" : ` \u00b7 ${clock(Math.max(0, (ends - performance.now()) / 1000))}`;
  if (last) say("title", heading(last.deck) + left);
}, 500);
addEventListener("hashchange", () => location.reload());
themes();
draw();
if (code) wire.start();
