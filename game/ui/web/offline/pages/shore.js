// What can be done once a voyage is over: keep its logbook, sail again.

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
