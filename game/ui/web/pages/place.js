// Where phones call: the address on the wall, the others there are, and what is wrong just now.

import { el } from "./draw.js";
import { _ } from "./words.js";

// choose: what to do with the address that is pressed.
export function drawPlace({ url, guessed, choices }, choose) {
  const others = choices.filter((one) => !one.shown);
  const list = el("ul", { class: "people" }, choices.map((one) => el("li", {},
    el("span", {}, one.address),
    el("span", { class: "small" }, one.name),
    one.shown ? el("span", { class: "small" }, _("on the wall"))
      : el("button", { id: `at-${one.address}`, type: "button", class: "quiet", onclick: () => choose(one.address) }, _("Send phones here")))));
  const why = guessed ? el("p", { class: "wrong" }, _("This laptop has several addresses, and one had to be chosen. If phones do not load the page, choose another one: it goes on the wall at once.")) : null;
  return [el("h2", {}, _("Where phones call")), el("p", {}, url), why,
    !others.length ? null : guessed ? list : el("details", {}, el("summary", {}, _("Other addresses")), list)];
}

export function drawTrouble([trouble, full, guessed, isAlone]) {
  return [
    isAlone ? el("p", { class: "wrong" }, _("No phone has called yet. If the page does not load on phones, this Wi-Fi keeps its guests apart: make a hotspot of your own phone, ask for a Wi-Fi without client isolation, or go on by hands.")) : null,
    trouble ? el("p", { class: "wrong", role: "alert" }, trouble) : null,
    full ? el("p", { class: "wrong" }, _("{count} calls found no room: this laptop lets in {most} phones at once.", { count: full[0], most: full[1] })) : null,
    guessed ? el("p", {}, el("a", { href: "#place" }, _("One of several addresses had to be chosen: is it the room's?"))) : null,
  ];
}
