// A regatta on the facilitator's page: a row a ship, those in trouble first, and how this watch is split.

import { emblemText } from "./captain/emblem.js";
import { el, kindOf } from "./draw.js";
import { _ } from "./words.js";

const KINDS = ["course", "sails", "both", "teach"];
const percent = (share) => `${Math.round(100 * share)} %`;

// Who is there, who is missing, and what has been given in this watch.
export function drawFleet({ pace, missing, split, ships }, letGo) {
  const away = ships.filter((ship) => !ship.here && !ship.gone && !ship.ended);
  const given = KINDS.reduce((sum, kind) => sum + split[kind], 0);
  const parts = KINDS.filter((kind) => split[kind]).map((kind) => {
    const part = el("span", { class: `part ${kind}` });
    part.style.flexGrow = split[kind];
    return part;
  });
  return [
    el("h2", {}, _("The regatta")),
    el("p", {}, [
      _("Ships: {count}", { count: ships.length }), _("{count} connected", { count: ships.filter((ship) => ship.here).length }),
      _("{count} at sea", { count: ships.filter((ship) => !ship.ended).length }),
      pace === "watch" ? _("{count} without their order", { count: missing }) : "",
    ].filter(Boolean).join(", ")),
    given ? el("div", { class: "split", "aria-hidden": "true" }, parts) : null,
    given ? el("ul", { class: "people" }, KINDS.filter((kind) => split[kind]).map((kind) =>
      el("li", {}, kindOf(kind), el("strong", {}, String(split[kind]))))) : null,
    away.length ? el("p", {}, _("Phones away: {count}.", { count: away.length }), " ",
      el("button", { id: "let-go", type: "button", class: "quiet", onclick: letGo }, _("Wait for these no longer"))) : null,
  ];
}

export const drawShips = ({ ships }) => [el("article", { class: "whole" }, el("h2", {}, _("Ships, those in trouble first")),
  el("ul", { class: "people ships" }, ships.map((ship) => el("li", {},
    el("strong", { translate: "no" }, emblemText(ship.emblem)),
    el("span", { translate: "no" }, ship.name),
    el("span", { class: "small" }, [
      ship.ended || (ship.given ? _("order given") : _("thinking")),
      ship.ended || ship.here ? "" : ship.gone ? _("let go") : _("away"),
      ship.by_captain ? _("the mate sails her") : "",
      _("stability {share}", { share: percent(ship.stability) }), _("progress {share}", { share: percent(ship.progress) }),
      ship.kinds ? _("orders {kinds}", { kinds: ship.kinds }) : "", ship.by_mate ? _("{count} of them the mate's", { count: ship.by_mate }) : "",
    ].filter(Boolean).join(", "))))))];
