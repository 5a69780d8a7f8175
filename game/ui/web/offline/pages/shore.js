// What can be done once a voyage is over: keep its logbook, keep the report, sail again.

import { byId, el, put } from "./draw.js";
import { _ } from "./words.js";

export class Shore {
  constructor(wire) {
    this.wire = wire;
  }

  show(deck) {
    put("shore", deck.end ? [true] : null, () => [
      el("h2", {}, _("Yours to keep")),
      el("button", { id: "logbook", type: "button", class: "main", onclick: () => this.wire.send({ logbook: {} }) }, _("Save the logbook")),
      el("button", { id: "report", type: "button", class: "main", onclick: () => download("even-keel-report.html", "text/html", report()) }, _("Save the report")),
      el("button", { id: "again", type: "button", class: "main", onclick: () => this.wire.again() }, _("Sail again, in another sea")),
    ]);
  }

  save({ logbook, name }) {
    download(name, "application/x-ndjson", logbook);
  }
}

function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

// One file that needs no other: what stands on the page, with its own style. It is put together as
// text, as this page itself may hold no style of that kind.
function report() {
  const rules = [...document.styleSheets].filter((sheet) => !sheet.disabled && matchMedia(sheet.media.mediaText || "all").matches)
    .flatMap((sheet) => [...sheet.cssRules]).filter((rule) => !(rule instanceof CSSFontFaceRule)).map((rule) => rule.cssText);
  const parts = ["title", "sea", "end", "own"].map((id) => byId(id).cloneNode(true));
  for (const details of parts.flatMap((part) => [...part.querySelectorAll("details")])) details.open = true;
  const promise = byId("promise")?.value;
  const line = promise ? [el("h2", {}, _("On Monday I will\u2026")), el("p", {}, promise)] : [];
  const body = [...parts, ...line].map((part) => new XMLSerializer().serializeToString(part)).join("\n");
  const { lang, dataset } = document.documentElement;
  return `<!doctype html>\n<html lang="${lang}" data-theme="${dataset.theme}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Even Keel</title>
<style>${rules.join("\n")}</style></head>\n<body class="phone">${body}</body></html>`;
}
