// The facilitator's desk: a small picture of the wall, links for others, a line to all phones, the report.

import { byId, el } from "../draw.js";
import { WallScreen } from "../wall/wall_screen.js";
import { _ } from "../words.js";

export class Desk {
  // wire: to the room; act: asks for a command; draw: draws the page anew.
  constructor(wire, act, draw) {
    Object.assign(this, { wire, act, draw });
    this.isOpen = false;
    this.link = ""; // for a second facilitator
    this.line = null; // what is being written to all phones
    this.wall = null;
  }

  // The line may have been lost: the room forgets whom it showed the wall.
  greet() {
    return this.isOpen ? { preview: true } : null;
  }

  hear(message) {
    if (message.preview && this.isOpen) this.wall.show(message.preview);
    if (message.page) this.wall?.learn(message.page);
  }

  toggle() {
    this.isOpen = !this.isOpen;
    this.wall ??= new WallScreen(byId("preview"), (chart) => this.wire.send({ chart }));
    byId("preview").hidden = !this.isOpen;
    this.wire.send({ preview: this.isOpen });
    this.draw();
  }

  at(name, key, place) {
    const base = place?.url ?? `${location.origin}/`;
    return new URL(`${location.pathname.replace(/host$/, name)}#${key}`, base).href;
  }

  async second() {
    const answer = await fetch(`${location.pathname}/link`, { method: "POST" }).catch(() => null);
    this.link = answer?.ok ? await answer.text() : "";
    this.draw();
  }

  drawDesk([wall, place, call, isOpen, link]) {
    const url = this.at("wall", wall, place);
    return [
      el("div", { class: "grid" },
        el("button", { id: "see-wall", type: "button", "aria-pressed": String(isOpen), onclick: () => this.toggle() }, isOpen ? _("Hide the wall") : _("See the wall here")),
        el("a", { id: "open-wall", class: "button", href: url, target: "_blank", rel: "noopener" }, _("The wall in a window of its own")),
        el("a", { id: "report", class: "button", href: `${location.pathname}/report.zip`, download: "" }, _("Download the report")),
        el("button", { id: "second", type: "button", onclick: () => this.second() }, _("A link for a second facilitator"))),
      link ? el("p", {}, el("label", { for: "second-link" }, _("Whoever has this link holds the room. Send it to one person.")),
        el("input", { id: "second-link", readonly: true, value: this.at("host", link, place), onfocus: (event) => event.target.select() })) : null,
      el("form", { onsubmit: (event) => { event.preventDefault(); this.say(byId("call").value); } },
        el("label", { for: "call" }, _("A line to all phones")),
        el("div", { class: "row" },
          el("input", { id: "call", maxlength: "160", autocomplete: "off", value: this.line ?? call, oninput: (event) => { this.line = event.target.value; } }),
          el("button", {}, _("Send")))),
      call ? el("p", { class: "small" }, _("All phones say: {call}", { call }), " ",
        el("button", { id: "unsay", type: "button", class: "quiet", onclick: () => this.say("") }, _("Take it back"))) : null,
    ];
  }

  say(text) {
    this.line = null;
    this.act({ call: { text: text.trim() } });
    if (!text) byId("call").value = "";
  }
}
