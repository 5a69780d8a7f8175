// What a captain is asked besides orders: the guess, the poll; and a tap for practice.

import { byId, el, kindOf, paragraphs } from "../draw.js";
import { _ } from "../words.js";

// A number from 0 to most; give: what to do with it, skip: or null.
function numberForm({ id, label, most, button, hint, wrong }, give, skip) {
  const submit = (event) => {
    event.preventDefault();
    give(byId(id).value.trim());
  };
  return el("form", { onsubmit: submit, novalidate: true },
    el("label", { for: id }, label),
    el("input", {
      id, type: "number", inputmode: "numeric", min: "0", max: String(most), required: true, autocomplete: "off",
      "aria-invalid": wrong ? "true" : "false", "aria-describedby": wrong ? `${id}-wrong` : `${id}-hint`,
    }),
    wrong ? el("p", { id: `${id}-wrong`, class: "wrong", role: "alert" }, wrong) : "",
    el("p", { id: `${id}-hint`, class: "small" }, hint),
    el("button", { class: "main" }, button),
    skip ? el("button", { id: `${id}-skip`, type: "button", class: "quiet", onclick: skip }, _("Skip this")) : "");
}

export const drawGuess = ({ most, wrong, summary }, give, skip) => [
  ...paragraphs(summary),
  numberForm({
    id: "guess-number", most, wrong, button: _("That is my guess"),
    label: _("Of your {count} orders, how many will set the course?", { count: most }),
    hint: _("Course orders lead, sails orders manage. Nobody else sees your guess; you meet it again at the end."),
  }, give, skip),
];

export const drawPoll = ({ most, wrong }, give) => [
  el("h2", {}, _("The room is asked")),
  numberForm({
    id: "poll-number", most, wrong, button: _("That is my answer"),
    label: _("Of the {count} ships, how many will arrive?", { count: most }),
    hint: _("One answer each. Nobody sees any of them before all are in."),
  }, give, null),
];

export const drawPolled = ({ ships, answers, low, middle, high }) => [
  el("h2", {}, _("What the room thinks")),
  el("p", {}, middle === null ? _("Too few have answered for a figure.")
    : _("{count} answers: {middle} of {ships} ships will arrive. Half of you said {low} to {high}.", { count: answers, middle, ships, low, high })),
];

// Two orders that sail nobody: how choosing and confirming works, before it counts.
export function drawPractice({ picked, done }, pick, give) {
  const orders = [["course", _("Ask the lookout where the port lies")], ["sails", _("Take in a reef")]];
  if (done) return [el("h2", {}, _("Practice")), el("p", { class: "ask" }, _("That is all there is to it. It has counted for nothing."))];
  return [
    el("h2", { id: "practise" }, _("Practice")),
    el("p", {}, _("Choose one of these two, then confirm it.")),
    el("div", { role: "group", "aria-labelledby": "practise" }, orders.map(([kind, label]) => el("button", {
      id: `practice-${kind}`, type: "button", class: `order ${kind}${picked === kind ? " mine" : ""}`, "aria-pressed": String(picked === kind), onclick: () => pick(kind),
    }, el("span", { class: "label" }, label), el("span", { class: "row" }, kindOf(kind))))),
    el("button", { id: "practice-give", type: "button", class: "main", disabled: !picked, onclick: give }, picked ? _("Confirm it") : _("Choose an order first")),
  ];
}
