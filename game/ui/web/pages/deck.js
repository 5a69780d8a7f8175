// The deck: what every phone of a crew reads, drawn from the room's data alone.

import { bars, el, kindOf, paragraphs, spoken } from "./draw.js";
import { _ } from "./words.js";

const MOVED = { better: _("better"), worse: _("worse"), more: _("more"), less: _("less") };

export function heading(deck) {
  const watch = deck.watch ? _("Watch {number} of {of}", { number: deck.watch.number, of: deck.watch.of }) : "";
  return {
    lobby: _("You are aboard"), discussing: watch, voting: watch, locked: watch,
    revealed: _("How you voted"), sailing: _("Under sail"), result: _("What came of it"), debrief: _("Debrief"),
  }[deck.phase] || _("Watch the screen");
}

export function banner(deck) {
  if (deck.paused) return _("Paused. Everything waits, your vote too.");
  if (deck.by_captain) return _("The adaptive captain sails your ship for now.");
  if (deck.aboard && deck.watch) return _("Your ship is lost. You are aboard {ship}: say what you would order. Her crew hears it after the order.", { ship: deck.aboard });
  if (deck.end && deck.phase !== "debrief" && deck.phase !== "result") return _("Your voyage is over. Watch the others.");
  return null;
}

// What guests would have ordered: label and how many, and whether it is what was given.
export const drawAdvised = (advised) => [
  el("h2", {}, _("Aboard as guests")),
  el("p", {}, _("Captains whose voyage is over were aboard your ship. They would have ordered:")),
  el("ul", {}, advised.map(([label, count, isSame]) => el("li", {}, el("span", spoken(), label), `: ${count}`, isSame ? ` (${_("as you did")})` : ""))),
];

export const drawBanner = (text) => [el("p", { class: "banner" }, text)];

export function drawEnd(end) {
  return [el("h2", {}, end.title), ...paragraphs(end.text), end.ask ? el("p", { class: "ask" }, end.ask) : null];
}

export function drawResult(result) {
  return [
    ...paragraphs(result.text),
    el("p", { class: "why" }, result.why),
    result.learnt ? el("p", { class: "learnt" }, _("Learnt: {learnt}", { learnt: result.learnt })) : null,
    result.fix ? el("p", {}, result.fix) : null,
    ...result.returned.map((text) => el("p", {}, text)),
    el("ul", { class: "changes" }, result.changes.map((change) =>
      el("li", { class: change.word },
        el("span", {}, change.label),
        el("span", {}, `${change.before} \u2192 ${change.after}`),
        el("strong", {}, MOVED[change.word])))),
  ];
}

export function drawWatch(watch) {
  return [
    ...watch.warnings.map((line) => el("p", {}, el("strong", {}, `${line.name}: ${line.text}`))),
    ...paragraphs(watch.situation),
    el("p", { class: "small" }, `${watch.forecast}. ${watch.barometer}.`),
    ...watch.lines.map((voice) => el("figure", { class: voice.speaks_for },
      el("blockquote", spoken(), voice.text), el("figcaption", {}, voice.name, " ", kindOf(voice.speaks_for)))),
  ];
}

export function drawVotes([votes, given, mine]) {
  return [bars(votes, mine), given ? el("p", {}, _("The order:"), " ", el("strong", {}, given)) : null];
}

export const drawGauges = (gauges) => [el("h2", {}, _("The ship")),
  el("dl", {}, gauges.map(([label, figure]) => el("div", {}, el("dt", {}, label), el("dd", {}, figure))))];

export const drawWords = (words) => [el("h2", {}, _("Words")),
  el("dl", { class: "words" }, Object.entries(words).map(([word, meaning]) => el("div", {}, el("dt", {}, word), el("dd", {}, meaning))))];

// What this crew of a convoy alone knows, and alone learns now.
export const drawNews = (news) => [el("h2", {}, _("Only your ship knows this")),
  ...news.map(([name, text]) => el("p", { class: "ask" }, el("strong", {}, name), " ", text))];
export const drawCards = (cards) => cards.map(([name, text]) => el("details", {}, el("summary", {}, _("Your card: {name}", { name })), ...paragraphs(text)));
