// The own debrief: its pages with their charts, and all of it as one file to keep.

import { el } from "../draw.js";
import { _, capital } from "../words.js";
import { chartOf } from "./charts.js";

function drawPage(page) {
  return el("article", { id: `page-${page.id}` },
    el("h2", {}, page.title),
    page.lead ? el("p", { class: "why" }, page.lead) : "",
    page.charts.map((chart) => [chartOf(chart), el("details", {},
      el("summary", {}, _("{chart}: all figures", { chart: chart.title })), el("p", { class: "figures" }, chart.alt))]).flat().filter(Boolean),
    page.notes.length ? el("ul", {}, page.notes.map((note) => el("li", {}, capital(note)))) : "");
}

export const drawPages = (pages) => pages.map(drawPage);

// Behind the pages: what takes longer, asked for by itself; and what to take home.
export const drawMore = ([isAsked, isHere], ask, keep) => [
  isHere ? null : el("button", { id: "decisions", type: "button", disabled: isAsked, onclick: ask },
    isAsked ? _("Your orders are being sailed in other seas\u2026") : _("Show decision and luck")),
  el("button", { id: "keep", type: "button", onclick: keep }, _("Keep my report")),
  el("p", { class: "small" }, _("One file with your pages and your line. It is made on this device, and nobody else gets it.")),
];

// One file that asks nobody for anything; styles: of the charts, which are ours and need no escaping.
export function reportFile({ title, emblem, ending, pages, line, styles }) {
  const written = (element) => new XMLSerializer().serializeToString(element);
  const body = el("body", {}, ...[el("h1", {}, title), el("p", {}, emblem), ending ? el("p", {}, ending) : "", ...drawPages(pages),
    line ? el("h2", {}, _("On Monday")) : "", line ? el("p", { class: "why" }, line) : ""].filter(Boolean));
  for (const details of body.querySelectorAll("details")) details.setAttribute("open", "");
  return new Blob([
    `<!doctype html>\n<html lang="${document.documentElement.lang}"><head><meta charset="utf-8"/>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    written(el("title", {}, `${title} \u00b7 Even Keel`)), `<style>${styles}</style></head>`, written(body), "</html>",
  ], { type: "text/html" });
}

export function save(file, name) {
  const link = el("a", { href: URL.createObjectURL(file), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
