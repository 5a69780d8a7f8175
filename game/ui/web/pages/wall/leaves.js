// The leaves of the wall: what stands on each, drawn from the room's data alone; no names, no ranking.

import { drawVotes } from "../deck.js";
import { el, kindOf, paragraphs } from "../draw.js";
import { _ } from "../words.js";

const HOW = { majority: _("by majority"), minority: _("by the minority"), decided: _("as the facilitator decided"), captain: _("by the adaptive captain") };
const HEADLINE_GAUGES = ["progress", "stability"];

const named = (crews) => crews.map((crew) => crew.name).join(", ");
const isConvoy = (view) => view.crews.length > 1;
const heading = (text, more = "") => el("div", { class: "head" }, el("h1", {}, text), more ? el("strong", { class: "count" }, more) : "");
const card = (...inner) => el("section", { class: "card" }, ...inner);
const cards = (list) => el("div", { class: `cards of-${Math.min(3, list.length)}` }, list);

// A QR code: dark dots on white in any theme.
export function qrCode(rows) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), size = rows.length + 8;
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("class", "qr");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", _("The square that leads phones in"));
  const shape = (name, given) => {
    const made = document.createElementNS(svg.namespaceURI, name);
    for (const [key, value] of Object.entries(given)) made.setAttribute(key, value);
    svg.append(made);
  };
  shape("rect", { width: size, height: size, fill: "#fff" });
  const dots = rows.flatMap((row, y) => [...row].map((dot, x) => (dot === "1" ? `M${x + 4} ${y + 4}h1v1h-1z` : "")));
  shape("path", { d: dots.join(""), fill: "#000" });
  return svg;
}

function lobby({ view, join }) {
  const about = [el("h1", {}, view.title), el("p", {}, view.summary)];
  if (!join) {
    return [...about, el("p", { class: "strong" }, _("Each watch we read, we talk, and then you raise a hand, once, for one order."))];
  }
  return [el("div", { class: "two" },
    el("div", {}, ...about,
      el("p", {}, _("Point your camera at the square, or go to"), " ", el("strong", { translate: "no" }, join.address), " ", _("and type")),
      el("p", { class: "code", translate: "no" }, join.code),
      isConvoy(view)
        ? el("ul", { class: "aboard" }, view.crews.map((crew) => el("li", {}, el("span", { translate: "no" }, crew.name), " ", el("strong", {}, String(crew.aboard)))))
        : el("p", { class: "strong" }, _("{count} aboard", { count: view.aboard }))),
    qrCode(join.rows))];
}

function fleet({ view }) {
  const { hulls, standing, watch } = view.regatta;
  const dots = hulls.filter((hull) => !hull.outcome).map((hull) => el("span", { class: hull.given ? "given" : "" }));
  return [el("h1", {}, standing), watch ? el("div", { class: "dots", "aria-hidden": "true" }, dots) : ""];
}

function orderList(watch) {
  return el("ol", { class: "orders" }, watch.orders.map((order) => el("li", { class: `order ${order.kind}${order.locked ? " locked" : ""}` },
    el("span", { class: "sign" }, String(order.number), " ", kindOf(order.kind, order.half)),
    el("span", { class: "label" }, order.label), order.locked ? el("span", { class: "small" }, order.locked) : "")));
}

const whose = ({ view, crews }) => (crews.length < view.crews.length && isConvoy(view) ? el("p", { class: "strong", translate: "no" }, named(crews)) : "");

function situation(shown) {
  const { watch } = shown.crews[0], words = Object.entries(watch.words);
  return [whose(shown), el("div", { class: "two of-text" },
    el("div", {}, ...watch.warnings.map((line) => el("p", { class: "strong" }, `${line.name}: ${line.text}`)), ...paragraphs(watch.situation)),
    el("div", { class: "aside" }, el("p", { class: "small" }, _("Forecast")), el("p", {}, `${watch.forecast}.`),
      el("p", { class: "small" }, _("Barometer")), el("p", {}, `${watch.barometer}.`))),
  words.length ? el("dl", { class: "words" }, words.map(([word, meaning]) => el("div", {}, el("dt", {}, word), el("dd", {}, meaning)))) : ""];
}

function voices(shown) {
  const { watch } = shown.crews[0];
  return [whose(shown), el("div", { class: "voices" }, watch.lines.map((line) => el("figure", { class: line.speaks_for },
    line.picture ? el("img", { src: `/art/${line.picture}.svg`, alt: "" }) : "",
    el("div", {}, el("figcaption", {}, line.name, " ", kindOf(line.speaks_for)), el("blockquote", {}, line.text))))),
  orderList(watch)];
}

function bar(voted, aboard) {
  const filled = el("span", {});
  filled.style.width = `${100 * Math.min(1, voted / Math.max(1, aboard, voted))}%`;
  return el("div", { class: "bar", "aria-hidden": "true" }, filled);
}

const share = (voted, aboard) => (aboard >= voted ? _("{number} of {of}", { number: voted, of: aboard }) : String(voted));

function vote(shown) {
  const { view, crews } = shown, sum = (key) => crews.reduce((total, crew) => total + crew[key], 0);
  return [
    heading(view.phase === "locked" ? _("The vote is locked") : _("Vote now"), share(sum("voted"), sum("aboard"))), whose(shown),
    orderList(crews[0].watch),
    isConvoy(view)
      ? el("div", { class: "crews" }, crews.map((crew) => el("div", {}, el("span", { translate: "no" }, crew.name), " ",
        el("span", { class: "small" }, crew.by_captain ? _("the captain sails") : share(crew.voted, crew.aboard)), bar(crew.voted, crew.aboard))))
      : bar(sum("voted"), sum("aboard"))];
}

function votes(shown) {
  const tied = shown.crews.filter((crew) => crew.leading.length > 1 && !crew.order);
  return [heading(tied.length ? _("A tie") : _("How you voted")), cards(shown.crews.map((crew) => card(
    isConvoy(shown.view) ? el("h2", { translate: "no" }, crew.name) : "",
    ...drawVotes([crew.votes, crew.order, ""]), crew.how ? el("p", { class: "small" }, HOW[crew.how]) : "")))];
}

const sailing = ({ view }) => [el("div", { class: "crews" }, view.crews.filter((crew) => crew.result).map((crew) => el("div", {},
  isConvoy(view) ? el("strong", { translate: "no" }, crew.name) : "", " ", kindOf(crew.result.kind), " ", crew.result.order)))];

function changes(list) {
  return el("ul", { class: "changes" }, list.map((change) => el("li", { class: change.word }, el("span", {}, change.label),
    el("span", {}, change.before, " ", el("span", { class: "unseen" }, "\u2192"), el("span", { "aria-hidden": "true" }, change.by > 0 ? "\u25b2" : "\u25bc"), " ", el("strong", {}, change.after)))));
}

function results({ view, crews }) {
  const alone = !isConvoy(view);
  return [cards(crews.map(({ name, result, gauges }) => card(
    alone ? "" : el("h2", { translate: "no" }, name),
    el("p", { class: "strong" }, kindOf(result.kind), " ", result.order),
    ...(alone ? paragraphs(result.text) : []), result.learnt ? el("p", {}, _("Learnt: {learnt}", result)) : "", result.fix ? el("p", {}, result.fix) : "",
    changes(alone ? result.changes : headlines(result.changes, gauges)),
    el("p", { class: "why" }, result.why))))];
}

// Of several ships only what tells how they stand.
function headlines(all, gauges) {
  const labels = gauges.filter((gauge) => HEADLINE_GAUGES.includes(gauge.id)).map((gauge) => gauge.label);
  return all.filter((change) => labels.includes(change.label));
}

const returned = ({ view, crews }) => [el("h1", {}, _("What came back")),
  ...crews.map((crew) => card(isConvoy(view) ? el("h2", { translate: "no" }, crew.name) : "", ...crew.result.returned.map((text) => el("p", {}, text))))];

const endings = ({ view, crews }) => [cards(crews.map(({ name, end }) => card(
  isConvoy(view) ? el("p", { class: "small", translate: "no" }, name) : "", el("h1", {}, end.title), ...paragraphs(end.text))))];

// A page of the debrief with its chart, once it is drawn.
function chart({ page }) {
  if (!page) return [el("h1", {}, _("Debrief")), el("p", {}, _("Every voyage that could have been sailed is being counted\u2026"))];
  return [el("h1", {}, page.title), page.lead ? el("p", { class: "strong" }, page.lead) : "",
    ...page.charts.map(chartPicture),
    page.notes.length ? cards(page.notes.map((note) => card(note.name ? el("h2", {}, note.name) : "", el("p", {}, note.text)))) : ""];
}

// The server's drawing, whose inks are set by this script: no page of ours may bring styles along.
function chartPicture({ svg, alt, title }) {
  const drawn = document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
  for (const part of [drawn, ...drawn.querySelectorAll("[data-style]")]) {
    part.style.cssText = part.getAttribute("data-style") ?? "";
    part.removeAttribute("data-style");
  }
  drawn.setAttribute("class", "drawing");
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", `${title}. ${alt}`);
  return drawn;
}

function words({ view, words: said }) {
  return [said.number ? el("p", { class: "number", "aria-hidden": "true" }, said.number) : "", said.lead ? el("p", { class: "small" }, said.lead) : "",
    ...said.texts.map((text, at) => el(at ? "p" : "h1", {}, text)),
    view.page === "monday" && said.byPhone ? el("p", {}, _("One line each, on your phone.")) : ""];
}

const lines = ({ view }) => [el("h1", {}, _("On Monday")), el("ul", { class: "lines" }, view.lines.map((line) => el("li", {}, line)))];

export const LEAVES = { lobby, fleet, situation, voices, vote, votes, sailing, results, returned, endings, chart, words, lines };
export const WHOLE = ["lobby", "chart"]; // what takes all the room there is
