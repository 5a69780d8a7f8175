// The facilitator's page: notes, who is missing, the next step, and every hand as a button.

import { begun, byId, clock, el, kindOf, paragraphs, put, say } from "./draw.js";
import { drawRound } from "./host/round.js";
import { drawFleet, drawShips } from "./fleet.js";
import { Desk } from "./host/desk.js";
import { drawPlace, drawTrouble } from "./place.js";
import { Wire } from "./wire.js";
import { _, capital } from "./words.js";

const HANDS = [
  ["back", _("Back"), "\u2190"], ["open", _("Open the vote"), "V"], ["lock", _("Lock the vote"), "V"],
  ["reveal", _("Reveal"), "R"], ["majority", _("Follow the majority"), ""], ["minority", _("Follow the minority"), ""],
  ["undo", _("Undo the last order"), "U"], ["pause", _("Pause"), "P"], ["blank", _("Blank the projector"), "B"],
  ["debrief", _("Debrief"), "D"], ["mate", _("The mate gives missing orders"), "M"],
  ["door", _("Close the door"), ""],
];
const IN_REGATTA = ["pause", "blank", "debrief", "mate", "door"], NEVER_IN_VOTES = ["mate"];
const KEYS = {
  " ": "next", ArrowRight: "next", PageDown: "next", ArrowLeft: "back", PageUp: "back",
  b: "blank", ".": "blank", p: "pause", r: "reveal", u: "undo", d: "debrief", m: "mate",
};
const PHASES = {
  lobby: _("Lobby"), "under way": _("Under way"), discussing: _("Discussing"), voting: _("Voting"), locked: _("Locked"),
  revealed: _("Revealed"), sailing: _("Sailing"), result: _("Result"), debrief: _("Debrief"),
};
const PAGES = {
  "believed and true": _("believed and true"), "needed and given": _("needed and given"),
  "every captain": _("every captain"),
  "decision and luck": _("decision and luck"), "watch by watch": _("watch by watch"), "the costliest orders": _("the costliest orders"),
  "what teaching bought": _("what teaching bought"), "guessed, thought, learnt": _("guessed, thought, learnt"), "one question": _("one question"), "on deck": _("on deck"),
  "what happened": _("what happened"), structure: _("structure"), monday: _("monday"),
};
const HOW = { majority: _("by majority"), minority: _("by the minority"), decided: _("as you decided"), captain: _("by the adaptive captain") };
let last = null, seenAt = 0, wrongKey = "", needsKey = false, notes = true, help = false;
let refused = "", lostAt = 0;
let moving = null, held = null;
const begunAt = performance.now(), LONELY = 90_000; // after so long somebody should have called
const LONG = 5000; // so long a line may be lost before it is a trouble
const typed = new Map(); // counts that are on their way, by their fields

const wire = new Wire(`${location.pathname}/socket`, { greet: () => desk.greet(), hear, state });
const desk = new Desk(wire, (command) => act(command), () => draw());

function hear(message) {
  desk.hear(message);
  if (message.view) {
    if (last && message.revision < last.revision) return;
    last = message;
    seenAt = performance.now();
    needsKey = false;
    if (moving && (moving.answered || last.view.step > moving.step)) arrive();
  } else if ("id" in message) {
    refused = message.refused;
    if (moving?.id === message.id) moving.answered = true;
    for (const [field, count] of typed) if (count.id === message.id) typed.delete(field);
  }
  draw();
}

function state(now, code) {
  if (code === 4401) needsKey = true;
  say("line", { open: _("Connected"), lost: _("The line is lost. Coming back\u2026"), shut: "" }[now]);
  lostAt = now === "lost" ? lostAt || performance.now() : 0;
  document.body.classList.toggle("lost", Boolean(lostAt));
  if (now !== "open") draw();
}

// The key behind the # is shown to the server once, and then only lives in a cookie.
async function unlock(key) {
  const answer = await fetch(`${location.pathname}/key`, { method: "POST", body: key.trim() }).catch(() => null);
  const isOpen = answer?.status === 204; // a sign-in page of the Wi-Fi's own answers, too
  wrongKey = isOpen ? "" : answer?.status === 403 ? _("This is not the key.") : _("Nobody answers. Try again.");
  if (isOpen) wire.start();
  else needsKey = true;
  draw();
}

function request(what) {
  refused = "";
  return wire.ask(what);
}

const act = (command) => request({ do: command });
const choose = (address) => request({ choose: address });

// A move names the step it was made at, so another one waits until the page has seen where this
// one led; the same one again, meanwhile, is a bouncing button.
function move(name, make) {
  if (!last || name === moving?.name) return;
  if (moving) held = { name, make };
  else depart({ name, make });
}

function depart({ name, make }) {
  const { step } = last.view;
  moving = { name, step, id: act(make(step)), answered: false };
}

function arrive() {
  const next = held;
  moving = held = null;
  if (next) depart(next);
}

// Each key counts at once: what a field shows is what is counted, whatever happens to the page.
// Of a field only the newest count is asked for again, or an older one might arrive after it.
function count(field, crew, order) {
  const number = Math.max(0, Math.min(9999, Math.floor(Number(byId(field).value)) || 0));
  wire.forget(typed.get(field)?.id);
  const id = act({ count: { crew, decision: last.view.decision, order, number } });
  typed.set(field, { id, number });
}

// The wall's own pages come first: only at the last one does the session move on.
function press(hand) {
  const { leaf, leaves, step, paused } = last?.view ?? {};
  const to = hand === "next" && leaf < leaves - 1 ? leaf + 1 : hand === "back" && leaf > 0 ? leaf - 1 : -1;
  if (to >= 0 && !paused) act({ turn: { leaf: to, step } });
  else move(hand, (at) => ({ press: { hand, step: at } }));
}
const moreTime = () => move("time", (step) => ({ moretime: { seconds: 30, step } }));
const can = (hand) => last?.view.hands.includes(hand);

addEventListener("keydown", (event) => {
  const at = document.activeElement;
  if (!last || event.repeat || event.ctrlKey || event.metaKey || event.altKey || at.matches("input, select, textarea")) return;
  if (event.key === " " && at.matches("button, summary")) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const hand = key === "v" ? (can("lock") ? "lock" : "open") : KEYS[key];
  if (hand) press(hand);
  else if (key === "+") moreTime();
  else if (key === "n") notes = !notes;
  else if (key === "?") help = !help;
  else return;
  event.preventDefault();
  draw();
});

// ------------------------------------------------------------------ what is drawn

function draw() {
  const view = last?.view ?? null;
  put("key", view && !needsKey ? null : [needsKey, wrongKey], drawKey);
  if (!view) return say("status", lostAt ? _("The room does not answer. Is this device in the room's Wi-Fi, and signed in there?") : "");
  document.body.dataset.phase = view.phase;
  say("title", view.title);
  const { next, phase, page, pages, paused, blank, fleet, leaf, leaves } = view;
  const { watch, watches } = fleet ?? view;
  put("next", [{ next, phase, page, pages, watch, watches, paused, blank, leaf, leaves }, can("next")], drawNext);
  put("hands", [view.hands, leaf > 0, view.paused, view.blank, view.is_shut, view.phase, fleet?.pace ?? ""], drawHands);
  put("notes", [notes, view.prompt, ...view.crews.map((crew) => [crew.name, crew.notes])], () => drawNotes(view));
  const { hands } = view;
  put("round", fleet && phase !== "lobby" ? {
    hands, poll: fleet.poll, answers: fleet.answers, paired: fleet.paired_since, run: fleet.run, isDebrief: phase === "debrief", watches: fleet.watches,
  } : null, (now) => drawRound(now, press, (from) => move("again", (step) => ({ again: { watch: from, step } }))));
  put("crews", fleet ?? [view.crews, view.phase, view.decision, view.step], () => (fleet ? drawShips(fleet) : drawCrews(view)));
  put("people", fleet ?? [view.people, view.phase], () => (fleet ? drawFleet(fleet, letIdleGo) : drawPeople(view)));
  const seats = view.people.map((person) => [person.id, person.name, person.crew, person.here, person.gone]);
  put("everyone", seats.length ? seats : null, () => drawEveryone(view));
  const { place, full } = last;
  const trouble = lostAt && performance.now() - lostAt > LONG
    ? _("The room does not answer. If its window is closed, go on with: even-keel host --resume") : last.trouble;
  const isAlone = Boolean(place) && !last.called && performance.now() - begunAt > LONELY;
  const wrong = [trouble, full, Boolean(place?.guessed), isAlone];
  put("trouble", wrong.some(Boolean) ? wrong : null, drawTrouble);
  put("place", place, (now) => drawPlace(now, choose));
  put("desk", [last.wall, place, view.call, desk.isOpen, desk.link], (now) => desk.drawDesk(now));
  put("lines", view.lines.length ? view.lines : null, drawLines);
  put("help", help ? true : null, drawHelp);
  status();
}

function drawKey([needed, wrong]) {
  if (!needed) return [];
  return [
    el("p", {}, _("This page is the facilitator's. Type the host's key: it stands in the window that opened the room.")),
    wrong ? el("p", { class: "wrong", role: "alert" }, wrong) : null,
    el("form", { onsubmit: (event) => { event.preventDefault(); unlock(byId("secret").value); } },
      el("label", { for: "secret" }, _("The host's key")),
      el("input", { id: "secret", type: "password", autocomplete: "off", required: true }),
      el("button", { class: "main" }, _("Open"))),
  ];
}

function drawNext([{ next, phase, page, pages, watch, watches, paused, blank, leaf, leaves }, possible]) {
  const turns = leaf < leaves - 1 && !paused;
  const where = page ? _("Debrief {number} of {of}", { number: pages.indexOf(page) + 1, of: pages.length })
    : watch ? _("Watch {number} of {of}", { number: watch, of: watches }) : "";
  const now = page ? PAGES[page] : PHASES[phase];
  return [
    el("p", { class: "small" }, [where, now, leaves > 1 ? _("the wall: {number} of {of}", { number: leaf + 1, of: leaves }) : "", paused ? _("paused") : "", blank ? _("the projector is blank") : ""].filter(Boolean).join(", ")),
    el("button", { id: "hand-next", type: "button", class: "main", disabled: !possible && !turns, onclick: () => press("next") }, turns ? _("Turn the wall's page") : next),
  ];
}

function drawHands([hands, isTurned, paused, blank, isShut, phase, pace]) {
  const timed = ["discussing", "voting"].includes(phase) || (phase === "under way" && pace === "watch");
  const shown = HANDS.filter(([hand]) => (pace ? IN_REGATTA.includes(hand) || (hand === "back" && phase === "debrief") : !NEVER_IN_VOTES.includes(hand)));
  const names = { pause: paused ? _("Go on") : _("Pause"), blank: blank ? _("Show the projector") : _("Blank the projector"),
    door: isShut ? _("Open the door") : _("Close the door") };
  const button = (id, name, key, possible, onclick) => el("button",
    { id: `hand-${id}`, type: "button", disabled: !possible, onclick },
    name, key ? el("kbd", { "aria-hidden": "true", translate: "no" }, key) : "");
  return [el("div", { class: "grid" },
    shown.map(([hand, name, key]) => button(hand, names[hand] ?? name, key, hands.includes(hand) || (hand === "back" && isTurned), () => press(hand))),
    button("time", _("+30 seconds"), "+", timed && !paused, moreTime))];
}

function drawNotes(view) {
  const written = view.crews.filter((crew, at) => crew.notes && view.crews.findIndex((one) => one.notes === crew.notes) === at);
  return [el("h2", {}, _("For you alone")), el("p", { class: "ask" }, view.prompt),
    ...(notes ? written.flatMap((crew) => paragraphs(crew.notes)) : [el("p", { class: "small" }, _("Notes are hidden (N)."))])];
}

function drawCrews(view) {
  return view.crews.map((crew) => el("article", {},
    el("h2", { translate: "no" }, crew.name),
    el("p", { class: "small" }, [
      ["voting", "locked", "revealed"].includes(view.phase) ? _("{voted} of {aboard} have voted", crew)
        : _("{count} joined", { count: crew.aboard }),
      crew.order ? _("Ordered {how}: {order}", { how: HOW[crew.how], order: crew.order }) : "",
      crew.ended ? _("Over: {ended}", crew) : "",
    ].filter(Boolean).join(". ")),
    crew.why ? el("p", { class: "why" }, crew.why) : "",
    crew.orders.length ? el("ul", { class: "standing" }, crew.orders.map((order) => drawOrder(view, crew, order))) : "",
    !crew.ended && (view.crews.length > 1 || crew.by_captain || !crew.aboard) ? el("button", {
      id: `captain-${crew.number}`, type: "button", class: "quiet", "aria-pressed": String(crew.by_captain),
      onclick: () => act({ delegate: { crew: crew.number, on: !crew.by_captain } }),
    }, crew.by_captain ? _("The adaptive captain sails her: give her back") : _("Let the adaptive captain sail her")) : ""));
}

function drawOrder(view, crew, order) {
  const countable = ["voting", "locked"].includes(view.phase) && !order.locked;
  const id = `count-${crew.number}-${order.id}`, give = `decide-${crew.number}-${order.id}`;
  return el("li", { class: order.kind },
    el("div", { class: "row" }, el("span", { class: "label" }, order.label),
      el("strong", { class: "votes" }, String(order.votes), el("span", { class: "unseen" }, " ", _("votes")))),
    el("div", { class: "row" }, kindOf(order.kind), order.locked ? el("span", { class: "small" }, order.locked) : "",
      countable ? el("label", { class: "small", for: id }, _("Hands"), " ",
        el("input", { id, type: "number", inputmode: "numeric", min: "0", max: "9999", value: String(typed.get(id)?.number ?? order.counted), oninput: () => count(id, crew.number, order.id) })) : "",
      view.phase === "revealed" && !order.locked ? el("button", {
        id: give, type: "button",
        onclick: () => move(give, (step) => ({ decide: { crew: crew.number, order: order.id, step } })),
      }, _("Give this order")) : ""));
}

const named = (person) => person.name || _("somebody");
const NAMED = 12;

// What these people are called; of many, some, and how many more there are.
const listed = (people) => people.slice(0, NAMED).map(named).join(", ")
  + (people.length > NAMED ? " " + _("and {count} more", { count: people.length - NAMED }) : "");
const letIdleGo = () => request({ idle: true });
const letGo = (people) => people.forEach((person) => act({ letgo: { seat: person.id } }));

function drawPeople(view) {
  const { people } = view;
  if (!people.length) return [el("h2", {}, _("Phones")), el("p", { class: "small" }, _("Nobody has joined by phone."))];
  const missing = people.filter((person) => !person.voted && person.here);
  const asking = ["voting", "locked"].includes(view.phase);
  const away = people.filter((person) => !person.here && !person.gone && !(asking && person.voted));
  return [
    el("h2", {}, _("Phones")),
    el("p", {}, [
      _("{count} joined", { count: view.crews.reduce((sum, crew) => sum + crew.aboard, 0) }),
      _("{count} connected", { count: people.filter((person) => person.here).length }),
      asking ? _("{count} voted", { count: people.filter((person) => person.voted).length }) : "",
    ].filter(Boolean).join(", ")),
    asking && missing.length ? el("p", {}, _("Missing:"), " ", listed(missing)) : null,
    away.length ? el("p", {}, _("Away, but counted in:"), " ", listed(away), " ",
      el("button", { id: "let-go", type: "button", class: "quiet", onclick: () => letGo(away.slice(0, NAMED)) }, _("Let these go"))) : null,
  ];
}

function drawEveryone(view) {
  return [el("details", { open: byId("everyone").querySelector("details")?.open ?? false },
    el("summary", {}, _("Everyone")),
    el("ul", { class: "people" }, view.people.map((person) => drawPerson(view, person))))];
}

function drawPerson(view, person) {
  const name = named(person);
  return el("li", {}, el("span", { translate: "no" }, name), el("span", { class: "small" }, person.here ? _("connected") : person.gone ? _("let go") : _("away")),
    person.here || person.gone ? "" : el("button", { id: `go-${person.id}`, type: "button", class: "quiet", onclick: () => letGo([person]) }, _("Let go")),
    view.crews.length > 1 ? el("select", {
      id: `crew-${person.id}`, translate: "no", "aria-label": _("The ship of {name}", { name }),
      onchange: (event) => act({ assign: { seat: person.id, crew: Number(event.target.value) } }),
    }, view.crews.map((crew) => el("option", { value: String(crew.number), selected: crew.number === person.crew }, crew.name))) : "");
}

const drawLines = (lines) => [el("h2", {}, _("On Monday")), el("ul", {}, lines.map((line) => el("li", {}, line)))];

const drawHelp = () => [el("h2", {}, _("Keys")), el("dl", { class: "words" }, [
  [_("Space, \u2192, Page Down"), _("next")], [_("\u2190, Page Up"), _("back")], [_("B or ."), _("blank the projector")],
  ["V", _("open or lock the vote")], ["R", _("reveal")], ["+", _("30 seconds more")], ["P", _("pause: every clock stands")],
  ["U", _("undo the last order")], ["N", _("hide or show the notes")], ["D", _("debrief, from anywhere")], ["?", _("this list")],
].map(([keys, what]) => el("div", {}, el("dt", {}, keys), el("dd", {}, what))))];

function status() {
  const { view } = last;
  const since = view.paused ? 0 : (performance.now() - seenAt) / 1000;
  const parts = [];
  say("status", refused ? `${capital(refused)}.` : "");
  if (view.seconds_left !== null) parts.push(_("{time} left", { time: clock(Math.max(0, view.seconds_left - since)) }));
  if (view.elapsed) parts.push(_("{time} of {planned}", { time: clock(view.elapsed + since), planned: clock(view.planned) }));
  say("clock", parts.join(" \u00b7 "));
}

setInterval(() => last && status(), 500);
byId("helper").addEventListener("click", () => { help = !help; draw(); });
const key = location.hash.slice(1);
if (key) {
  history.replaceState(history.state, "", location.pathname);
  unlock(key);
} else wire.start();
begun();
