// What the facilitator of a regatta starts beside the watches: the poll, pairs, a second run.

import { byId, el } from "../draw.js";
import { _ } from "../words.js";

// press: what to do with a button; again: with the watch from which all sail once more.
export function drawRound({ hands, poll, answers, paired, run, isDebrief, watches }, press, again) {
  const button = (hand, label) => (hands.includes(hand) ? el("button", { id: `round-${hand}`, type: "button", onclick: () => press(hand) }, label) : null);
  const asked = poll?.is_open ? _("{count} have answered the poll", { count: answers }) : "";
  const told = poll && !poll.is_open ? poll.middle === null ? _("poll: too few answers") : _("poll: {middle} of {ships} will arrive", poll) : "";
  const now = [run > 1 ? _("run {run}", { run }) : "", asked, told, paired ? _("in pairs from watch {watch} on", { watch: paired }) : ""].filter(Boolean).join(", ");
  return [
    el("h2", {}, _("Poll, pairs, once more")),
    now ? el("p", {}, now) : null,
    el("div", { class: "grid" }, [
      button("poll", poll?.is_open ? _("Close the poll and show it") : _("Ask: how many of us will arrive?")),
      button("pairs", _("Talk in pairs from here on")),
    ].filter(Boolean)),
    isDebrief ? el("label", { for: "again-watch" }, _("Sail once more, in another sea, from watch")) : null,
    isDebrief ? el("select", { id: "again-watch" }, Array.from({ length: watches }, (_none, at) => el("option", { value: String(at + 1) }, String(at + 1)))) : null,
    isDebrief ? el("button", { id: "again", type: "button", onclick: () => again(Number(byId("again-watch").value)) }, _("Sail once more")) : null,
  ];
}
