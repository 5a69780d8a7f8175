// Drawing: elements from data, as text only, and redrawn only where the data has changed. What stands
// in the page is never read back: browsers translate it, and put elements of their own around words.

import { _ } from "./words.js";

const drawn = new Map(), said = new Map();

export const byId = (id) => document.getElementById(id);

// An element; children are elements or text. Text is never read as HTML.
export function el(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

// A part of a drawing.
export function shape(tag, given, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(given)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// Fill a section from its data; nothing happens while the data is the same, null hides it.
export function put(id, data, build) {
  const section = byId(id);
  const now = JSON.stringify(data);
  if (drawn.get(id) === now) return;
  drawn.set(id, now);
  const hand = section.contains(document.activeElement) ? document.activeElement : null;
  const fresh = data === null ? [] : build(data).filter((child) => child !== null);
  section.hidden = data === null;
  if (hand?.id && hand.matches("input, select, textarea")) around(hand, section, fresh);
  else section.replaceChildren(...fresh);
  if (hand?.id && hand !== document.activeElement) byId(hand.id)?.focus({ preventScroll: true });
  if (hand && document.activeElement === document.body) byId("title").focus({ preventScroll: true });
}

// Somebody writes in an element: it stays where it is, and only what lies around it is drawn anew.
// Taken out and put back it would have lost what is selected in it, and that it was changed at all.
function around(hand, old, fresh) {
  const at = fresh.findIndex((child) => child.id === hand.id || child.querySelector?.(`#${CSS.escape(hand.id)}`));
  if (at < 0) return old.replaceChildren(...fresh);
  const stays = [...old.childNodes].find((child) => child.contains(hand));
  for (const child of [...old.childNodes]) if (child !== stays) child.remove();
  stays.before(...fresh.slice(0, at));
  stays.after(...fresh.slice(at + 1));
  // what is said of it, as that it is wrong, is new all the same
  if (stays === hand) for (const { name, value } of fresh[at].attributes) if (name.startsWith("aria-")) hand.setAttribute(name, value);
  if (stays !== hand && fresh[at].id !== hand.id) around(hand, stays, [...fresh[at].childNodes]);
}

export function say(id, text) {
  if (said.get(id) === text) return;
  said.set(id, text);
  byId(id).textContent = text;
}

const KINDS = { course: _("course"), sails: _("sails"), both: _("both"), teach: _("teach") };
const MARKS = { course: "\u25b2", sails: "\u25a0", both: "\u25b2\u25a0", teach: "\u25c6" };

// The kind of an order: a mark, a word and a colour, so that none is needed alone.
export function kindOf(kind, half) {
  return el("span", { class: `kind ${kind}` },
    el("span", { "aria-hidden": "true" }, MARKS[kind]), " ", half ? _("{kind}, half", { kind: KINDS[kind] }) : KINDS[kind]);
}

// The language of the scenario's own words, where it is not the page's.
let tongue = null;
export const speak = (language) => { tongue = language && language !== document.documentElement.lang ? language : null; };
export const spoken = () => ({ lang: tongue });

export const paragraphs = (text) => text.trim().split(/\n\s*\n/).map((part) => el("p", spoken(), part));

// How a crew voted, as numbers and as bars.
export function bars(votes, mine) {
  const most = Math.max(1, ...votes.map((vote) => vote.votes));
  return el("ul", { class: "bars" }, votes.map((vote) => {
    const bar = el("span", { class: "bar", "aria-hidden": "true" });
    bar.style.width = `${(100 * vote.votes) / most}%`;
    const label = el("span", {}, vote.label, vote.id === mine ? el("span", { class: "small" }, " ", _("\u2713 your vote")) : "");
    return el("li", {}, label, el("strong", {}, String(vote.votes)), bar);
  }));
}

export const clock = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

// What this browser keeps. Where it may keep nothing, the window's history does, so that loading the
// page again forgets nothing; and at the very least it lasts as long as the page.
const kept = new Map();
const attempt = (what) => { try { return what(); } catch { return null; } };

export function recall(name) {
  return kept.get(name) ?? attempt(() => localStorage.getItem(name)) ?? history.state?.[name] ?? "";
}

export function keep(name, value) {
  if (kept.get(name) === value) return;
  kept.set(name, value);
  const isKept = attempt(() => (localStorage.setItem(name, value), true));
  if (!isKept) attempt(() => history.replaceState({ ...history.state, [name]: value }, ""));
}

// Light or dark: as the system has it, until somebody chooses.
function themes() {
  const light = matchMedia("(prefers-color-scheme: light)");
  const paint = () => {
    const theme = recall("theme") || (light.matches ? "light" : "dark");
    document.documentElement.dataset.theme = theme;
    byId("light").media = theme === "light" ? "all" : "not all";
    say("theme", theme === "light" ? _("Dark page") : _("Light page"));
  };
  byId("theme").addEventListener("click", () => {
    keep("theme", document.documentElement.dataset.theme === "light" ? "dark" : "light");
    paint();
  });
  light.addEventListener("change", paint);
  paint();
}

// The page's scripts are here and work: what to do without them need not be told.
export function begun() {
  themes();
  byId("footer").hidden = false;
  byId("unscripted").hidden = true;
}
