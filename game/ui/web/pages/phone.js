// The phone page: join, choose, see what came of it, say what you will do on Monday.

import { Captain } from "./captain.js";
import { OwnDebrief } from "./captain/own_debrief.js";
import { banner, drawAdvised, drawBanner, drawCards, drawEnd, drawGauges, drawNews, drawResult, drawVotes, drawWatch, drawWords, heading } from "./deck.js";
import { begun, byId, clock, el, keep, kindOf, put, recall, say, speak, spoken } from "./draw.js";
import { Turns } from "./turns.js";
import { Wire } from "./wire.js";
import { _, capital } from "./words.js";

const SHUT = {
  4409: _("Your seat is open in another window. Go on there, or load this page again."),
  4410: _("This session is over, and the room is closed."),
  4503: _("The room is full: watch the screen."),
};
// The room's code, and from a seat's own link its token; that does not stay where others may read it.
const [, codeInLink, tokenInLink] = /^#(\w{5})(?:\.([0-9a-f]{32}))?$/.exec(location.hash) ?? [];
const codeHere = () => (/^#\w{5}(\.|$)/.test(location.hash) ? location.hash.slice(1, 6).toUpperCase() : "");
let code = (codeInLink ?? "").toUpperCase();
if (tokenInLink) history.replaceState(history.state, "", `#${code}`);
let token = tokenInLink ?? (code ? recall(`seat-${code}`) : "");
let joining = null; // what was typed, while it is on its way
let name = "";
let lobby = null;
let shut = "", lost = false;
let refused = "", passes = Infinity; // why the newest choice is not in; from which revision on it may be over
let last = null; // the newest message with a view
let you = null, known = 0; // what the room counts of this seat, and the revision that says so
let draft = null; // what was typed for Monday, until it is in
let ends = null;

// Each choice has the number after the last one that the room has told of. Whatever it counts by then
// that this page has not seen, from another window or before a reload, is not overruled unawares.
const wire = new Wire("/phone", { greet, hear, state });
const votes = new Turns(({ decision, order }) => wire.ask({
  vote: { decision, order, client: 1 + (you.decision === decision ? you.voted : 0) },
}));
const captain = new Captain(wire, draw);
const own = new OwnDebrief(wire, draw);
const lines = new Turns((line) => wire.ask({ say: { line, client: 1 + you.said } }));

function greet() {
  if (token) return { join: { code, token, name: joining?.name ?? "", crew: joining?.crew ?? 0 } };
  return code ? { look: { code } } : null;
}

function hear(message) {
  if (message.deck) {
    if (last && message.revision < last.revision) return;
    if (last && asksAnew(last.deck, message.deck)) refused = "";
    learn(message);
    if (!last) byId("title").focus({ preventScroll: true });
    last = message;
    joining = null;
    shut = "";
    speak(message.deck.language);
    if (message.deck.pace) captain.learn(message.deck, code);
    own.learn(message.deck);
    ends = message.left === null ? null : performance.now() + 1000 * message.left;
    keep(`seat-${code}`, token);
  } else if (message.bye) {
    shut = _("The room has closed. Fair winds! If it goes on, this page comes back by itself.");
  } else if (message.lobby) {
    lobby = message.lobby;
    shut = "";
    wire.stop();
  } else if (message.shut) {
    shut = message.shut;
    token = last ? token : "";
    joining = null;
    if (!last) wire.stop();
    draw();
    byId("code")?.focus();
  } else if (message.debrief || message.decisions) {
    own.hear(message);
  } else if ("id" in message) {
    answered(message);
  }
  draw();
}

// Whether there is a vote that was not open before: what was said of another is over.
const asksAnew = (before, now) => before.decision !== now.decision
  || (now.phase === "voting" && before.phase !== "voting");

const isOpen = (deck) => deck.phase === "voting" && !deck.paused && !deck.by_captain && Boolean(deck.watch);

// What was refused as nothing could be chosen is over as soon as something can: of a vote that is locked
// and opened again in one moment, this page may only ever see that it is open.
const isPast = () => last !== null && last.revision >= passes && isOpen(last.deck);

// What was chosen for another ship is not meant for this one.
function learn(message) {
  if (message.revision < known) return;
  if (you && you.crew !== message.you.crew) votes.next = null;
  known = message.revision;
  captain.you = you = message.you;
}

function answered(message) {
  learn(message);
  if (captain.answered(message)) return;
  const about = [votes, lines].find((turns) => turns.away?.id === message.id);
  if (!about) return;
  const asked = about.answered();
  refused = about.away ? "" : message.refused;
  passes = message.passes ? message.revision : Infinity;
  if (about === lines && !refused && draft?.trim() === asked) draft = null;
}

function state(now, closed) {
  if (now === "shut") shut = SHUT[closed];
  lost = now === "lost";
  say("line", { open: _("Connected"), lost: _("The line is lost. Coming back\u2026"), shut: "" }[now]);
  document.body.classList.toggle("lost", lost);
  if (now !== "open") draw();
}

function choose(order) {
  refused = "";
  votes.want({ decision: last.deck.decision, order });
  draw();
}

function promise(event) {
  event.preventDefault();
  refused = "";
  draft = byId("promise").value;
  lines.want(draft.trim().slice(0, 200));
  draw();
}

function newToken() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Crew 0: the room chooses, whichever has the fewest people.
function join(crew) {
  code = (byId("code")?.value ?? code).trim().toUpperCase();
  name = byId("name").value.trim().slice(0, 100);
  token = recall(`seat-${code}`) || newToken();
  joining = { name, crew };
  shut = "";
  if (location.hash.slice(1) !== code) history.replaceState(history.state, "", `#${code}`);
  wire.start();
  draw();
}

// ------------------------------------------------------------------ what is drawn

function draw() {
  if (isPast()) refused = "";
  const deck = last?.deck ?? null;
  const inside = deck !== null;
  const isCaptain = Boolean(deck?.pace);
  put("call", inside && deck.call ? deck.call : null, (call) => [el("p", { class: "banner" }, el("strong", {}, call))]);
  const title = isCaptain ? captain.heading : inside ? heading(deck) : lobby?.title ?? "Even Keel";
  document.body.dataset.phase = deck?.phase ?? "outside";
  say("heading", title);
  say("page", inside ? `${title} \u00b7 Even Keel` : "Even Keel");
  put("join", inside ? null : [code, lobby, shut, isComing()], drawJoin);
  if (isCaptain) {
    arrange(["watch", "orders"]);
    captain.show(you);
    showOwn(deck, captain.stage === "debrief");
    return say("status", captainStatus());
  }
  say("where", inside ? [deck.convoy ? deck.crew : deck.title, you.name].filter(Boolean).join(" \u00b7 ") : "");
  put("banner", inside ? banner(deck) : null, drawBanner);
  put("end", inside ? deck.end : null, drawEnd);
  put("result", inside ? deck.result : null, drawResult);
  arrange(deck?.phase === "discussing" ? ["watch", "orders"] : ["orders", "watch"]);
  const asking = inside && ["discussing", "voting", "locked"].includes(deck.phase);
  put("watch", asking ? deck.watch : null, drawWatch);
  put("orders", asking && deck.watch ? ordersOf(deck) : null, drawOrders);
  put("news", asking && deck.news.length ? deck.news : null, drawNews);
  put("cards", inside && deck.cards.length && deck.phase !== "debrief" ? deck.cards : null, drawCards);
  put("votes", inside && deck.votes.length ? [deck.votes, deck.given, counted()] : null, drawVotes);
  put("advised", inside && deck.advised.length ? deck.advised.map(([label, count]) => [label, count, label === deck.given]) : null, drawAdvised);
  if (inside) showOwn(deck, deck.phase === "debrief");
  put("gauges", inside && deck.phase !== "lobby" ? deck.gauges : null, drawGauges);
  put("words", asking && deck.watch && Object.keys(deck.watch.words).length ? deck.watch.words : null, drawWords);
  say("status", inside ? status(deck) : outside());
}

// What is looked back on, what is said for Monday, and the link by which this seat goes elsewhere.
function showOwn(deck, isDebrief) {
  own.show(isDebrief, you);
  put("monday", isDebrief ? [deck.questions, you.line] : null, drawMonday);
  put("device", isDebrief || !deck.pace || !wire.isShared ? null : `${location.origin}/#${code}.${token}`, drawDevice);
}

// First what to talk about, then what to choose; once the vote is open the other way round.
function arrange([first, second]) {
  if (byId(first).nextElementSibling !== byId(second)) byId(second).before(byId(first));
}

// What the room counts as this seat's vote, in the decision that this page shows.
const counted = () => (you.decision === last.deck.decision ? you.vote : "");

// Whether nobody is to be asked for anything: the room is, and has not answered.
const isComing = () => !shut && Boolean(joining || token || (code && !lobby));

function outside() {
  if (!isComing()) return "";
  if (lost) return _("The room does not answer. Is this phone in the room's Wi-Fi, and signed in there? Otherwise raise your hand: it counts the same.");
  return token ? _("Coming aboard\u2026") : _("Looking for the room\u2026");
}

function captainStatus() {
  if (shut) return shut;
  if (refused) return _("Not counted: {reason}.", { reason: refused });
  if (captain.stage === "debrief") return promised();
  return lost ? _("The line is lost: what you give now waits until it is back.") : captain.status();
}

function status(deck) {
  if (shut) return shut;
  if (refused) return _("Not counted: {reason}.", { reason: refused });
  if (votes.newest?.decision === deck.decision) return _("Sending your vote\u2026");
  const order = deck.watch?.orders.find((one) => one.id === counted())?.label;
  const open = isOpen(deck);
  if (order && lost && (open || deck.phase === "locked")) return _("When the line was lost, your vote was in: {order}.", { order });
  if (open) return order ? _("Your vote is in: {order}. You may change it until it is locked.", { order }) : _("The vote is open. Choose one order.");
  return {
    lobby: _("Watch the screen. It begins soon."),
    discussing: _("Talk it over. The vote opens soon."),
    locked: order ? _("Locked. Your vote: {order}.", { order }) : _("Locked."),
    revealed: _("See how your crew voted."),
    sailing: _("Watch the screen."),
    result: deck.result ? _("Read what your order did.") : "",
    debrief: promised(),
  }[deck.phase] ?? "";
}

function promised() {
  if (lines.newest) return _("Sending\u2026");
  if (!you.line) return "";
  return lost ? _("When the line was lost, yours was in.") : _("Your line is in. You may change it.");
}

function drawJoin([room, seen, wrong, busy]) {
  if (busy) return [];
  const ships = seen?.crews.length > 1 ? seen.crews : [];
  const submit = (event) => { event.preventDefault(); join(0); };
  return [
    seen ? el("p", {}, seen.summary) : null,
    wrong ? el("p", { id: "wrong", class: "wrong", role: "alert" }, capital(wrong)) : null,
    el("form", { onsubmit: submit, autocomplete: "off" },
      seen ? "" : el("label", { for: "code" }, _("The room's code, from the screen")),
      seen ? "" : el("input", { id: "code", "aria-invalid": String(Boolean(wrong)), "aria-describedby": wrong ? "wrong" : null, value: room, maxlength: "5", required: true, autocapitalize: "characters", spellcheck: "false", class: "code", translate: "no" }),
      el("label", { for: "name" }, _("Your name, if you like")),
      el("input", { id: "name", value: name, maxlength: "24", autocomplete: "nickname", enterkeyhint: "go" }),
      el("button", { class: "main" }, ships.length ? _("Join the ship with the fewest people") : _("Join")),
      ships.length ? el("fieldset", {}, el("legend", {}, _("Or choose your ship:")), ships.map((ship, at) =>
        el("button", { type: "button", translate: "no", onclick: () => join(at + 1) }, ship))) : ""),
  ];
}

const drawDevice = (link) => [el("details", {}, el("summary", {}, _("Continue on another device")),
  el("p", {}, _("Open this link there. It is your seat: give it to nobody.")), el("p", { class: "small", translate: "no" }, link))];

function ordersOf(deck) {
  const open = isOpen(deck);
  const { newest } = votes;
  return { orders: deck.watch.orders, open, mine: counted(), sending: newest?.decision === deck.decision ? newest.order : "" };
}

function drawOrders({ orders, open, mine, sending }) {
  const mark = (order) => (order.id === sending ? _("sending\u2026") : order.id === mine ? _("\u2713 your vote") : "");
  return [el("h2", { id: "choose" }, open ? _("Your order") : _("The orders")),
    el("div", { role: "group", "aria-labelledby": "choose" }, orders.map((order) => el("button", {
      id: `order-${order.id}`, type: "button", class: `order ${order.kind}${order.id === mine ? " mine" : ""}`,
      "aria-pressed": String(order.id === mine), disabled: !open || Boolean(order.locked), onclick: () => choose(order.id),
    },
    el("span", { class: "label", ...spoken() }, order.label),
    el("span", { class: "row" }, kindOf(order.kind, order.half), el("span", { class: "small" }, mark(order))),
    order.locked ? el("span", { class: "small" }, order.locked) : "")))];
}

function drawMonday([questions, said]) {
  return [
    el("form", { onsubmit: promise },
      el("label", { for: "promise" }, _("On Monday I will\u2026")),
      el("textarea", { id: "promise", maxlength: "200", rows: "3", required: true, oninput: (event) => { draft = event.target.value; } }, draft ?? said),
      el("button", { class: "main" }, said ? _("Change it") : _("Send"))),
    el("p", { class: "small" }, wire.lineGoes),
    questions.length ? el("ul", {}, questions.map((question) => el("li", {}, question))) : null,
  ];
}

setInterval(() => {
  const left = ends === null || last?.deck.paused ? "" : ` \u00b7 ${clock(Math.max(0, (ends - performance.now()) / 1000))}`;
  say("left", left);
}, 500);
addEventListener("hashchange", () => { if (codeHere() && codeHere() !== code) location.reload(); });
draw();
if (code) wire.start();
begun();
